//! Safeshore: an interview on intellectual property for people about to outsource work offshore.
//!
//! The library is the program; the binary calls [`cli::run`] and nothing else. Each module here is a *room* that may
//! import only the rooms above it in this list, and of them only those that `ARCHITECTURE.md` names:
//!
//! - [`text`]: text as it arrives and as it is shown
//! - [`diagnostic`]: what is wrong with a file, where, and how that is drawn
//! - [`model`]: what an author writes, what a person answers, what is kept: data only
//! - [`load`]: files → a questionnaire, or diagnostics
//! - [`diff`]: two versions of a questionnaire, and what becomes of saved answers
//! - [`engine`]: what is asked, what it means; pure
//! - [`prove`]: what holds of all possible answers, with answers that show it
//! - [`report`]: an interview → a document → Markdown or HTML
//! - [`store`]: every file that is read or written
//! - [`cases`]: sessions together with the questionnaires they answer
//! - [`check`]: everything that can be said of a questionnaire
//! - [`tui`]: the interview on a screen
//! - [`cli`]: the commands
//!
//! ```
//! use std::sync::Arc;
//!
//! use safeshore::{engine::Interview, load, model::State};
//!
//! let questionnaire = load::open(load::builtin()).expect("the built-in questionnaire is sound");
//! let interview = Interview::new(Arc::new(questionnaire), State::default());
//! assert!(interview.next().is_some(), "an interview begins with a question");
//! ```
//!
//! # Invariants
//! Each with the tests that hold it; `tests/arrows.rs` fails where one of them is gone.
//!
//! 1. **Rooms import only what they may.** Only `store` names files, only `tui` ratatui and crossterm, only `tui` and
//!    `cli` the clock: elsewhere `now` is an argument.
//!    `tests/arrows.rs::every_room_imports_only_what_it_may`,
//!    `tests/arrows.rs::screens_files_and_clocks_stay_where_they_belong`
//! 2. **A `when` mentions earlier questions only**, so that routing is one pass and a circle can't be written.
//!    `src/load/tests/names.rs::what_is_out_of_reach`, `src/engine/route/tests.rs::asked_is_exactly_what_its_gates_let_in`,
//!    `src/engine/route/tests.rs::circles_in_a_broken_questionnaire_end`
//! 3. **Ids are unique, repeats don't nest, and the built-in questionnaire is clean.**
//!    `src/load/tests/names.rs::names_that_stand_twice`, `src/load/tests/names.rs::what_cannot_be_said_of_a_kind`,
//!    `src/load/tests.rs::the_builtin_questionnaire_is_clean`
//! 4. **The journal is the only truth**: answers, undo and the place to resume at are its replay, and no row id is given
//!    twice.
//!    `src/engine/replay/tests.rs::a_journal_replays_as_a_line_of_states`,
//!    `src/engine/replay/tests.rs::no_row_id_is_given_twice`,
//!    `src/engine/replay/tests.rs::any_prefix_of_any_journal_resumes_at_a_step_that_is_there`
//! 5. **Nothing rewrites a journal.** It may be cut at any byte and every whole entry is still there; a changed byte is
//!    never overlooked.
//!    `src/store/tests/recovery.rs::a_file_cut_at_any_byte_keeps_every_whole_entry_and_sets_the_rest_aside`,
//!    `src/store/tests/recovery.rs::a_changed_byte_is_never_overlooked`,
//!    `src/store/tests/failure.rs::a_full_disk_keeps_nothing_of_the_entry_and_everything_before_it`
//! 6. **One writer at a time.**
//!    `src/store/tests/lock.rs::a_second_writer_hears_who_has_it_and_a_reader_is_not_kept_out`
//! 7. **An answer counts once it is on the disk, and not before.**
//!    `src/tui/perform.rs::nothing_counts_as_saved_that_no_journal_holds`,
//!    `src/store/tests/failure.rs::what_may_not_have_reached_the_disk_is_not_called_saved`,
//!    `src/tui/update/tests.rs::a_full_disk_keeps_the_person_and_their_words_where_they_are`,
//!    `tests/terminal.rs::killed_in_mid_interview_it_resumes_at_the_question_with_nothing_lost`
//! 8. **The step on the screen is the one that a restart opens at**, and nothing half typed is lost.
//!    `src/tui/update/tests.rs::any_keys_leave_a_journal_that_leads_back_here`,
//!    `src/tui/update/tests.rs::what_is_half_typed_is_there_after_leaving_by_any_way`
//! 9. **Parked answers are out of every conclusion**, and come back with their branch.
//!    `src/engine/route/tests.rs::parked_answers_change_no_conclusion`,
//!    `src/engine/route/tests.rs::answers_of_a_branch_that_goes_and_returns_are_as_they_were`
//! 10. **Evidence is what a finding or an argument rests on**: no other answer stops it.
//!     `src/engine/judge/tests.rs::no_other_answer_stops_a_finding`,
//!     `src/engine/judge/tests.rs::without_its_evidence_a_finding_stops_or_stands_on_a_list_alone`,
//!     `src/engine/weigh/tests/arguments.rs::without_its_answers_no_argument_stands`
//! 11. **Readiness, and the marks and totals of a comparison, only narrow** as answers come to complete lists, and their
//!     bounds are the worst and the best outcome.
//!     `src/engine/readiness/tests.rs::with_complete_lists_more_answers_only_narrow_the_interval`,
//!     `src/engine/readiness/tests.rs::the_bounds_are_the_worst_and_the_best_outcome`,
//!     `src/engine/weigh/tests/comparison.rs::with_complete_lists_more_answers_only_narrow_marks_and_totals`,
//!     `src/engine/share/tests.rs::the_means_are_the_extremes_of_every_outcome`
//! 12. **Screen and command drive one engine**: the same answers give the same questions, findings and report; a file's
//!     answers may stand in any order, and are entered all or not at all.
//!     `src/tui/update/tests.rs::answers_mean_the_same_typed_or_told`,
//!     `src/engine/batch/tests.rs::the_order_in_a_file_does_not_matter`,
//!     `tests/commands.rs::a_bad_file_is_told_place_by_place_and_nothing_of_it_is_saved`
//! 13. **Nothing that was said is lost in a report**, and renderers see a [`report::Document`] only.
//!     `src/report/tests/complete.rs::nothing_is_lost`, `src/report/tests/hostile.rs::words_stay_words`
//! 14. **No string from a file or a person steers a terminal, a report or a reader's eye**: every one passes
//!     [`text::clean`].
//!     `src/text/clean.rs::a_flood_of_marks_is_bounded`, `src/text/clean.rs::cleaning_twice_changes_nothing`,
//!     `src/diagnostic/draw.rs::nothing_in_a_file_or_its_name_can_move_the_screen`,
//!     `src/report/tests/hostile.rs::words_stay_words`, `src/tui/view/tests.rs::no_size_and_no_text_fails`,
//!     `tests/commands.rs::a_hostile_session_steers_no_terminal`
//! 15. **The express path only passes over**: every answer means what it means in the full interview, and what is left
//!     out is unknown like anything unanswered.
//!     `src/engine/route/tests.rs::the_express_path_only_passes_over`,
//!     `src/engine/replay/tests.rs::the_path_is_the_one_taken_last_and_undo_leaves_it_alone`,
//!     `src/load/tests/names.rs::what_the_express_path_would_never_come_to`
//! 16. **What `diff` says of saved answers is what a replay does to them**, and a replay loses none.
//!     `src/diff/tests/replayed.rs::every_answer_meets_the_fate_that_was_told`,
//!     `src/engine/replay/tests/versions.rs::what_was_renamed_is_found_under_its_present_name`,
//!     `src/engine/replay/tests/versions.rs::what_the_question_has_no_place_for_is_parked_with_its_reason`
//!
//! 17. **The solver and the engine never disagree**: every witness is accepted and does what it is for, and what any
//!     answers bring about has a witness.
//!     `src/prove/tests.rs::the_engine_confirms_every_witness_and_brings_about_nothing_else`,
//!     `src/prove/tests.rs::on_any_answers_circuit_and_engine_agree`,
//!     `tests/witness.rs::the_engine_confirms_all_of_the_builtin_questionnaire`
//!
//! Two more are held by the types: `view` takes a `&Model`, so drawing changes nothing; `update` gives its effects back
//! as data, so it can do nothing else.

pub mod cases;
pub mod check;
pub mod cli;
pub mod diagnostic;
pub mod diff;
pub mod engine;
pub mod load;
pub mod model;
pub mod prove;
pub mod report;
pub mod store;
pub mod text;
pub mod tui;
