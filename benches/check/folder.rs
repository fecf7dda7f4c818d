//! A generated questionnaire as the files of a folder.

use std::fmt::Write;

use safeshore::text::Source;

use crate::generated::{CLAUSES, Condition, Generated, ITEMS, Kind, Question, Rule, STAGE};

/// Its files, under their names within the folder.
#[must_use]
pub fn files(generated: &Generated) -> Vec<Source> {
    let manifest = r#"Questionnaire(
    id: "generated", version: "1", title: "Generated", about: "As large as one likes.", article: "None",
    caution: "It means nothing.", milestones: [(id: "signing", label: "the contract is signed")],
)
"#;
    let stages = generated.questions.chunks(STAGE).enumerate();
    let stages = stages.map(|(number, questions)| {
        let name = format!("stages/{}-part.ron", number + 1);
        Source::new(name, stage(number, questions, &generated.rules))
    });
    let others = [("questionnaire.ron", manifest), ("source.ron", &items()), ("clauses.ron", &clauses())];
    others.into_iter().map(|(name, text)| Source::new(name, text)).chain(stages).collect()
}

fn items() -> String {
    let item =
        |number| format!("    (id: \"T{number}\", theme: \"size\", what: \"What item {number} wants.\"),\n");
    format!("[\n{}]\n", (0..ITEMS).map(item).collect::<String>())
}

fn clauses() -> String {
    let clause = |number| {
        format!(
            "    (id: \"c{number}\", title: \"Point {number}\", settles: \"What holds under number {number}.\", source: [\"T1\"]),\n"
        )
    };
    format!("[\n{}]\n", (0..CLAUSES).map(clause).collect::<String>())
}

fn stage(number: usize, questions: &[Question], rules: &[Rule]) -> String {
    let first = number * STAGE;
    let mut text = format!(
        "Stage(\n    id: \"s{number}\", title: \"Part {number}\", intro: \"What comes as number {number}.\",\n    questions: [\n"
    );
    for (at, question) in questions.iter().enumerate() {
        let _ = write_question(&mut text, first + at, question);
    }
    text += "    ],\n    rules: [\n";
    for rule in rules.iter().filter(|rule| (first..first + STAGE).contains(&rule.after)) {
        let _ = write_rule(&mut text, rule);
    }
    text + "    ],\n)\n"
}

fn write_question(text: &mut String, number: usize, question: &Question) -> std::fmt::Result {
    write!(
        text,
        "        Question(id: \"q{number}\", ask: \"What do you say to point {number} of this long list?\",\n            \
         why: \"Because number {number} decides what comes after it.\", source: [\"T{}\"], kind: ",
        number % ITEMS,
    )?;
    match question.kind {
        Kind::YesNo => write!(text, "YesNo")?,
        Kind::Number => write!(text, "Number(unit: \"items\", least: 0, most: 100)")?,
        Kind::Choice(options) => {
            let option = |at| format!("(id: \"o{at}\", label: \"The answer number {at} to {number}\")");
            write!(text, "Choice([{}])", (0..options).map(option).collect::<Vec<_>>().join(", "))?;
        }
    }
    if let Some(when) = &question.when {
        write!(text, ",\n            when: {}", condition(when))?;
    }
    writeln!(text, "),")
}

fn write_rule(text: &mut String, rule: &Rule) -> std::fmt::Result {
    let Rule { after, when, clause } = rule;
    writeln!(
        text,
        "        Rule(id: \"r{after}\", severity: Medium, title: \"Something is wrong at {after}\", when: {},\n            \
         because: \"It was said so at {after}.\", clauses: [\"c{clause}\"], source: [\"T{}\"],\n            \
         action: Action(what: \"Mend point {after}.\", who: Counsel, before: \"signing\")),",
        condition(when),
        after % ITEMS,
    )
}

fn condition(of: &Condition) -> String {
    let list = |parts: &[Condition]| parts.iter().map(condition).collect::<Vec<_>>().join(", ");
    match of {
        Condition::All(parts) => format!("All([{}])", list(parts)),
        Condition::Any(parts) => format!("Any([{}])", list(parts)),
        Condition::Not(part) => format!("Not({})", condition(part)),
        Condition::Yes(number) => format!("Yes(\"q{number}\")"),
        Condition::No(number) => format!("No(\"q{number}\")"),
        Condition::Is(number, option) => format!("Is(\"q{number}\", \"o{option}\")"),
        Condition::AtLeast(number, least) => format!("AtLeast(\"q{number}\", {least})"),
    }
}
