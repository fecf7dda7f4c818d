//! Interviews to look at: a small questionnaire, sessions with fixed times.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset, TimeDelta, Utc};
use tui_input::Input;

use crate::engine::{Readiness, Step};
use crate::model::{
    Act, Answer, Authority, Clause, Entry, FORMAT, Header, Item, Manifest, Place, Questionnaire, Session,
    Speaker, Stage, Term, Value,
};
use crate::text::ron_options;
use crate::tui::editor::Editor;
use crate::tui::model::{Card, Departing, Desk, Home, Model, Naming, Offer, Screen};
use crate::tui::theme::Theme;

fn parse<T: serde::de::DeserializeOwned>(text: &str) -> T {
    ron_options().from_str(text).unwrap_or_else(|problem| panic!("{problem} in {text}"))
}

pub fn questionnaire() -> Arc<Questionnaire> {
    let manifest: Manifest = parse(
        r#"(id: "offshore-ip", version: "1", title: "Offshore", about: "…", article: "WIPO, “Intellectual Property and Offshore Outsourcing”",
            caution: "…", milestones: [(id: "selection", label: "a partner is chosen"), (id: "disclosure", label: "anything confidential is disclosed"),
            (id: "signing", label: "the contract is signed"), (id: "start", label: "the work starts")])"#,
    );
    let stages: Vec<Stage> = parse(include_str!("questionnaire.ron"));
    let clauses: Vec<Clause> = parse(
        r#"[(id: "confidentiality", title: "Confidentiality", settles: "What is secret, who may see it, and for how long it stays secret after the end.", position: ["partner_nda"], source: ["B2.4"]),
            (id: "ownership", title: "Ownership of results", settles: "Who owns what the work creates, and from which moment.", source: ["O1"])]"#,
    );
    let glossary: Vec<Term> = parse(
        r#"[(term: "licence", also: ["license"], meaning: "Permission to use what someone else owns, within limits of purpose, place, time and price. Ownership doesn't change hands."),
            (term: "improvement", also: ["improvements"], meaning: "A change that makes something existing better."),
            (term: "NDA", also: ["NDAs"], meaning: "Non-disclosure agreement: a contract to keep information secret and use it only for an agreed purpose."),
            (term: "joint ownership", also: ["own them jointly"], meaning: "Two or more own the same right together. What each may do alone differs by country.")]"#,
    );
    let items: Vec<Item> = parse(
        r#"[(id: "O1", theme: "Ownership", what: "Four models of ownership, and what each is good for"), (id: "O2.3", theme: "Ownership", what: "Joint ownership"),
            (id: "TS6", theme: "Trade secrets", what: "Who has promised to keep the secret")]"#,
    );
    let authorities: Vec<Authority> = parse(
        r#"[(id: "trips-39", cite: "TRIPS Agreement, Article 39", says: "Secrets are protected while reasonable steps keep them secret.", as_of: "2026-01", review_by: "2028-01")]"#,
    );
    let bare = Questionnaire::new(manifest, stages, clauses, glossary, items, authorities);
    let comparison = Some(parse(include_str!("comparison.ron")));
    let layout = parse(
        r#"(counterpart: "partners", parts: [Summary, Glance, Findings, Comparison, Arguments, Law, Terms, Actions, Open, Answers,
            Parked, Sources, Limits])"#,
    );
    Arc::new(
        bare.comparing(comparison)
            .laid_out(Some(layout))
            .with_jurisdictions(crate::engine::fixture::jurisdictions()),
    )
}

/// The moment at which every session here begins.
pub fn morning() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_340_400, 0).expect("a moment")
}

pub fn place(question: &str, row: &str) -> Place {
    Place::new(question, (!row.is_empty()).then_some(row))
}

pub fn say(question: &str, row: &str, value: Value) -> Act {
    Act::Answer { at: place(question, row), to: Answer::Value(value) }
}

pub fn words(text: &str) -> Value {
    Value::Text(text.to_owned())
}

pub fn choice(id: &str) -> Value {
    Value::Choice(id.to_owned())
}

/// Acts of a session that has come as far as ownership.
pub fn underway() -> Vec<Act> {
    let rows = |ids: &[&str]| Value::Rows(ids.iter().map(|id| (*id).to_owned()).collect());
    let complete = |repeat: &str| Act::Complete { repeat: repeat.to_owned(), complete: true };
    vec![
        say("role", "", choice("customer")),
        say("home_country", "", Value::Country("DE".to_owned())),
        say("goals", "", Value::Choices(vec!["cost".to_owned(), "skills".to_owned()])),
        say(
            "story",
            "",
            words("Firmware for our pumps is moved to a new controller.\nThe vendor sees the source."),
        ),
        Act::Answer { at: place("worth", ""), to: Answer::DontKnow },
        Act::Answer { at: place("start", ""), to: Answer::AskCounsel },
        say("people", "", Value::Number(12.into())),
        say("loss", "", Value::Scale(4)),
        say("asset_name", "a1", words("Source code")),
        say("asset_kind", "a1", choice("trade_secret")),
        say("asset_name", "a2", words("Acme brand")),
        say("asset_kind", "a2", choice("brand")),
        complete("assets"),
        say("partner_name", "p1", words("Bengaluru Soft")),
        say("partner_country", "p1", Value::Country("IN".to_owned())),
        say("partner_receives", "p1", rows(&["a1", "a2"])),
        say("partner_nda", "p1", Value::YesNo(false)),
        complete("partners"),
    ]
}

/// Acts of a session with so many partners, of whom less and less is known.
pub fn partners(count: usize) -> Vec<Act> {
    let names = [
        ("Łódź Code", "PL"),
        ("Hanoi Works", "VN"),
        ("深圳市某某电子科技有限公司", "CN"),
        ("Cluj Nine", "RO"),
    ];
    let mut acts = underway();
    for ((name, country), number) in names.into_iter().zip(2..).take(count.saturating_sub(1)) {
        let row = format!("p{number}");
        acts.push(say("partner_name", &row, words(name)));
        acts.push(say("partner_country", &row, Value::Country(country.to_owned())));
        if number < 4 {
            acts.push(say("partner_receives", &row, Value::Rows(vec!["a2".to_owned()])));
            acts.push(say("partner_nda", &row, Value::YesNo(number == 2)));
        }
    }
    acts.push(Act::Complete { repeat: "partners".to_owned(), complete: true });
    acts.push(say("improvements", "", choice("we")));
    acts.push(say("weigh_secrecy", "", Value::Scale(5)));
    acts
}

pub fn session(title: &str, acts: Vec<Act>) -> Session {
    let header = Header {
        format: FORMAT,
        id: "k3f9".to_owned(),
        title: title.to_owned(),
        questionnaire: "offshore-ip".to_owned(),
        version: "1".to_owned(),
        folder: None,
        created: morning(),
    };
    let entry = |(at, act): (i32, Act)| {
        let by = if matches!(&act, Act::Answer { at, .. } if at.question == "assignment") {
            Speaker::Counsel
        } else {
            Speaker::Client
        };
        Entry { at: morning() + TimeDelta::seconds(i64::from(at) * 30), by, act }
    };
    Session { header, entries: (1..).zip(acts).map(entry).collect() }
}

pub fn desk(title: &str, acts: Vec<Act>) -> Desk {
    Desk::new(questionnaire(), session(title, acts))
}

/// The desk at another question.
pub fn at(mut desk: Desk, question: &str, row: &str) -> Desk {
    go(&mut desk, Step::Ask(place(question, row)));
    desk
}

pub fn go(desk: &mut Desk, step: Step) {
    desk.editor = Some(Editor::new(&desk.interview, &step));
    desk.at = Some(step);
}

/// The desk behind the last question.
pub fn at_the_end(mut desk: Desk) -> Desk {
    desk.at = None;
    desk.editor = None;
    desk
}

pub fn model(screen: Screen) -> Model {
    Model {
        screen,
        notice: None,
        paper: None,
        formats: std::collections::BTreeSet::from([crate::report::Format::ALL[0]]),
        look: None,
        size: (80, 24),
        theme: Theme::Colour,
        zone: FixedOffset::east_opt(3600).expect("an hour"),
        speaker: Speaker::Client,
        departing: Departing::default(),
        finished: false,
    }
}

pub fn on(desk: Desk) -> Model {
    model(Screen::Desk(Box::new(desk)))
}

fn card(title: &str, progress: (usize, usize), readiness: Option<(u8, u8)>, hours: i64) -> Card {
    Card {
        path: PathBuf::from(format!("{title}.ron")),
        id: title.chars().take(4).collect(),
        title: title.to_owned(),
        changed: Some(morning() - TimeDelta::hours(hours)),
        progress,
        readiness: readiness.map(|(low, high)| Readiness { low, high }),
        express: progress == (88, 88),
        trouble: None,
    }
}

/// The first screen while a new interview is given its name.
pub fn naming(name: &str, express: bool) -> Home {
    let naming = Naming { input: Input::new(name.to_owned()), express };
    Home { naming: Some(Box::new(naming)), ..home() }
}

/// The same acts by the express path.
pub fn express(acts: &[Act]) -> Vec<Act> {
    std::iter::once(Act::Path { express: true }).chain(acts.iter().cloned()).collect()
}

pub fn home() -> Home {
    let trouble = Card {
        path: PathBuf::from("old.ron"),
        id: String::new(),
        title: "old-9c2d.session.ron".to_owned(),
        changed: None,
        progress: (0, 0),
        readiness: None,
        express: false,
        trouble: Some(
            "Written by a newer Safeshore (format 2). Nothing was changed.\nInstall it to go on.".to_owned(),
        ),
    };
    Home {
        listed: true,
        cards: vec![
            card("Acme → Bengaluru", (34, 92), Some((46, 78)), 1),
            card("深圳硬件外包 Ⅱ", (88, 88), Some((71, 71)), 27),
            card("مشروع القاهرة", (3, 61), Some((0, 100)), 300),
            card(
                "🚀 Payroll engine for a customer in Melbourne that has asked for everything twice",
                (0, 40),
                None,
                900,
            ),
            trouble,
        ],
        selected: 1,
        filter: Input::default(),
        naming: None,
        offer: Some(Offer { questions: 20, essential: 8, minutes: 4 }),
        help: false,
    }
}
