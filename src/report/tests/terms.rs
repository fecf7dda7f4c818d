//! Where each side stands on a point of the contract.

use std::sync::Arc;

use crate::engine::Interview;
use crate::model::{Act, Layout, Questionnaire, Share, Stand, Subject, Value};
use crate::report::compose::USUAL;
use crate::report::document::{Block, Detail};
use crate::report::fixture::{at, header, interview, option, says, words};
use crate::report::{Edition, compose};

/// With an answer of ours, and one about each of two others, all of which may be read by those whom they are about.
fn acts() -> Vec<Act> {
    let answers = [
        ("role", option("customer")),
        ("partner_name/a", words("Acme")),
        ("partner_nda/a", Value::YesNo(true)),
        ("partner_name/b", words("Binh")),
        ("partner_nda/b", Value::YesNo(true)),
        ("plan", option("we")),
    ];
    let marks = answers.clone().map(|(place, _)| Subject::Answer(at(place)));
    let marks = marks.into_iter().chain([Subject::Clause("secrecy".to_owned())]);
    let stand = Stand { theirs: "Two years.".to_owned(), agreed: false };
    let answers = answers.into_iter().map(|(place, value)| says(place, value));
    let marks = marks.map(|of| Act::Mark { of, to: Some(Share::Shareable) });
    answers.chain([Act::Stand { clause: "secrecy".to_owned(), to: stand }]).chain(marks).collect()
}

/// What the term sheet says of where each side stands on secrecy.
fn stands(edition: &Edition) -> Vec<(&'static str, String)> {
    let (interview, changed) = interview(&acts());
    let mut questionnaire = Questionnaire::clone(interview.questionnaire());
    questionnaire.clauses[0].position = vec!["plan".into(), "partner_nda".into()];
    let layout = Layout { counterpart: Some("partners".into()), cover: Vec::new(), parts: USUAL.to_vec() };
    let questionnaire = Arc::new(questionnaire.laid_out(Some(layout)));
    let interview = Interview::new(questionnaire, interview.state().clone());
    let document = compose(&interview, &header("T"), changed, edition);
    let terms = document.sections.into_iter().find(|section| section.anchor == "contract").unwrap();
    let Block::Entries(entries) = &terms.blocks[1] else { panic!("{:?}", terms.blocks) };
    let line = |detail: &Detail| detail.line.iter().map(|run| run.text.as_str()).collect();
    let told = entries[0].details.iter().filter(|detail| detail.label != Some("Source"));
    told.filter_map(|detail| Some((detail.label?, line(detail)))).collect()
}

#[test]
fn each_side_stands_where_its_answers_say() {
    let ours = || "Who shall own the results? We shall".to_owned();
    let acme = "Has Acme signed an NDA? Yes";
    let all = format!("{acme}\nHas Binh signed an NDA? Yes\nTwo years.");
    assert_eq!(stands(&Edition::Counsel), [("Where we stand today", ours()), ("Their position", all)]);
    let theirs = format!("{acme}\nTwo years.");
    assert_eq!(
        stands(&Edition::Counterpart { row: Some("a".to_owned()) }),
        [("Our position", ours()), ("Your position, as we understand it", theirs)]
    );
}
