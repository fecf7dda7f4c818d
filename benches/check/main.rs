//! How long `safeshore check` takes, and how that grows with the questionnaire: `cargo bench --bench check`.
//!
//! Each figure is the median of several runs. What counts are the ratios within one run; times differ between machines.
//! `cargo bench --bench check -- parse lint` measures these two only.
//! `cargo bench --bench check -- --write FOLDER` writes the large questionnaire instead: as `FOLDER/questionnaire`, which
//! `safeshore check` reads, and its logic alone as `FOLDER/logic.json`, for the comparison in `benches/compare`.

mod folder;
mod generated;

use std::path::Path;
use std::time::{Duration, Instant};
use std::{env, fs, io};

use chrono::NaiveDate;
use generated::{Condition, Generated};
use safeshore::diagnostic::draw;
use safeshore::model::Stage;
use safeshore::text::Source;
use safeshore::{check, load};

const SMALL: usize = 1_000;
const LARGE: usize = 10_000;
const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");

/// Something that is done with the files of a questionnaire.
type Step = fn(Vec<Source>);

/// What is measured of a sound questionnaire, and how often; each but the first does all that those before it do.
const STEPS: [(&str, usize, Step); 4] = [
    ("parse", 11, |files| {
        let files = files.iter().enumerate().filter(|(_, source)| source.name.contains("stages/"));
        for (file, source) in files {
            source.ron::<Stage>(file).expect("it is sound");
        }
    }),
    ("open", 11, |files| {
        load::open(files).expect("it is sound");
    }),
    ("lint", 11, |files| {
        let checked = load::check(files, TODAY);
        assert!(checked.questionnaire.is_some(), "it is sound: {:?}", checked.diagnostics.first());
        drop(load::allowed(checked.diagnostics, &checked.sources));
    }),
    ("proof", 3, |files| {
        assert!(check::check(files, TODAY).proof.is_some(), "it is sound");
    }),
];

fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.iter().position(|one| one == "--write").map(|at| arguments.get(at + 1)) {
        Some(Some(folder)) => write(Path::new(folder)),
        Some(None) => Err(io::Error::other("`--write` wants a folder")),
        None => {
            let wanted: Vec<&str> =
                arguments.iter().map(String::as_str).filter(|one| !one.starts_with('-')).collect();
            report(&|what| wanted.is_empty() || wanted.contains(&what));
            Ok(())
        }
    }
}

fn report(is_wanted: &dyn Fn(&str) -> bool) {
    let of = |count| folder::files(&generated::generate(count));
    let (small, large) = (of(SMALL), of(LARGE));
    println!("{:<12} {:>10} {SMALL:>10} {LARGE:>10} {:>14} {:>8}", "", "built-in", "per question", "growth");
    for (what, runs, step) in STEPS.into_iter().filter(|(what, ..)| is_wanted(what)) {
        let [builtin, small, large] =
            [&load::builtin(), &small, &large].map(|files| median(runs, step, files));
        row(what, Some(builtin), small, large);
    }
    if is_wanted("faults") {
        let [small, large] = [SMALL, LARGE].map(|count| folder::files(&misspelt(generated::generate(count))));
        row("faults", None, median(3, told, &small), median(3, told, &large));
    }
    let bytes: usize = large.iter().map(|source| source.text.len()).sum();
    println!("\n{LARGE} questions are {bytes} bytes; n·log n allows a growth of {:.1}", n_log_n());
    println!("For the memory: cargo bench --bench check -- --write FOLDER");
    println!("                /usr/bin/time -v target/release/safeshore check FOLDER/questionnaire");
}

fn row(what: &str, builtin: Option<Duration>, small: Duration, large: Duration) {
    let builtin = builtin.map(|time| format!("{time:.1?}")).unwrap_or_default();
    let each = large / u32::try_from(LARGE).expect("it is a small number");
    let growth = large.as_secs_f64() / small.as_secs_f64();
    println!("{what:<12} {builtin:>10} {small:>10.1?} {large:>10.1?} {each:>14.2?} {growth:>8.1}");
}

/// The same with conditions on questions that are not there, each another one.
fn misspelt(mut generated: Generated) -> Generated {
    let of_questions = generated.questions.iter_mut().filter_map(|question| question.when.as_mut());
    let of_rules = generated.rules.iter_mut().map(|rule| &mut rule.when);
    let numbers = of_questions.chain(of_rules).flat_map(Condition::numbers);
    numbers.enumerate().for_each(|(at, number)| *number = 1_000_000 + at);
    generated
}

/// All errors, as they are shown.
fn told(files: Vec<Source>) {
    let checked = load::check(files, TODAY);
    assert!(checked.diagnostics.len() > SMALL, "{} errors", checked.diagnostics.len());
    assert!(draw(&checked.diagnostics, &checked.sources, false).len() > SMALL);
}

fn median(runs: usize, step: Step, files: &[Source]) -> Duration {
    let mut times: Vec<Duration> = (0..runs)
        .map(|_| {
            let files = files.to_vec();
            let start = Instant::now();
            step(files);
            start.elapsed()
        })
        .collect();
    times.sort();
    times[runs / 2]
}

#[expect(clippy::cast_precision_loss, reason = "both are small numbers")]
fn n_log_n() -> f64 {
    let of = |count: usize| count as f64 * (count as f64).log2();
    of(LARGE) / of(SMALL)
}

fn write(folder: &Path) -> io::Result<()> {
    let generated = generated::generate(LARGE);
    let files = folder.join("questionnaire");
    fs::create_dir_all(files.join("stages"))?;
    for source in folder::files(&generated) {
        fs::write(files.join(&source.name), source.text)?;
    }
    fs::write(folder.join("logic.json"), serde_json::to_string(&generated)?)
}
