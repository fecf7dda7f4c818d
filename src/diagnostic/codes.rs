//! Every code that a diagnostic of a questionnaire or of a file of answers can have, in the order of the alphabet.

use super::Level;

/// What a code says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code {
    /// A stable short name in kebab case.
    pub name: &'static str,
    /// How much its diagnostics weigh.
    pub level: Level,
    /// What is wrong, in a line.
    pub summary: &'static str,
}

const fn error(name: &'static str, summary: &'static str) -> Code {
    Code { name, level: Level::Error, summary }
}

const fn warning(name: &'static str, summary: &'static str) -> Code {
    Code { name, level: Level::Warning, summary }
}

/// Codes of warnings that come of the proof: where nothing is proved, none of them is told.
pub const PROVED: [&str; 7] = [
    "always-false",
    "always-true",
    "clause-never-called",
    "never-asked",
    "never-fires",
    "never-in-order",
    "risk-without-finding",
];

/// All of them.
pub const CODES: &[Code] = &[
    warning("allowance-unread", "A comment looks like an allowance and allows nothing"),
    warning("allowance-without-reason", "A warning is allowed without a reason"),
    warning("always-false", "No answers make a part of a condition true"),
    warning("always-true", "No answers make a part of a condition false"),
    error("answered-twice", "A file of answers has two for the same question"),
    error("bad-basis", "A fact's ground and the text in which it was seen don't agree"),
    error("bad-day", "A date is not a day, written as year-month-day"),
    error("bad-each", "An `each` names something that has no rows to go through"),
    error("bad-entry", "An entry of a file of answers says nothing, or two things"),
    error("bad-id", "A name can't be an id, or that of a file can't be a language"),
    error("bad-month", "A date is not a month, written as year-month"),
    error("bad-placeholder", "Braces hold no id, or a translation has others than its original"),
    error("bad-was", "An earlier id is still in use, stands twice, or is the thing's own"),
    warning("clause-never-called", "A clause is named only by rules that can't fire"),
    error("contradiction", "Two rules that contradict each other can fire together"),
    error("control-character", "A text or comment holds a character that hides or reorders words"),
    error("detail-changed", "What belongs to a question or finding of a case has changed"),
    error("duplicate-field", "A field stands twice"),
    error("duplicate-file", "A file stands twice"),
    error("duplicate-id", "An id stands twice where it must be unique"),
    warning("duplicate-text", "Two things say the same to whoever reads them"),
    error("empty-condition", "A condition has a part with nothing in it"),
    error("empty-file", "A file is empty"),
    error("empty-matrix", "A matrix of the report does not say who gets what"),
    error("empty-range", "No number or number of rows is possible, or every one"),
    error("empty-repeat", "Nothing is asked for the rows of a repeat"),
    error("empty-stage", "A stage asks nothing"),
    error("empty-text", "A text has nothing to read"),
    error("essential-gate", "An essential question hangs on one that the express path leaves out"),
    warning("extra-translation", "A translation is of a text that the questionnaire doesn't have"),
    warning("fact-nowhere", "No country that is known has a fact, or a value of it"),
    error("finding-gone", "The answers of a case no longer come to a finding"),
    error("finding-new", "The answers of a case come to a new finding"),
    error("finding-severity", "A finding of a case has another severity than was recorded"),
    warning("idle-weight", "A weight can't change anything"),
    error("later-question", "A question is named before it is asked"),
    error("later-repeat", "Rows are named before they are all known"),
    error("missing-field", "A field that is needed is missing"),
    error("missing-file", "A file that is needed is missing"),
    warning("missing-translation", "A language lacks some of the texts"),
    error("nested-repeat", "A condition goes through the same rows twice"),
    warning("never-asked", "No answers lead to a question"),
    warning("never-fires", "No answers make a rule fire"),
    warning("never-in-order", "A rule fires wherever it applies"),
    error("no-criteria", "A comparison has no criteria"),
    error("no-options", "A question has no options to choose from"),
    warning("no-outcome", "A case has no record to hold the questionnaire against"),
    error("no-points", "A weighing has no points"),
    error("no-signs", "A criterion looks at nothing"),
    error("no-source", "Something names no authority"),
    error("no-stages", "A questionnaire has no stages"),
    error("not-text", "A file is no text in UTF-8"),
    warning("odd-date", "A date is still to come, or comes before one that it must follow"),
    warning("options-alike", "Two options, or both ends of a scale, read the same"),
    error("order-gone", "The answers of a case no longer show that a rule is in order"),
    error("order-new", "The answers of a case now show that a rule is in order"),
    error("other-country", "A country's file holds another country"),
    warning("outdated-translation", "A text has changed since it was translated"),
    error("own-question", "A question depends on its own answer"),
    error("own-rule", "A rule contradicts itself"),
    warning("part-twice", "A condition says the same twice"),
    error("placeholder-here", "A placeholder stands where none is filled in"),
    error("question-gone", "A question is no longer asked that a case was asked"),
    error("question-new", "A question is asked that a case was not asked"),
    error("refused", "An answer can't be given as the interview stands"),
    error("repeat-label", "A question can't name the rows of its repeat"),
    warning("risk-without-finding", "A dangerous option leads to no finding"),
    error("row-question", "A question about rows is named where no row is at hand"),
    error("stage-number", "A stage has no place in the order"),
    warning("stale-authority", "What the law says should have been read again by now"),
    error("syntax", "A file can't be read beyond a place"),
    warning("text-too-long", "A text is too long for its place on a small screen"),
    error("too-deep", "Brackets stand too deep in one another"),
    error("too-large", "A file is too large"),
    warning("too-large-to-prove", "Conditions go through too many rows of rows"),
    error("too-many-signs", "A criterion has more signs than anybody reads"),
    error("unfit-value", "A value can't be the answer to its question"),
    error("unknown-clause", "There is no such clause"),
    warning("unknown-code", "A warning is allowed whose code doesn't exist"),
    error("unknown-country", "There is no such country"),
    error("unknown-fact", "There is no such kind of fact"),
    error("unknown-field", "There is no such field"),
    error("unknown-milestone", "There is no such milestone"),
    error("unknown-option", "There is no such option"),
    error("unknown-question", "There is no such question"),
    error("unknown-repeat", "There is no such repeat"),
    error("unknown-rule", "There is no such rule"),
    error("unknown-share", "There is no such mark for who may read it"),
    error("unknown-source", "There is no such authority"),
    error("unknown-state", "There is no such state of an answer"),
    error("unknown-value", "A fact never has such a value"),
    error("unknown-variant", "There is nothing of that name to write here"),
    warning("unread-file", "A file belongs to no part of a questionnaire"),
    warning("unread-folder", "A folder is no part of a questionnaire but holds files like its own"),
    error("unreadable-file", "A file or folder can't be read"),
    warning("unseen-character", "A text holds a character that nobody sees"),
    warning("unused-allowance", "A warning is allowed that doesn't arise"),
    warning("unused-authority", "Nothing cites an authority"),
    warning("unused-clause", "No rule calls for a clause"),
    warning("unused-option", "Nothing tells two options of a question apart"),
    warning("unused-question", "Nothing depends on an answer"),
    warning("unused-term", "No question holds a word of the glossary"),
    error("weighing-stage", "A weighing stands in another stage than its question"),
    error("wrong-kind", "Something is said of a question that can't be said of its kind"),
    error("wrong-repeat", "A question belongs to other rows than those at hand"),
    error("wrong-type", "Another sort of value is expected"),
];

/// The code of that name.
#[must_use]
pub fn code(name: &str) -> Option<&'static Code> {
    CODES.binary_search_by(|code| code.name.cmp(name)).ok().map(|at| &CODES[at])
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::fs;
    use std::path::{Path, PathBuf};

    use super::*;

    /// Names in kebab case that are no codes.
    const NO_CODES: [&str; 1] = ["offshore-ip"];
    /// The rooms where diagnostics are made.
    const ROOMS: [&str; 3] = ["load", "prove", "cases"];

    fn files(path: &Path) -> Vec<PathBuf> {
        let stem = path.file_stem().unwrap_or_default();
        if stem == "tests" {
            return Vec::new();
        }
        match fs::read_dir(path) {
            Ok(folder) => folder.flatten().flat_map(|entry| files(&entry.path())).collect(),
            Err(_) => vec![path.to_owned()],
        }
    }

    /// What stands between quotes in the program's own lines.
    fn literals(text: &str) -> BTreeSet<&str> {
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        let kebab = |word: &&str| {
            word.contains('-')
                && word
                    .split('-')
                    .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase()))
        };
        code.split('"')
            .filter(|word| kebab(word) || ["contradiction", "refused", "syntax"].contains(word))
            .collect()
    }

    #[test]
    fn the_table_has_every_code_that_is_used_and_no_other() {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let files = ROOMS.iter().flat_map(|room| files(&source.join(room)));
        let texts: Vec<String> = files.filter_map(|file| fs::read_to_string(file).ok()).collect();
        let used: BTreeSet<&str> = texts.iter().flat_map(|text| literals(text)).collect();
        let unknown: Vec<_> =
            used.iter().filter(|name| code(name).is_none() && !NO_CODES.contains(name)).collect();
        assert!(unknown.is_empty(), "not in the table: {unknown:?}");
        let idle: Vec<_> = CODES.iter().map(|code| code.name).filter(|name| !used.contains(name)).collect();
        assert!(idle.is_empty(), "used nowhere: {idle:?}");
    }

    #[test]
    fn a_code_has_one_level() {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut levels: BTreeMap<String, Level> = BTreeMap::new();
        for text in ROOMS
            .iter()
            .flat_map(|room| files(&source.join(room)))
            .filter_map(|file| fs::read_to_string(file).ok())
        {
            let made = [("Diagnostic::error(\"", Level::Error), ("Diagnostic::warning(\"", Level::Warning)];
            for (call, level) in made {
                let names = text.split(call).skip(1).filter_map(|after| after.split('"').next());
                levels.extend(names.map(|name| (name.to_owned(), level)));
            }
        }
        assert!(levels.len() > 30, "{levels:?}");
        for (name, level) in levels {
            assert_eq!(code(&name).map(|code| code.level), Some(level), "{name}");
        }
    }

    #[test]
    fn codes_stand_in_order_and_say_something() {
        assert!(CODES.is_sorted_by(|one, other| one.name < other.name));
        for code in CODES {
            assert!(code.summary.contains(' ') && !code.summary.ends_with('.'), "{}", code.name);
        }
    }
}
