//! What was left on the table: how much more all together could have gained, measured from what each of
//! them has reached.

/// What was left.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Left {
    /// By so many points all together could have gained more.
    pub points: f64,
    /// Was the gain over no deal divided as it had been? Where nothing was gained, or somebody has less
    /// than without a deal, there is no such division, and what is added is shared alike.
    pub divided: bool,
}

/// Gains below this are rounding, in points.
const ROUNDING: f64 = 1e-7;

impl Left {
    /// From the gains over no deal that the parties have, and those of every package that could be
    /// agreed. Nobody loses by what is added, so what they have and what was left is together never
    /// more than some package brings; and of an efficient deal nothing is left.
    pub(super) fn of(reached: &[f64], packages: impl IntoIterator<Item = Vec<f64>>) -> Self {
        let parties = 0..reached.len();
        let sum: f64 = reached.iter().sum();
        let divided = sum > ROUNDING && reached.iter().all(|&gain| gain > -ROUNDING);
        // All of the gain is divided anew, or something is added to what each has.
        let (base, share): (Vec<f64>, Vec<f64>) = if divided {
            (vec![0.0; reached.len()], reached.iter().map(|gain| gain.max(0.0) / sum).collect())
        } else {
            (reached.to_vec(), vec![1.0 / reached.len().max(1) as f64; reached.len()])
        };
        let total = |package: &[f64]| {
            if parties.clone().any(|party| package[party] < reached[party] - ROUNDING) {
                return f64::NEG_INFINITY;
            }
            let sharing = parties.clone().filter(|&party| share[party] > 0.0);
            let bounds = sharing.map(|party| (package[party] - base[party]) / share[party]);
            bounds.fold(f64::INFINITY, f64::min)
        };
        let most = packages.into_iter().map(|package| total(&package)).fold(0.0, f64::max);
        let more = (most - if divided { sum } else { 0.0 }).max(0.0);
        Self { points: if more > ROUNDING { more } else { 0.0 }, divided }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_an_efficient_deal_nothing_is_left_even_below_no_deal() {
        // One issue: whatever the price, the gains add up to 35.
        let pie = || (0..=100).map(|price| vec![75.0 - f64::from(price), f64::from(price) - 40.0]);
        let below = Left::of(&[-25.0, 60.0], pie());
        assert_eq!(below, Left { points: 0.0, divided: false });
        assert_eq!(Left::of(&[15.0, 20.0], pie()), Left { points: 0.0, divided: true });
        // Without a deal the whole of it, shared alike.
        assert_eq!(Left::of(&[0.0, 0.0], pie()), Left { points: 34.0, divided: false });
    }

    #[test]
    fn what_is_had_and_what_is_left_never_exceed_the_best_package() {
        let packages = vec![vec![1.0, 8.0], vec![6.0, 5.0], vec![9.0, -3.0], vec![-2.0, -1.0]];
        let best = 11.0;
        for reached in &packages {
            let left = Left::of(reached, packages.clone());
            assert!(
                reached.iter().sum::<f64>() + left.points <= best + 1e-9,
                "{reached:?} {left:?}"
            );
        }
        // Shared alike: 6 − (−2) on one side, 5 − (−1) on the other.
        assert_eq!(Left::of(&[-2.0, -1.0], packages), Left { points: 12.0, divided: false });
    }
}
