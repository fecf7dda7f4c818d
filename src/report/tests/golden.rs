use super::document;
use crate::model::{Act, Answer, Value};
use crate::report::fixture::{leaves, notes, option, says, words};
use crate::report::markdown;

pub(super) fn whole() -> Vec<Act> {
    let fee = Value::Money { amount: 12_000.into(), currency: "EUR".to_owned() };
    vec![
        says("role", option("customer")),
        says("work", words("Sensor firmware.\nTwo parts:\n  the driver\n\nand the drawings.")),
        says("shared", Value::YesNo(true)),
        says("partner_name/a", words("Acme")),
        says("partner_nda/a", Value::YesNo(false)),
        says("partner_land/a", Value::Country("IN".to_owned())),
        notes("partner_nda/a", "Promised for Tuesday."),
        says("partner_name/b", words("Binh & Sons")),
        says("partner_nda/b", Value::YesNo(true)),
        says("partner_fee/b", fee),
        says("partner_nda/b", Value::YesNo(false)),
        says("plan", option("joint")),
        says("weigh_secrecy", Value::Scale(4)),
        says("partner_land/b", Value::Country("VN".to_owned())),
        says("partner_name/c", words("Chennai Code")),
        leaves("partner_nda/c", Answer::AskCounsel),
        notes("partner_fee/c", "Never asked, but kept."),
        Act::Complete { repeat: "partners".to_owned(), complete: true },
    ]
}

#[test]
fn a_whole_report() {
    insta::assert_snapshot!(markdown(&document("Acme → Bengaluru", &whole())));
}

#[test]
fn a_report_of_nothing() {
    insta::assert_snapshot!(markdown(&document("", &[])));
}

#[test]
fn a_report_without_a_finding() {
    let acts = [
        says("role", option("vendor")),
        says("work", words("Firmware")),
        Act::Complete { repeat: "partners".to_owned(), complete: true },
    ];
    insta::assert_snapshot!(markdown(&document("All well", &acts)));
}

#[test]
fn a_report_of_the_express_path_says_what_it_left_out() {
    let acts = [
        Act::Path { express: true },
        says("role", option("customer")),
        notes("work", "Ask Priya."),
        says("partner_name/a", words("Acme")),
        says("partner_nda/a", Value::YesNo(true)),
        Act::Complete { repeat: "partners".to_owned(), complete: true },
    ];
    insta::assert_snapshot!(markdown(&document("In a hurry", &acts)));
}

#[test]
fn a_report_in_the_middle_says_what_is_open() {
    let acts = [
        says("role", option("customer")),
        leaves("shared", Answer::DontKnow),
        notes("work", "Ask Priya."),
        Act::Draft { at: crate::report::fixture::at("work"), text: "Sensor firm".to_owned() },
        says("partner_name/a", words("Acme")),
        says("partner_nda/a", Value::YesNo(true)),
        Act::Remove { repeat: "partners".to_owned(), row: "a".to_owned() },
    ];
    insta::assert_snapshot!(markdown(&document("Half way", &acts)));
}
