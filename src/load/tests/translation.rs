//! Translations: every way to break them, and what is missing in them.

use super::lint::places;
use super::*;

const SPANISH: &str = r#"[
    (of: "role.ask", from: "Which side?", text: "¿Qué lado?"),
    (of: "role.customer.label", from: "Customer", text: "Cliente"),
    (of: "people.hint", from: "As {role} in {home}.", text: "Como {role} en {home}."),
    (of: "NDA.term", from: "NDA", text: "NDA"),
]"#;

/// The little questionnaire with a translation of that name.
fn with(name: &str, text: &str) -> Vec<Source> {
    little().into_iter().chain([Source::new(format!("little/text/{name}"), text)]).collect()
}

fn spanish(from: &str, to: &str) -> Vec<Source> {
    assert!(SPANISH.contains(from), "the translation has no {from}");
    with("es.ron", &SPANISH.replacen(from, to, 1))
}

#[test]
fn a_broken_translation_is_an_error_even_where_nobody_sees_it() {
    let cases = [
        ("duplicate-id: role.ask | role.ask", "role.customer.label", "role.ask"),
        ("bad-placeholder: Como {role}.", "Como {role} en {home}.", "Como {role}."),
        ("bad-placeholder: ¿Qué lado, {role}?", "¿Qué lado?", "¿Qué lado, {role}?"),
        ("bad-placeholder: Como {role} en {casa}.", "en {home}", "en {casa}"),
        ("empty-text: \"\"", "¿Qué lado?", ""),
        ("control-character: \u{202e}", "¿Qué lado?", "¿Qué\u{202e} lado?"),
        ("control-character: \u{200e}", "Which side?", "Which\u{200e} side?"),
        ("unknown-field: form", "from: \"NDA\"", "form: \"NDA\""),
        ("missing-field: (", "from: \"NDA\", ", ""),
    ];
    for (wanted, from, to) in cases {
        let checked = check(spanish(from, to));
        assert_eq!(places(&checked), [wanted], "{from} -> {to}\n{}", drawn(&checked));
        assert!(checked.questionnaire.is_none());
    }
    assert_eq!(codes(&check(with("es.ron", SPANISH))), [""; 0]);
    // Names are resolved all the same.
    let mut sources = spanish("[", "");
    sources[PROFILE].text = sources[PROFILE].text.replacen(r#"Is("role""#, r#"Is("rol""#, 1);
    assert_eq!(codes(&check(sources)), ["unknown-question", "wrong-type"]);
}

#[test]
fn a_translation_is_named_after_its_language() {
    for name in ["es.ron", "pt-BR.ron", "zh-Hant.ron"] {
        assert_eq!(codes(&check(with(name, "[]"))), [""; 0], "{name}");
    }
    for name in ["spanish.ron", "es_MX.ron", "1-profile.ron"] {
        assert_eq!(codes(&check(with(name, "[]"))), ["bad-id"], "{name}");
    }
    let twice = [with("es.ron", "[]"), vec![Source::new("more/text/ES.ron", "[]")]].concat();
    assert_eq!(codes(&check(twice)), ["duplicate-file"]);
}

fn linted(sources: Vec<Source>) -> Checked {
    super::super::check(sources, TODAY)
}

/// A translation of all that there is into itself.
fn whole() -> String {
    let mut found = Vec::new();
    let folder = Folder::read(&little(), &mut found);
    let texts = texts::of_folder(&folder).into_iter().filter(texts::Text::is_translated);
    let lines = texts.map(|text| {
        format!("(of: \"{}\", from: \"{}\", text: \"{}\"),\n", text.key(), *text.words, *text.words)
    });
    format!("[{}]", lines.collect::<String>())
}

#[test]
fn every_text_has_a_name_of_its_own() {
    let mut found = Vec::new();
    let folder = Folder::read(&little(), &mut found);
    let keys: Vec<String> = texts::of_folder(&folder).iter().map(texts::Text::key).collect();
    let unique: std::collections::BTreeSet<&String> = keys.iter().collect();
    assert_eq!(unique.len(), keys.len());
    for key in [
        "role.ask",
        "role.customer.label",
        "people.unit",
        "haste.low",
        "partners.item",
        "stage.partners.title",
        "bold.because",
        "weighing.plan.title",
        "weighing.plan.go.1.says",
        "weighing.plan.go.3.says",
        "clause.secrecy.settles",
        "term.NDA.meaning",
        "term.NDA.1.also",
        "item.T1.what",
        "authority.berne.says",
        "comparison.partners.about",
        "criterion.bond.title",
        "criterion.bond.2.no",
        "questionnaire.little.caution",
        "milestone.signing.label",
    ] {
        assert!(keys.iter().any(|one| one == key), "{key} is not among {keys:?}");
    }
    let builtin = builtin();
    let folder = Folder::read(&builtin, &mut found);
    let keys: Vec<String> = texts::of_folder(&folder).iter().map(texts::Text::key).collect();
    let unique: std::collections::BTreeSet<&String> = keys.iter().collect();
    assert_eq!((unique.len(), found), (keys.len(), vec![]));
}

#[test]
fn a_whole_translation_is_in_order() {
    let checked = linted(with("es.ron", &whole()));
    assert_eq!(drawn(&checked), "");
}

#[test]
fn nothing_is_made_of_what_could_not_be_read() {
    let mut sources = with("es.ron", &whole());
    sources[PROFILE].text = sources[PROFILE].text.replacen("ask: \"Which side?\"", "aks: \"Which side?\"", 1);
    assert_eq!(codes(&linted(sources)), ["unknown-field"], "its translation belongs to something");
    let torn = whole().replacen("from: \"Which side?\"", "form: \"Which side?\"", 1);
    assert_eq!(codes(&linted(with("es.ron", &torn))), ["unknown-field"], "it is there, and can't be read");
}

#[test]
fn what_a_translation_lacks_has_outdated_or_has_too_much() {
    let whole = whole();
    let told = |from: &str, to: &str| {
        assert!(whole.contains(from), "the translation has no {from}");
        let checked = linted(with("es.ron", &whole.replacen(from, to, 1)));
        assert!(checked.questionnaire.is_some(), "a warning refuses nothing");
        places(&checked)
    };
    let side = r#"(of: "role.ask", from: "Which side?""#;
    assert_eq!(told(&format!("{side}, text: \"Which side?\"),"), ""), ["missing-translation: "]);
    assert_eq!(
        told(side, r#"(of: "role.ask", from: "What side?""#),
        ["outdated-translation: What side? | Which side?"]
    );
    assert_eq!(
        told(r#"(of: "role.ask""#, r#"(of: "role.aks""#),
        ["missing-translation: ", "extra-translation: role.aks"]
    );
    // Other forms of a word need not be there, and may be.
    let also = r#"(of: "term.NDA.1.also", from: "NDAs", text: "NDAs"), (of: "role.ask""#;
    assert_eq!(told(r#"(of: "role.ask""#, also), [""; 0]);
    insta::assert_snapshot!(drawn(&linted(spanish(r#"(of: "NDA.term", from: "NDA""#, r#"(of: "role.vendor.lable", from: "Vendor""#))), @r#"
        warning[missing-translation]: The translation lacks 76 texts
        --> little/text/es.ron
         = help: Translate `questionnaire.little.title`, `questionnaire.little.about`, `questionnaire.little.caution`, `milestone.signing.label`, `stage.profile.title`, `stage.profile.intro`, `role.why`, `role.vendor.label`, `home.ask`, `home.why` and 66 more

        warning[extra-translation]: There is no text `role.vendor.lable`
         --> little/text/es.ron:5:11
          |
        5 |     (of: "role.vendor.lable", from: "Vendor", text: "NDA"),
          |           ^^^^^^^^^^^^^^^^^ no such text
          |
          = help: Did you mean `role.vendor.label`?
    "#);
    insta::assert_snapshot!(drawn(&linted(with("es.ron", &whole.replacen(side, r#"(of: "role.ask", from: "What side?""#, 1)))), @r#"
    warning[outdated-translation]: `role.ask` has changed since it was translated
     --> little/text/es.ron:7:25
      |
    7 | (of: "role.ask", from: "What side?", text: "Which side?"),
      |                         ^^^^^^^^^^ no longer the original
      |
      = note: The original reads so now
      |
     ::: little/stages/1-profile.ron:4:36
      |
    4 |         Question(id: "role", ask: "Which side?", why: "All turns on it.", source: ["T1"],
      |                                    -----------
      |
      = help: Look whether the translation still fits, and copy the original anew
    "#);
}
