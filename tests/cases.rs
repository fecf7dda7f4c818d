//! Whole cases: a file of answers goes in, and the report that comes out is the one that was read and found right.
//! After a change of content, `SAFESHORE_CASES=write cargo test --test cases` writes the reports anew: read them.

#[path = "desk/case.rs"]
mod case;

use std::fs;

use safeshore::report::markdown;

fn reported(name: &str, title: &str) {
    let report = markdown(&case::document(name, title));
    let golden = case::folder(name).join("report.md");
    if std::env::var_os("SAFESHORE_CASES").is_some_and(|what| what == "write") {
        fs::write(&golden, &report).expect("the report can be written");
    }
    let read = fs::read_to_string(&golden).unwrap_or_else(|error| panic!("{}: {error}", golden.display()));
    assert!(read == report, "{} differs; see the top of tests/cases.rs", golden.display());
}

#[test]
fn a_software_firm_sends_code_to_india_on_an_unsigned_nda() {
    reported("us-software-to-india", "Ledgerline → Pune");
}

#[test]
fn a_machine_maker_sends_a_formula_to_china() {
    reported("german-machines-to-china", "Brenner → Suzhou");
}

#[test]
fn an_indian_vendor_works_for_two_competitors() {
    reported("indian-vendor-two-competitors", "Two banks, one team");
}

#[test]
fn two_partners_are_compared_and_joint_ownership_is_proposed() {
    reported("poland-or-vietnam", "Poland or Vietnam");
}
