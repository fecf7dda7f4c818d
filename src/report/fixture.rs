//! A small questionnaire and interviews of it, for the tests of this room.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use serde::de::DeserializeOwned;

use crate::engine::{Interview, apply};
use crate::model::{Act, Answer, FORMAT, Header, Place, Questionnaire, Speaker, State, Value};
use crate::text::ron_options;

const MANIFEST: &str = r#"Questionnaire(
    id: "small", version: "1", title: "Small check", about: "For tests.",
    article: "An article", caution: "No legal advice.\n\nLaws change.",
    milestones: [(id: "talks", label: "talks begin"), (id: "signing", label: "the contract is signed")],
)"#;

const STAGES: &str = r#"[
    Stage(id: "profile", title: "Profile", intro: "", questions: [
        Question(id: "role", essential: true, ask: "Which side are you on?", why: "It decides the rest.", source: ["T1"],
            kind: Choice([(id: "customer", label: "Customer"), (id: "vendor", label: "Vendor")])),
        Question(id: "work", ask: "What is the work?", why: "To know it.", source: ["T2"], kind: Text(Long)),
        Question(id: "shared", ask: "Is core IP shared?", when: Is("role", "customer"), why: "It can't be taken back.",
            source: ["trips-39"], kind: YesNo),
    ], rules: [
        Rule(id: "core-shared", severity: Blocker, when: Yes("shared"), title: "Core IP leaves the house",
            because: "It can't be taken back.", action: Action(what: "Hold it back.", who: Owner, before: "signing"),
            clauses: ["secrecy"], source: ["T1", "indian-act", "trips-39"]),
    ]),
    Stage(id: "partners", title: "Partners", intro: "",
        repeats: [Repeat(id: "partners", item: "candidate partner", label: "partner_name", most: 300)],
        questions: [
        Question(id: "partner_name", essential: true, row_of: "partners", ask: "What is it called?", why: "To tell them apart.",
            source: ["T2"], kind: Text(Short)),
        Question(id: "partner_nda", row_of: "partners", ask: "Has {partner_name} signed an NDA?",
            when: Is("role", "customer"), why: "Without it {partner_name} owes you nothing.", source: ["T2"], kind: YesNo),
        Question(id: "partner_land", row_of: "partners", ask: "Where is {partner_name}?", why: "Its law counts.",
            facts: [("partner_land", "legal_system")], source: ["T2"], kind: Country),
        Question(id: "partner_fee", row_of: "partners", ask: "What does {partner_name} ask for?",
            when: Yes("partner_nda"), why: "Money matters.", source: ["T2"], kind: Money),
        Question(id: "plan", ask: "Who shall own the results?", when: Is("role", "customer"), why: "Somebody will.", source: ["T2"],
            kind: Choice([(id: "we", label: "We shall"), (id: "joint", label: "All of us | together"), (id: "open", label: "Open")])),
        Question(id: "weigh_secrecy", ask: "How much does secrecy count?", when: Is("role", "customer"), why: "You choose.",
            source: ["T2"], kind: Scale(low: "little", high: "much")),
    ], weighings: [
        Weighing(question: "plan", title: "Ways to own the results", points: [
            Point(option: "we", side: For, when: Yes("shared"), says: "What you share stays yours.", source: ["T1", "trips-39"]),
            Point(option: "we", side: Against, when: Answered("work"), says: "It costs more.", source: ["T2"]),
            Point(option: "joint", side: Against, each: "partners", when: No("partner_nda"),
                says: "{partner_name} would own it, and owes you nothing.", source: ["T2"]),
        ]),
    ], rules: [
        Rule(id: "no-nda", each: "partners", severity: High, when: No("partner_nda"),
            title: "{partner_name} has no NDA", because: "It owes you nothing.",
            action: Action(what: "Get an NDA signed.", who: Counsel, before: "talks"),
            clauses: ["secrecy"], source: ["T2"]),
        Rule(id: "silent-law", each: "partners", severity: Medium, when: Fact("partner_land", "silent_owner", ["contractor"]),
            title: "In {partner_land} the contractor owns the work", because: "The contract says nothing.",
            action: Action(what: "Have it assigned.", who: Counsel, before: "signing"), source: ["T2"]),
        Rule(id: "nda-unread", each: "partners", severity: Low, when: Yes("partner_nda"),
            title: "Nobody has read {partner_name}'s NDA", because: "It may say little.",
            action: Action(what: "Read what {partner_name} signed.", who: Counsel, before: "talks"),
            source: ["T2"]),
    ]),
]"#;

const COMPARISON: &str = r#"Comparison(
    repeat: "partners", title: "Partners side by side", about: "Who keeps a secret, and at what price.", criteria: [
        Criterion(id: "secrecy", title: "Secrecy", weight: "weigh_secrecy", signs: [
            Sign(when: Yes("partner_nda"), yes: "{partner_name} has signed.", no: "{partner_name} has signed nothing.",
                source: ["T2"]),
            Sign(applies: Yes("partner_nda"), when: Answered("work"), yes: "It knows the work.", no: "It doesn't.",
                source: ["trips-39"]),
        ]),
        Criterion(id: "price", title: "Price", weight: "weigh_secrecy", signs: [
            Sign(when: Answered("partner_fee"), yes: "It asks for {partner_fee}.", no: "Its price is unknown.", source: ["T2"]),
        ]),
    ],
)"#;

const CLAUSES: &str = r#"[
    (id: "secrecy", title: "Secrecy", settles: "What is secret, and for how long.", source: ["T2", "trips-39"]),
    (id: "price", title: "Price", settles: "What it costs.", source: ["T9"]),
]"#;

const ITEMS: &str = r#"[
    (id: "T1", theme: "profile", what: "Which side are you on?"),
    (id: "T2", theme: "profile", what: "What is outsourced?"),
    (id: "T9", theme: "profile", what: "Nobody cites this."),
]"#;

const AUTHORITIES: &str = r#"[
    (id: "trips-39", cite: "TRIPS, art. 39", says: "Secrets are protected.", as_of: "2024-01", review_by: "2025-01"),
    (id: "indian-act", cite: "Indian Act, s. 1", says: "Secrets are kept.", law_of: Countries(["IN"]),
        as_of: "2024-01", review_by: "2030-01"),
    (id: "berne-5", cite: "Berne, art. 5", says: "Nobody cites this.", as_of: "2024-01", review_by: "2030-01"),
]"#;

fn read<T: DeserializeOwned>(text: &str) -> T {
    ron_options().from_str(text).expect("the fixture is valid RON")
}

pub(super) fn questionnaire() -> Arc<Questionnaire> {
    let bare = Questionnaire::new(
        read(MANIFEST),
        read(STAGES),
        read(CLAUSES),
        Vec::new(),
        read(ITEMS),
        read(AUTHORITIES),
    );
    Arc::new(
        bare.comparing(Some(read(COMPARISON))).with_jurisdictions(crate::engine::fixture::jurisdictions()),
    )
}

/// The first moment of the fixture's sessions.
pub(super) fn start() -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::days(20_300)
}

pub(super) fn header(title: &str) -> Header {
    Header {
        format: FORMAT,
        id: "k7m2".to_owned(),
        title: title.to_owned(),
        questionnaire: "small".to_owned(),
        version: "1".to_owned(),
        folder: None,
        created: start(),
    }
}

/// The interview after these acts, one an hour, every fourth by counsel; and the moment of the last.
pub(super) fn interview(acts: &[Act]) -> (Interview, DateTime<Utc>) {
    let questionnaire = questionnaire();
    let (mut state, mut now) = (State::default(), start());
    for (act, hour) in acts.iter().zip(0..) {
        now = start() + TimeDelta::hours(hour);
        let by = if hour % 4 == 3 { Speaker::Counsel } else { Speaker::Client };
        apply(&questionnaire, &mut state, act, by, now);
        if let Act::Path { express } = act {
            state.express = *express;
        }
        if let Act::Draft { at, text } = act {
            state.drafts.insert(at.clone(), text.clone());
        }
    }
    (Interview::new(questionnaire, state), now)
}

pub(super) fn at(question: &str) -> Place {
    match question.split_once('/') {
        Some((question, row)) => Place::new(question, Some(row)),
        None => Place::new(question, None),
    }
}

/// An answer at `question` or `question/row`.
pub(super) fn says(place: &str, value: Value) -> Act {
    Act::Answer { at: at(place), to: Answer::Value(value) }
}

pub(super) fn leaves(place: &str, answer: Answer) -> Act {
    Act::Answer { at: at(place), to: answer }
}

pub(super) fn notes(place: &str, text: &str) -> Act {
    Act::Note { at: at(place), text: text.to_owned() }
}

pub(super) fn words(text: &str) -> Value {
    Value::Text(text.to_owned())
}

pub(super) fn option(id: &str) -> Value {
    Value::Choice(id.to_owned())
}
