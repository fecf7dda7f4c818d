//! The report on the screen, and what is marked.

use std::path::PathBuf;

use super::*;
use crate::model::{Share, Stand, Subject};
use crate::report::Format;
use crate::tui::model::{Over, Paper, Run, Saving, Stage, Terms};
use crate::tui::view::lay_out;

/// Formats that are made; which others there are is no matter here.
const MADE: [Format; 3] = [Format::Html, Format::Markdown, Format::Xlsx];

/// The report of a desk, changed as somebody would who reads it.
fn read(desk: Desk, change: impl FnOnce(&mut Paper)) -> Model {
    let mut paper = Paper::of_desk(&desk);
    change(&mut paper);
    let mut model = on(desk);
    model.paper = Some(Box::new(paper));
    model
}

fn ended() -> Desk {
    desk("Acme → Bengaluru", to_the_end())
}

fn saving(stage: Stage) -> impl FnOnce(&mut Paper) {
    |paper| paper.over = Some(Over::Saving(Saving { cursor: 2, stage }))
}

fn files(count: usize) -> Vec<PathBuf> {
    let name = |format: &Format| {
        format!("/home/me/.local/share/safeshore/sessions/acme-bengaluru-k3f9.counsel.{}", format.ending())
    };
    MADE.iter().take(count).map(name).map(PathBuf::from).collect()
}

fn run(made: usize) -> Run {
    Run { formats: MADE.to_vec(), made: files(made), ..Run::default() }
}

/// Acts after which one point is agreed and shareable.
fn agreed() -> Vec<Act> {
    let mut acts = to_the_end();
    let theirs = "Two years, and no list of what is secret.\n保密期两年。".to_owned();
    acts.push(Act::Stand { clause: "confidentiality".to_owned(), to: Stand { theirs, agreed: true } });
    acts.push(marked(Subject::Clause("confidentiality".to_owned()), Share::Shareable));
    acts
}

fn marked(of: Subject, to: Share) -> Act {
    Act::Mark { of, to: Some(to) }
}

fn terms(writing: Option<&str>) -> impl FnOnce(&mut Paper) {
    let writing = writing.map(|text| Box::new(area(text)));
    |paper| paper.over = Some(Over::Terms(Terms { clauses: paper.points(), chosen: 0, scrolled: 0, writing }))
}

/// One model of each sort, for tests that draw them at every size.
pub fn models() -> Vec<Model> {
    let trouble = Run { unmade: vec![(MADE[1], "源代码 ".repeat(90))], ..run(1) };
    vec![
        read(strange(), |_| {}),
        read(strange(), |paper| paper.top = usize::MAX),
        read(strange(), |paper| paper.over = Some(Over::Help(2))),
        read(strange(), |paper| paper.over = Some(Over::Outline(99))),
        read(strange(), saving(Stage::Choosing)),
        read(ended(), saving(Stage::Asking(files(3)))),
        read(ended(), saving(Stage::Making(run(1)))),
        read(ended(), saving(Stage::Done(trouble, 0))),
        read(desk("Terms", agreed()), terms(None)),
        read(desk("Terms", agreed()), terms(Some("日本e\u{301}👩\u{200d}🔬"))),
    ]
}

#[test]
fn the_report() {
    golden("report", &read(ended(), |_| {}));
    golden("report-scrolled", &read(ended(), |paper| paper.top = 24));
    golden("report-end", &read(ended(), |paper| paper.top = usize::MAX));
    golden("report-outline", &read(ended(), |paper| paper.over = Some(Over::Outline(2))));
    golden("report-help", &read(ended(), |paper| paper.over = Some(Over::Help(0))));
    golden("report-other-side", &read(desk("Acme → Bengaluru", agreed()), |paper| paper.turn_to(2)));
    golden("report-strange", &read(strange(), |paper| paper.top = 30));
}

#[test]
fn saving_the_report() {
    // Without PDF there is one format less to choose from.
    #[cfg(feature = "pdf")]
    golden("saving", &read(ended(), saving(Stage::Choosing)));
    #[cfg(feature = "pdf")]
    {
        let mut model = read(ended(), saving(Stage::Choosing));
        model.look = Some(crate::tui::model::Look::Firm);
        golden("saving-look", &model);
    }
    golden("saving-asking", &read(ended(), saving(Stage::Asking(files(2)))));
    golden("saving-making", &read(ended(), saving(Stage::Making(run(1)))));
    golden("saving-done", &read(ended(), saving(Stage::Done(run(3), 1))));
    golden("saving-lacking", &read(ended(), saving(Stage::Done(Run { lacking: 3, ..run(2) }, 1))));
    let why = "The file could not be written: the disk is full.\nNothing was written; what stood there before is as it was";
    let trouble = Run { unmade: vec![(MADE[1], why.to_owned())], ..run(1) };
    golden("saving-trouble", &read(ended(), saving(Stage::Done(trouble, 0))));
}

#[test]
fn the_terms() {
    golden("terms", &read(desk("Acme → Bengaluru", agreed()), terms(None)));
    golden(
        "terms-writing",
        &read(desk("Acme → Bengaluru", agreed()), terms(Some("Two years.\n保密期两年。"))),
    );
}

#[test]
fn what_is_marked_is_told_in_words() {
    let mut acts = underway();
    acts.push(Act::Note { at: place("improvements", ""), text: "Ask Meera what the draft says.".to_owned() });
    acts.push(marked(Subject::Answer(place("improvements", "")), Share::Shareable));
    acts.push(marked(Subject::Note(place("improvements", "")), Share::Private));
    acts.push(marked(Subject::Row { repeat: "partners".to_owned(), row: "p1".to_owned() }, Share::Private));
    let marked = || desk("Acme → Bengaluru", acts.clone());
    golden("marked", &on(at(marked(), "improvements", "")));
    golden("marked-in-its-row", &on(at(marked(), "partner_nda", "p1")));
    let mut rows = marked();
    fixture::go(&mut rows, Step::Rows("partners".to_owned()));
    golden("marked-row", &on(rows));
    let note = area("Ask Meera what the draft says.");
    golden("marked-note", &over(marked(), Overlay::Note(place("improvements", ""), Box::new(note))));
    let review = Review { filter: Filter::All, selected: 13 };
    golden("marked-review", &over(marked(), Overlay::Review(review)));
    let mut by_counsel = over(acme(), Overlay::Note(place("improvements", ""), Box::new(area(""))));
    by_counsel.speaker = Speaker::Counsel;
    golden("note-of-counsel", &by_counsel);
}

/// Every word of the document, in any order of lines.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = text.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect();
    words.retain(|word| !word.is_empty());
    words.sort();
    words.dedup();
    words
}

#[test]
fn every_word_of_the_report_is_on_its_page() {
    for desk in [ended(), strange(), desk("Terms", agreed()), desk("Many", partners(5))] {
        let paper = Paper::of_desk(&desk);
        let markdown = crate::report::markdown(&paper.document);
        for columns in [110, 84, 46] {
            let page = lay_out(&paper.document, columns, Theme::Plain);
            let shown = page.text();
            let shown = words(&shown.replace(char::is_whitespace, " "));
            let joined = page.text().replace(char::is_whitespace, "");
            // Over the figures of a bar, which needs no such head.
            let missing: Vec<String> = words(&markdown)
                .into_iter()
                .filter(|word| word != "Share" && !shown.contains(word) && !joined.contains(word.as_str()))
                .collect();
            assert!(missing.is_empty(), "{columns}: {missing:?}");
        }
    }
}
