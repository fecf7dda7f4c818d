//! The report: read, saved in formats, and the terms of the contract that are written beside it.

use super::player::{Player, VENDOR};
use super::*;
use crate::engine::fixture::place;
use crate::model::{Share, Stand, Subject};
use crate::report::Format;
use crate::tui::model::{Look, Over, Paper, Saving, Stage};

/// A player who has answered a little, and reads the report.
fn reading() -> Player {
    let mut player = Player::new();
    player.keys(VENDOR).keys("y enter y enter f:7");
    player
}

fn paper(player: &Player) -> &Paper {
    player.model.paper.as_deref().expect("the report is shown")
}

fn stage(player: &Player) -> &Stage {
    match &paper(player).over {
        Some(Over::Saving(Saving { stage, .. })) => stage,
        _ => panic!("nothing is being saved"),
    }
}

/// The endings of what was made, and how many could not be made and were not tried.
fn done(player: &Player) -> (Vec<String>, usize, usize) {
    let Stage::Done(run, _) = stage(player) else { panic!("it is not done") };
    let made = run.made.iter().map(|path| path.display().to_string()).collect();
    (made, run.unmade.len(), run.formats.len() - run.tried())
}

#[test]
fn the_report_scrolls_goes_from_part_to_part_and_leads_back_to_the_question() {
    let mut player = reading();
    let top = |player: &Player| paper(player).top;
    player.keys("down down up");
    assert_eq!(top(&player), 1);
    player.keys("home tab");
    let page = paper(&player).page.as_ref().expect("it is laid out");
    let (second, last) = (page.heads[1].line, page.heads.last().expect("headings").line);
    assert_eq!(top(&player), second);
    player.keys("down back");
    assert_eq!(top(&player), second, "back to the beginning of the part");
    player.keys("back");
    assert_eq!(top(&player), 0);
    player.keys("o end");
    assert_eq!(top(&player), last, "the report follows the outline");
    player.keys("enter pgdn pgdn pgdn");
    assert!(paper(&player).over.is_none() && top(&player) >= last);
    player.keys("f:7");
    assert!(player.model.paper.is_none());
    assert_eq!((player.at().as_str(), player.disk.len()), ("goals", 3));
    for closing in ["esc", "f:10"] {
        player.keys("f:7").keys(closing);
        assert!(player.model.paper.is_none(), "{closing}");
    }
}

#[test]
fn formats_are_ticked_made_one_by_one_and_remembered() {
    let mut player = reading();
    player.keys("enter down down space enter");
    assert!(matches!(stage(&player), Stage::Making(run) if run.made.is_empty()), "drawn before it is made");
    player.work();
    assert_eq!(player.files.len(), 1);
    player.finish();
    let wanted = [0, 2].map(|at| format!("counsel.{}", Format::ALL[at].ending()));
    assert_eq!(done(&player), (wanted.to_vec(), 0, 0));
    player.keys("down c");
    assert_eq!(player.copied, wanted[1]);
    assert!(player.notice().contains("where the terminal allows it"), "{}", player.notice());
    player.keys("o");
    assert!(player.notice().contains("no desktop"), "{}", player.notice());
    player.keys("enter esc f:7 enter");
    assert_eq!(player.model.formats.len(), 2, "still ticked");
    player.keys("space down down space enter");
    assert!(player.notice().contains("Tick a format"), "{}", player.notice());
}

/// The look of the report that would be made next.
fn look(player: &Player) -> Option<Look> {
    match due(&player.model) {
        Some(Effect::Make(job)) => job.look,
        _ => panic!("nothing is to be made"),
    }
}

#[test]
fn a_firms_look_is_taken_and_can_be_left_out() {
    let mut player = reading();
    player.keys("enter l enter");
    assert_eq!(look(&player), None, "there is no other look to choose");
    let mut player = reading();
    player.model.look = Some(Look::Firm);
    player.keys("enter enter");
    assert_eq!(look(&player), Some(Look::Firm));
    player.finish().keys("esc enter l enter y");
    assert_eq!(look(&player), Some(Look::BuiltIn));
    player.finish().keys("esc enter l enter y");
    assert_eq!(look(&player), Some(Look::Firm));
}

#[test]
fn what_is_there_gives_way_only_when_asked() {
    let mut player = reading();
    player.keys("enter enter").finish().keys("esc enter enter");
    assert!(matches!(stage(&player), Stage::Asking(there) if there.len() == 1));
    player.keys("enter space");
    assert!(matches!(stage(&player), Stage::Asking(_)), "no other key means yes");
    player.keys("n");
    assert!(matches!(stage(&player), Stage::Choosing));
    player.keys("enter esc");
    assert!(matches!(stage(&player), Stage::Choosing));
    player.keys("enter y").finish();
    assert_eq!(done(&player).0.len(), 1);
    player.keys("esc right enter enter");
    assert!(matches!(stage(&player), Stage::Making(_)), "another edition is another file");
    let wanted = format!("client.{}", Format::ALL[0].ending());
    assert!(player.finish().files.contains(&wanted), "{:?}", player.files);
}

#[test]
fn esc_stops_the_rest_and_a_full_disk_is_told_per_format() {
    let mut player = reading();
    player.keys("enter down space down space enter");
    player.work();
    player.keys("esc");
    let (made, unmade, left) = done(&player);
    assert_eq!((made.len(), unmade, left), (1, 0, 2));
    assert_eq!(player.finish().files.len(), 1, "nothing more is made");

    let mut player = reading();
    player.keys("enter down space enter");
    player.broken = true;
    player.finish();
    assert_eq!(done(&player), (Vec::new(), 2, 0));
    player.keys("o c enter");
    assert!(paper(&player).over.is_none());
}

#[test]
fn leaving_while_files_are_made_leaves() {
    let mut player = reading();
    player.keys("enter enter ^c");
    assert!(player.model.finished);
}

fn mark(player: &Player, of: &Subject) -> Option<Share> {
    player.desk().interview.state().marks.get(of).copied()
}

#[test]
fn one_key_marks_the_answer_and_leaves_what_is_typed_alone() {
    let mut player = Player::new();
    player.keys(VENDOR).keys("y enter n enter 12");
    let answer = Subject::Answer(place("size"));
    for wanted in [Some(Share::Private), Some(Share::Shareable), None, Some(Share::Private)] {
        player.keys("^o");
        assert_eq!(mark(&player, &answer), wanted);
        assert_eq!(player.at(), "size");
        let typed = player.desk().editor.as_ref().and_then(crate::tui::editor::Editor::draft);
        assert_eq!(typed.as_deref(), Some("12"));
    }
    assert!(player.notice().contains("private"), "{}", player.notice());
    player.keys("enter back back ^z ^z");
    assert_eq!((player.at().as_str(), mark(&player, &answer)), ("size", None), "undo goes where it happened");
    player.keys("^y");
    assert_eq!(mark(&player, &answer), Some(Share::Private));
    assert_eq!(mark(&player.restarted(), &answer), Some(Share::Private));
}

#[test]
fn the_note_that_lies_open_is_marked_and_stays_open() {
    let mut player = Player::new();
    player.keys(VENDOR).keys("f:2 ask ^o ^o");
    let note = Subject::Note(place("outsource"));
    assert_eq!(mark(&player, &note), Some(Share::Shareable));
    assert!(matches!(player.desk().overlay, Some(Overlay::Note(..))));
    player.keys("s esc");
    assert!(player.desk().overlay.is_none());
    assert_eq!(player.desk().interview.state().notes[&place("outsource")], "asks");
    assert_eq!(player.restarted().desk().interview.state().marks.len(), 1);
}

#[test]
fn in_a_list_the_chosen_row_is_marked() {
    let mut player = Player::new();
    player.keys(VENDOR).keys("n enter n enter ^p asset enter Pump enter ^p asset enter");
    player.keys("up up up ^o");
    let row = Subject::Row { repeat: "assets".into(), row: "a1".into() };
    assert_eq!((player.at().as_str(), mark(&player, &row)), ("[assets]", Some(Share::Private)));
    player.keys("down ^o");
    assert!(player.notice().contains("Choose a line"), "{}", player.notice());
    player.keys("tab ^z");
    assert_eq!((player.at().as_str(), mark(&player, &row)), ("[assets]", None));
}

/// A player on a questionnaire with two contract points, who has come to the terms.
fn at_the_terms() -> Player {
    let mut player = Player::on(crate::tui::update::tests::player::with_points());
    player.keys("y enter f:7 t");
    assert!(matches!(paper(&player).over, Some(Over::Terms(_))), "{}", player.notice());
    player
}

fn stand(player: &Player, clause: &str) -> Option<Stand> {
    player.desk().interview.state().stands.get(clause).cloned()
}

#[test]
fn their_position_is_saved_when_the_field_closes_and_undone_there() {
    let mut player = at_the_terms();
    player.keys("enter ten ^z ^z ^z years esc");
    let theirs = |player: &Player| stand(player, "secrecy").map(|stand| stand.theirs);
    assert_eq!(theirs(&player).as_deref(), Some("years"), "in the field undo takes back what was typed");
    player.keys("space ^o");
    assert_eq!(stand(&player, "secrecy").map(|stand| stand.agreed), Some(true));
    let clause = Subject::Clause("secrecy".into());
    assert_eq!(mark(&player, &clause), Some(Share::Shareable));
    let told = serde_json::to_string(&*paper(&player).document).expect("it is data");
    assert!(told.contains("years") && told.contains("Agreed"), "the report follows");
    player.keys("^z ^z ^z");
    assert_eq!((stand(&player, "secrecy"), mark(&player, &clause)), (None, None));
    player.keys("^z");
    assert!(player.notice().contains("nothing to undo here"), "{}", player.notice());
    assert!(player.answer("secret").is_some(), "what can't be seen is not undone");
    player.keys("^y");
    assert_eq!(theirs(&player).as_deref(), Some("years"));
    assert_eq!(theirs(&player.restarted()).as_deref(), Some("years"));
    player.keys("esc esc ^z");
    assert_eq!(theirs(&player), None);
    assert!(player.notice().contains("terms"), "{}", player.notice());
}

#[test]
fn a_position_that_cannot_be_saved_stays_before_the_person_and_leaving_saves_it() {
    let mut player = at_the_terms();
    player.broken = true;
    player.keys("enter never esc");
    assert!(matches!(&paper(&player).over, Some(Over::Terms(terms)) if terms.writing.is_some()));
    assert_eq!(player.notice(), "The disk is full");
    player.broken = false;
    player.keys("^c");
    assert!(player.model.finished);
    assert_eq!(stand(&player.restarted(), "secrecy").map(|stand| stand.theirs).as_deref(), Some("never"));
}
