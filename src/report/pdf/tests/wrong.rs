//! A firm's own templates, those that work and those that don't.

use std::collections::BTreeMap;

use super::*;

fn firm(files: &[(&str, &str)]) -> Result<Template, Broken> {
    let file = |(name, text): &(&str, &str)| ((*name).to_owned(), text.as_bytes().to_vec());
    Template::of_firm(files.iter().map(file).collect::<BTreeMap<_, _>>())
}

fn small() -> Document {
    document("Pumps", &[says("role", option("vendor"))])
}

fn fault_of(files: &[(&str, &str)]) -> String {
    let made =
        firm(files).and_then(|template| pdf(&small(), Means { template: &template, fonts: &none_elsewhere }));
    drawn(&made.expect_err("it is broken"))
}

#[test]
fn a_firm_sets_its_name_colours_paper_and_last_words() {
    let logo = r##"<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="#123"/></svg>"##;
    let settings = r##"(
        firm: "Lund & Partners", logo: "marks/logo.svg", address: ["1 Quay Street"], closing: ["Yours, #panic()"],
        colours: (accent: "#7a1f2b"),
    )"##;
    let template = firm(&[("template.ron", settings), ("marks/logo.svg", logo)]).expect("it is sound");
    let drawn = data::told(&document("Pumps", &whole()), &template).drawings();
    assert!(!drawn.is_empty());
    assert!(
        drawn.values().all(|svg| svg.contains(r##"color="#7a1f2b""##)),
        "drawings have the firm's colour"
    );
    let told = set(&small(), &template);
    for words in ["LundPartners", "1QuayStreet", "Yourspanic"] {
        assert!(told.contains(words), "{words}");
    }
}

#[test]
fn a_firm_writes_a_part_of_its_own() {
    let main = "#import \"/safeshore.typ\": report\n#report(json(\"/report.json\"), cover: (kit, data) => [Ours: #data.document.title])";
    let template = firm(&[("report.typ", main)]).expect("it is sound");
    assert!(set(&small(), &template).starts_with("OursPumps"));
}

#[test]
fn what_is_wrong_is_told_with_its_line() {
    for (files, wanted) in [
        (&[("report.typ", "#let x = 1\n#set page(paper: \"a9000\")")][..], "report.typ:2:18"),
        (&[("report.typ", "= Title\n#(")][..], "report.typ:2:2"),
        (&[("report.typ", "#import \"/safeshore.typ\": *\n#report((:))")][..], "report.typ:2:2"),
        (&[("template.ron", "(\n  logo: \"gone.png\",\n)")][..], "template.ron:2:10"),
        (&[("template.ron", "(\n  logo: \"a.png\",\n)"), ("a.png", "no picture")][..], "template.ron:2:10"),
        (&[("notes.txt", "ours")][..], "holds no template"),
        (&[("Template.ron", "()")][..], "`Template.ron` is written with other letters"),
        (&[("template.ron", "(\n  colours: (accent: \"navy\"),\n)")][..], "template.ron:2:22"),
        (&[("template.ron", "(\n  fonts: (heads: \"Intre\"),\n)")][..], "template.ron:2:19"),
        (&[("template.ron", "(\n  colour: \"#123456\",\n)")][..], "template.ron:2:"),
    ] {
        let told = fault_of(files);
        assert!(told.contains(wanted), "{wanted} in {told}");
        assert!(told.contains("make the report with the built-in template"), "{told}");
    }
}

#[test]
fn a_template_sees_its_folder_and_nothing_else() {
    for (main, wanted) in [
        ("#read(\"/etc/passwd\")", "File not found"),
        ("#read(\"../../etc/passwd\")", "outside"),
        ("#import \"@preview/cetz:0.3.0\": *", "without a network"),
        ("#datetime.today()", "nable to get the current date"),
    ] {
        let told = fault_of(&[("report.typ", main)]);
        assert!(told.contains(wanted), "{wanted} in {told}");
    }
}
