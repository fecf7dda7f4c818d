//! Law of other countries is told apart from law that bears on the matter.

use super::{plain, texts};
use crate::model::{Act, Share, Subject, Value};
use crate::report::document::{Block, Document};
use crate::report::fixture::{at, header, interview, option, says, words};
use crate::report::{Edition, compose};

const REMARK: &str = "Law of none of the countries that the answers here name; cited for comparison.";

/// With a blocker that cites an Indian act, and a partner in each of the countries.
fn acts(countries: &[&str]) -> Vec<Act> {
    let start = [says("role", option("customer")), says("shared", Value::YesNo(true))];
    let partner = |(row, code): (usize, &&str)| {
        let land = Value::Country((*code).to_owned());
        [says(&format!("partner_name/{row}"), words("Acme")), says(&format!("partner_land/{row}"), land)]
    };
    start.into_iter().chain(countries.iter().enumerate().flat_map(partner)).collect()
}

fn told(acts: &[Act], edition: &Edition) -> Document {
    let (interview, changed) = interview(acts);
    compose(&interview, &header("Matter"), changed, edition)
}

/// How the first finding cites its sources, and whether the list of sources makes a remark.
fn cited(document: &Document) -> (String, bool) {
    let findings = document.sections.iter().find(|section| section.anchor == "findings").unwrap();
    let cards = findings.parts.iter().flat_map(|part| &part.blocks).filter_map(|block| match block {
        Block::Finding(card) => Some(card),
        _ => None,
    });
    let first = cards.min_by_key(|card| card.number).unwrap();
    let line: String = first.authority.iter().map(|run| run.text.as_str()).collect();
    (plain(&line), texts(document).iter().any(|text| text.as_str() == REMARK))
}

#[test]
fn law_of_no_country_named_is_for_comparison() {
    let compared =
        "source article, item T1; TRIPS, art. 39; for comparison, from elsewhere: Indian Act, s. 1";
    let bearing = "source article, item T1; Indian Act, s. 1; TRIPS, art. 39";
    for (countries, wanted, remark) in
        [(&[][..], bearing, false), (&["CN"], compared, true), (&["CN", "IN"], bearing, false)]
    {
        let report = told(&acts(countries), &Edition::Counsel);
        assert_eq!(cited(&report), (wanted.to_owned(), remark), "{countries:?}");
    }
}

#[test]
fn a_country_that_an_edition_keeps_has_no_part_in_it() {
    let mut acts = acts(&["CN", "IN"]);
    let private = Act::Mark { of: Subject::Answer(at("partner_land/1")), to: Some(Share::Private) };
    acts.push(private);
    assert!(!cited(&told(&acts, &Edition::Counsel)).1);
    assert!(cited(&told(&acts, &Edition::Client)).1, "or the client would know of India");
}
