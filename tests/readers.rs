//! What other programs read in reports: Chromium with axe-core, `LibreOffice`, Poppler. They are wanted for nothing else,
//! so these tests are ignored unless asked for: `.ci/run` installs the programs, sets `AXE` to axe-core's script, and asks.

#[path = "desk/folder.rs"]
mod folder;

use std::fs;
use std::path::Path;
use std::process::Command;

use folder::Folder;
use serde_json::Value as Json;

/// What spreadsheets could take for a formula.
const FORMULA: &str = "=1+2 is what we call it";
const HEADLESS: [&str; 7] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--enable-logging=stderr",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--virtual-time-budget=30000",
];
/// Runs axe-core, and leaves what it found, and what the page has asked for, in the place of the page.
const AUDIT: &str = "axe.run().then(found => {
    const told = found.violations.map(one => one.id + ': ' + one.nodes.map(node => node.html).join(' '));
    const asked = performance.getEntriesByType('resource').map(one => one.name);
    const end = document.createElement('pre');
    const dark = matchMedia('(prefers-color-scheme: dark)').matches;
    end.textContent = JSON.stringify({ told, asked, passed: found.passes.length, dark, narrow: innerWidth < 544 });
    document.documentElement.replaceChildren(end);
})";

/// A folder with a session of a case, in which a name begins like a formula.
fn desk(case: &str) -> Folder {
    let desk = Folder::new();
    let answers = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(case).join("answers.ron");
    let answers = fs::read_to_string(answers).expect("the case is there");
    desk.write("answers.ron", &answers.replace("Coating formula HX-7", FORMULA));
    done(&desk, &["answer", "--new", "Brenner → Suzhou", "answers.ron"]);
    desk
}

fn done(desk: &Folder, arguments: &[&str]) {
    let (code, _, error) = desk.run(arguments, "");
    assert_eq!(code, 0, "{arguments:?}: {error}");
}

fn report(desk: &Folder, file: &str, more: &[&str]) {
    done(desk, &[&["report", "Brenner → Suzhou", "-o", file, "--date", "2026-11-23"], more].concat());
}

fn titles(desk: &Folder) -> Vec<String> {
    report(desk, "report.json", &[]);
    let told: Json = serde_json::from_str(&read(desk, "report.json")).expect("it is JSON");
    let mut titles = Vec::new();
    findings(&told, &mut titles);
    assert!(titles.len() > 20, "{titles:?}");
    titles
}

fn findings(value: &Json, titles: &mut Vec<String>) {
    match value {
        Json::Array(items) => items.iter().for_each(|item| findings(item, titles)),
        Json::Object(fields) => {
            let title = fields.get("finding").and_then(|finding| finding["title"].as_str());
            titles.extend(title.map(str::to_owned));
            fields.values().for_each(|item| findings(item, titles));
        }
        _ => {}
    }
}

fn read(desk: &Folder, file: &str) -> String {
    fs::read_to_string(desk.path().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// What a program says on both its outputs, run in the folder.
fn said(desk: &Folder, program: &str, arguments: &[&str]) -> (String, String) {
    let output = Command::new(program).args(arguments).current_dir(desk.path()).output();
    let output = output.unwrap_or_else(|error| panic!("{program} is wanted: {error}"));
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(output.status.success(), "{program} {arguments:?}: {}", text(&output.stderr));
    (text(&output.stdout), text(&output.stderr))
}

/// Letters and digits: where lines end is not what is asked here.
fn letters(text: &str) -> String {
    text.chars().filter(|one| one.is_alphanumeric()).collect()
}

fn office(desk: &Folder, to: &str, file: &str) {
    // A profile of its own: LibreOffice refuses to run twice on one.
    let profile = format!("-env:UserInstallation=file://{}", desk.path().join("office").display());
    said(desk, "soffice", &[&profile, "--headless", "--convert-to", to, "--outdir", "read", file]);
}

fn pages(desk: &Folder, file: &str) -> usize {
    let (told, _) = said(desk, "pdfinfo", &[file]);
    let count = told.lines().find_map(|line| line.strip_prefix("Pages:")).expect("a PDF has pages");
    count.trim().parse().expect("a number")
}

fn holds_all_findings(desk: &Folder, file: &str) {
    let (told, _) = said(desk, "pdftotext", &[file, "-"]);
    let told = letters(&told);
    for title in titles(desk) {
        assert!(told.contains(&letters(&title)), "{title:?} is not in {file}");
    }
}

#[test]
#[ignore = "wants Chromium and axe-core"]
fn a_browser_shows_the_page_without_a_remark_and_asks_nobody() {
    let desk = desk("german-machines-to-china");
    report(&desk, "report.html", &[]);
    let axe = fs::read_to_string(std::env::var("AXE").expect("AXE is the path of axe-core's script"));
    let axe = axe.expect("it can be read").replace("</script", "<\\/script");
    let (before, policy) = read(&desk, "report.html").split_once("<meta http-equiv").map_or_else(
        || panic!("the page says what it may ask for"),
        |(before, rest)| (before.to_owned(), rest.split_once('>').expect("the end of the tag").1.to_owned()),
    );
    // The page allows no script, so the copy that is audited says nothing of what is allowed.
    let audited =
        format!("{before}{}", policy.replace("</body>", &format!("<script>{axe};{AUDIT}</script></body>")));
    desk.write("audited.html", &audited);
    for how in [&["--window-size=1200,900"][..], &["--window-size=360,800"], &["--force-dark-mode"]] {
        let url = format!("file://{}", desk.path().join("audited.html").display());
        let (told, log) = said(&desk, "chromium", &[&HEADLESS[..], how, &["--dump-dom", &url]].concat());
        let told =
            told.split_once("<pre>").and_then(|(_, rest)| rest.split_once("</pre>")).expect("it is audited");
        let told: Json = serde_json::from_str(told.0).expect("it is JSON");
        assert_eq!((&told["told"], &told["asked"]), (&Json::Array(vec![]), &Json::Array(vec![])), "{how:?}");
        assert!(told["passed"].as_u64() > Some(30), "{told}");
        let is_so = |what: &str, flag: &str| told[what].as_bool() == Some(how[0].starts_with(flag));
        assert!(is_so("dark", "--force-dark") && is_so("narrow", "--window-size=360"), "{how:?}: {told}");
        assert!(!log.contains("CONSOLE"), "{log}");
    }
    let url = format!("file://{}", desk.path().join("report.html").display());
    let (_, log) = said(&desk, "chromium", &[&HEADLESS[..], &["--print-to-pdf=printed.pdf", &url]].concat());
    assert!(!log.contains("CONSOLE"), "{log}");
    holds_all_findings(&desk, "printed.pdf");
}

#[test]
#[ignore = "wants LibreOffice and Poppler"]
fn an_office_opens_the_word_file_and_sets_it_close() {
    let desk = desk("german-machines-to-china");
    report(&desk, "report.docx", &[]);
    office(&desk, "pdf", "report.docx");
    holds_all_findings(&desk, "read/report.pdf");
    // With a footnote in a row of a table it once set one row on a page.
    assert!(pages(&desk, "read/report.pdf") <= 60, "{} pages", pages(&desk, "read/report.pdf"));
}

#[test]
#[ignore = "wants LibreOffice"]
fn a_spreadsheet_takes_no_text_for_a_formula() {
    let desk = desk("german-machines-to-china");
    report(&desk, "register.csv", &["--sheet", "register"]);
    report(&desk, "report.xlsx", &[]);
    // All sheets of a workbook, each as a file of its own.
    office(
        &desk,
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
        "report.xlsx",
    );
    office(&desk, "xlsx", "register.csv");
    office(&desk, "csv", "read/register.xlsx");
    for file in ["read/report-Register.csv", "read/register.csv"] {
        assert!(read(&desk, file).contains(FORMULA), "{file}: {}", read(&desk, file));
    }
}

#[cfg(feature = "pdf")]
#[test]
#[ignore = "wants Poppler"]
fn a_pdf_is_tagged_and_gives_back_every_finding() {
    let desk = desk("german-machines-to-china");
    report(&desk, "report.pdf", &[]);
    let (told, _) = said(&desk, "pdfinfo", &["report.pdf"]);
    for wanted in ["Tagged:          yes", "Brenner → Suzhou", "JavaScript:      no"] {
        assert!(told.contains(wanted), "{wanted} in {told}");
    }
    holds_all_findings(&desk, "report.pdf");
    let (fonts, _) = said(&desk, "pdffonts", &["report.pdf"]);
    let embedded = |line: &str| line.split_whitespace().rev().nth(4) == Some("yes");
    assert!(fonts.lines().skip(2).all(embedded), "{fonts}");
}

/// What is private, and the name of the other candidate, by the tools that people look with.
#[cfg(feature = "pdf")]
#[test]
#[ignore = "wants Poppler"]
fn no_tool_finds_in_a_pdf_what_its_edition_may_not_hold() {
    let desk = desk("poland-or-vietnam");
    desk.write(
        "more.ron",
        r#"(answers: [
            (question: "asset_owner", row: "r1", note: "zqprivateqz", note_share: "private"),
            (clause: "improvements", theirs: "zqagreedqz", agreed: true, share: "shareable"),
            (clause: "audit", theirs: "zqunsaidqz"),
        ])"#,
    );
    done(&desk, &["answer", "Brenner → Suzhou", "more.ron"]);
    let told = |edition: &[&str]| {
        report(&desk, "one.pdf", edition);
        let texts =
            [&["one.pdf", "-"][..], &["-raw", "one.pdf", "-"]].map(|how| said(&desk, "pdftotext", how).0);
        let about = [&["-struct-text", "one.pdf"][..], &["-meta", "one.pdf"], &["one.pdf"]];
        texts.concat() + &about.map(|how| said(&desk, "pdfinfo", how).0).concat()
    };
    let counsel = told(&["--edition", "counsel"]);
    let client = told(&["--edition", "client"]);
    assert!(counsel.contains("zqprivateqz") && !client.contains("zqprivateqz"));
    let counterpart = told(&["--edition", "counterpart", "--for", "p1"]);
    assert!(counterpart.contains("zqagreedqz") && counsel.contains("zqunsaidqz"));
    assert!(counsel.contains("Hanoi Labs"));
    for word in ["zqprivateqz", "Hanoi", "zqunsaidqz", "Readiness", "Finding"] {
        assert!(!counterpart.contains(word), "{word} is told to the other side");
    }
}
