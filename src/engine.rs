//! The logic of the interview: what stands, what is asked, what it means. Pure: no file, clock or screen.

mod accept;
mod batch;
#[cfg(test)]
pub(crate) mod fixture;
mod impact;
mod interview;
mod judge;
mod law;
mod missing;
mod pace;
mod phrase;
mod readiness;
mod replay;
mod route;
mod scene;
mod share;
mod terms;
mod truth;
mod unsettled;
mod verdict;
mod weigh;

pub use accept::{Refusal, accept, holds};
pub use batch::enter_all;
pub use impact::{Impact, impact};
pub use interview::{Interview, Progress};
pub use judge::{Finding, RowOf};
pub use law::{Told, beside, is_foreign, named_countries, told, uncovered};
pub use missing::missing;
pub use pace::{TimeLeft, time_left, time_of_essential};
pub use phrase::{
    answer_words, ask, country_name, fill, fill_for, left_out_words, milestone, row_beside, row_name,
    unfit_words,
};
pub use readiness::Readiness;
pub use replay::{apply, replay};
pub use route::{Standing, Step};
pub use terms::{Said, our_position, points, their_position};
pub use truth::{FactOf, Truth};
pub use verdict::{Judged, Verdict, law_to_find_out, to_find_out, verdict};
pub use weigh::{
    Argument, Candidate, Comparing, Mark, Reading, Seen, Weighed, Weight, compare, weigh, weigh_all,
};
