use proptest::prelude::*;

use super::*;

fn share(part: u128, of: u128) -> Share {
    Share::new(part, of).expect("of something")
}

/// Each with its weight, as part and whole, and whether it may be out.
fn weighted(shares: &[(u8, u128, u128, bool)]) -> Vec<Weighted> {
    let one = |&(weight, part, of, may_be_out): &_| Weighted { weight, share: share(part, of), may_be_out };
    shares.iter().map(one).collect()
}

#[test]
fn known_means() {
    type Case<'a> = (&'a [(u8, u128, u128, bool)], Option<(u128, u128)>, Option<(u128, u128)>);
    let cases: &[Case] = &[
        (&[], None, None),
        (&[(3, 1, 2, false)], Some((1, 2)), Some((1, 2))),
        (&[(1, 1, 1, false), (3, 0, 1, false)], Some((1, 4)), Some((1, 4))),
        (&[(1, 1, 3, false), (1, 1, 2, false)], Some((5, 12)), Some((5, 12))),
        // What may be out moves the mean one way only.
        (&[(1, 1, 2, false), (1, 1, 1, true)], Some((1, 2)), Some((3, 4))),
        (&[(1, 1, 2, false), (1, 0, 1, true)], Some((1, 4)), Some((1, 2))),
        // The further first: a tenth stays below the mean of one half and nothing.
        (&[(1, 1, 2, false), (1, 1, 10, true), (1, 0, 1, true)], Some((1, 5)), Some((1, 2))),
        (&[(5, 1, 3, true), (1, 2, 3, true)], Some((1, 3)), Some((2, 3))),
    ];
    for (shares, smallest, largest) in cases {
        let shares = weighted(shares);
        let wanted = |mean: &Option<(u128, u128)>| mean.map(|(part, of)| share(part, of));
        assert_eq!(smallest_mean(&shares), wanted(smallest), "{shares:?}");
        assert_eq!(largest_mean(&shares), wanted(largest), "{shares:?}");
    }
}

#[test]
fn percents_are_rounded_outwards() {
    assert_eq!((share(1, 3).percent_down(), share(1, 3).percent_up()), (33, 34));
    assert_eq!((share(1, 2).percent_down(), share(1, 2).percent_up()), (50, 50));
    assert_eq!((Share::NONE.percent_up(), Share::ALL.percent_down()), (0, 100));
}

#[test]
fn as_many_signs_as_there_may_be_are_added_up_exactly() {
    // Each whole from 1 to 40, a hundred times over, with the heaviest weight.
    let halves = (1..=40u128).map(|of| (5, of, 2 * of, false));
    let whole = (1..=40u128).map(|of| (5, of - 1, of, false));
    let mirrored = (1..=40u128).map(|of| (5, 1, of, false));
    let many: Vec<_> = halves.chain(whole).chain(mirrored).cycle().take(12_000).collect();
    assert_eq!(smallest_mean(&weighted(&many)), Some(share(1, 2)));
}

fn shares() -> impl Strategy<Value = Vec<(u8, u128, u128, bool)>> {
    let one = (1u8..=5, 1u128..=6, any::<bool>())
        .prop_flat_map(|(weight, of, out)| (0..=of).prop_map(move |part| (weight, part, of, out)));
    prop::collection::vec(one, 0..7)
}

proptest! {
    #[test]
    fn the_means_are_the_extremes_of_every_outcome(shares in shares()) {
        let shares = weighted(&shares);
        let (mut least, mut most): (Option<Share>, Option<Share>) = (None, None);
        for chosen in 0..1u32 << shares.len() {
            let counts = |at: usize| chosen & (1 << at) != 0 || !shares[at].may_be_out;
            let counted = shares.iter().enumerate().filter(|(at, _)| counts(*at)).map(|(_, one)| *one);
            let Some(mean) = counted.fold(Sum::default(), Sum::plus).mean() else { continue };
            least = Some(least.filter(|least| !mean.is_below(*least)).unwrap_or(mean));
            most = Some(most.filter(|most| !most.is_below(mean)).unwrap_or(mean));
        }
        prop_assert_eq!((smallest_mean(&shares), largest_mean(&shares)), (least, most));
    }
}
