//! Law of other countries is told apart from law that bears on the matter.

use super::{plain, texts};
use crate::model::{Act, Answer, Share, Subject, Value};
use crate::report::document::{Block, Document};
use crate::report::fixture::{at, header, interview, leaves, option, says, words};
use crate::report::{Edition, compose};

const REMARK: &str = "Law of no country that the answers name; cited for comparison.";

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

/// Where a country is not known to this reader, nobody may say that it is none of those.
#[test]
fn while_a_country_is_open_or_kept_nothing_is_foreign() {
    let with = |act: Act| acts(&["CN"]).into_iter().chain([act]).collect::<Vec<_>>();
    let kept = with(Act::Mark { of: Subject::Answer(at("partner_land/0")), to: Some(Share::Private) });
    assert!(cited(&told(&kept, &Edition::Counsel)).1);
    assert!(!cited(&told(&kept, &Edition::Client)).1);
    let unanswered = with(says("partner_name/9", words("Binh")));
    let unknown = with(leaves("partner_land/0", Answer::DontKnow));
    let none = with(leaves("partner_land/0", Answer::NotApplicable));
    for (acts, what) in [(unanswered, "unanswered"), (unknown, "don't know"), (none, "no country at all")] {
        assert!(!cited(&told(&acts, &Edition::Counsel)).1, "{what}");
    }
}
