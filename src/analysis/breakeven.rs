//! Break-even: at what value of an input the odds reach a target.
//!
//! A response curve is scanned at equal steps, and every step in which it crosses the target is closed
//! in on by the ITP method (Oliveira & Takahashi 2021, ACM TOMS 47, 5), which never takes more than
//! one evaluation above bisection and far fewer on smooth curves; the curve need not be monotone nor
//! continuous (odds from counts with common random numbers are steps). What happens twice between two
//! points of the scan is not seen.
//!
//! The interval in the input inverts the confidence curves of the output, p(x) ± z·se(x): an input
//! value belongs to it when the target lies within the output's interval there (Fieller 1954 in its
//! general form; the delta method, z·se/|p′|, is its limit for a straight curve). Where the response is
//! flat the interval is long, and it can reach beyond the range.

use super::error::{AnalysisError, expect_at_least, expect_share};
use super::interval::{IntervalEstimate, normal_deviate};

/// The odds at an input value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Response {
    /// The odds, or whatever is to reach the target, with their interval; that of odds stays in [0, 1].
    pub odds: IntervalEstimate,
    /// Standard error of the odds less the target: of the paired difference where the target is the
    /// odds of another run with the same chance.
    pub standard_error: f64,
}

/// How a break-even is looked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// Steps of the scan, at least 1.
    pub steps: usize,
    /// How closely a crossing is found, as a share of the range, in (0, 1).
    pub tolerance: f64,
    /// Confidence level of the interval, in (0, 1).
    pub level: f64,
}

impl Default for Settings {
    fn default() -> Self {
        Self { steps: 16, tolerance: 1e-4, level: 0.95 }
    }
}

/// Where the response reaches the target. Reached means at or above it.
#[derive(Clone, Debug, PartialEq)]
pub enum BreakEven {
    /// Nowhere in the range.
    Never {
        /// Where the scan came closest; of several the lowest.
        at: f64,
        /// The response there.
        response: Response,
    },
    /// Everywhere in the range.
    Everywhere {
        /// Where the scan came closest to losing it; of several the lowest.
        at: f64,
        /// The response there.
        response: Response,
    },
    /// On one side of one value.
    Once(Crossing),
    /// More than once: the crossings in rising order of the input, alternately upward and downward.
    Several(Vec<Crossing>),
}

/// A value of the input at which the response crosses the target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Crossing {
    /// The value, to within the tolerance.
    pub at: f64,
    /// The lower end of its interval.
    pub low: End,
    /// The upper end of it.
    pub high: End,
    /// Does the response reach the target as the input rises, or lose it?
    pub upward: bool,
}

/// An end of an interval in the input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum End {
    /// This value, to within the tolerance.
    At(f64),
    /// Outside the range: nothing within it can be ruled out on this side.
    Beyond,
}

/// Which curve is followed: the odds less the target, and so many standard errors.
struct Curve<'a, F> {
    evaluate: &'a mut F,
    target: f64,
    /// Everything asked so far, by input: nothing is evaluated twice.
    known: Vec<(f64, Response)>,
}

impl<F: FnMut(f64) -> Response> Curve<'_, F> {
    fn response(&mut self, at: f64) -> Result<Response, AnalysisError> {
        match self.known.binary_search_by(|(x, _)| x.total_cmp(&at)) {
            Ok(place) => Ok(self.known[place].1),
            Err(place) => {
                let response = (self.evaluate)(at);
                for (what, value) in
                    [("response", response.odds.value), ("standard error", response.standard_error)]
                {
                    if !value.is_finite() {
                        let index = self.known.len();
                        return Err(AnalysisError::NotFinite { what, index, value });
                    }
                }
                self.known.insert(place, (at, response));
                Ok(response)
            }
        }
    }

    /// The response and so many standard errors, less the target.
    fn height(&mut self, at: f64, errors: f64) -> Result<f64, AnalysisError> {
        let response = self.response(at)?;
        Ok(response.odds.value + errors * response.standard_error - self.target)
    }

    /// The ITP method between two inputs of which one reaches the target and the other does not:
    /// κ₁ = 0.2/(b − a), κ₂ = 2, n₀ = 1, the paper's defaults. Returns the end that reaches it.
    fn root(
        &mut self,
        ends: (f64, f64),
        errors: f64,
        tolerance: f64,
    ) -> Result<f64, AnalysisError> {
        let (mut a, mut b) = ends;
        let (mut height_a, mut height_b) = (self.height(a, errors)?, self.height(b, errors)?);
        let upward = height_b >= 0.0;
        let kappa = 0.2 / (b - a);
        // 2^(n_½ + n₀) tolerances span the first bracket.
        let mut reach = tolerance;
        while reach < b - a {
            reach *= 2.0;
        }
        reach *= 2.0;
        while b - a > 2.0 * tolerance {
            let middle = 0.5 * (a + b);
            // Interpolation: the secant.
            let span = height_a - height_b;
            let secant =
                if span.abs() > 0.0 { (height_a * b - height_b * a) / span } else { middle };
            // Truncation: a little towards the middle.
            let side = (middle - secant).signum();
            let step = kappa * (b - a) * (b - a);
            let truncated =
                if step <= (middle - secant).abs() { secant + side * step } else { middle };
            // Projection: not further from the middle than bisection could afford.
            let radius = (0.5 * reach - 0.5 * (b - a)).max(0.0);
            let mut at = truncated.clamp(middle - radius, middle + radius);
            if !(at > a && at < b) {
                at = middle;
            }
            if !(at > a && at < b) {
                // Neighbouring floating-point numbers.
                break;
            }
            let height = self.height(at, errors)?;
            if (height >= 0.0) == upward {
                (b, height_b) = (at, height);
            } else {
                (a, height_a) = (at, height);
            }
            reach *= 0.5;
        }
        Ok(if upward { b } else { a })
    }
}

/// Where in `range` the response to an input reaches `target`.
///
/// `evaluate` is asked at values of the input within the range, never twice at the same; the same
/// input must give the same response (common random numbers).
///
/// # Errors
/// A range that is empty or not finite; a target that is not finite; settings out of their ranges; a
/// response that is not finite.
pub fn break_even<F: FnMut(f64) -> Response>(
    range: (f64, f64),
    target: f64,
    settings: &Settings,
    mut evaluate: F,
) -> Result<BreakEven, AnalysisError> {
    expect_share("confidence level", settings.level)?;
    expect_share("tolerance", settings.tolerance)?;
    expect_at_least("steps of a scan", 1, settings.steps)?;
    let (low, high) = range;
    let width = high - low;
    if !(width > 0.0 && width.is_finite()) {
        let range = "above 0 and finite";
        return Err(AnalysisError::OutOfRange { what: "width of the range", range, value: width });
    }
    if !target.is_finite() {
        return Err(AnalysisError::NotFinite { what: "target", index: 0, value: target });
    }
    let mut curve = Curve { evaluate: &mut evaluate, target, known: Vec::new() };
    let at = |step: usize| {
        if step == settings.steps {
            high
        } else {
            low + width * step as f64 / settings.steps as f64
        }
    };
    let grid: Vec<f64> = (0..=settings.steps).map(at).collect();
    let mut scan = Vec::with_capacity(grid.len());
    for &at in &grid {
        scan.push((at, curve.response(at)?));
    }
    let reached = |response: Response| response.odds.value >= target;
    let steps: Vec<usize> =
        (0..settings.steps).filter(|&i| reached(scan[i].1) != reached(scan[i + 1].1)).collect();
    let tolerance = settings.tolerance * width;
    let z = normal_deviate(settings.level);
    let mut crossings = Vec::with_capacity(steps.len());
    for step in steps {
        let at = curve.root((grid[step], grid[step + 1]), 0.0, tolerance)?;
        let upward = reached(scan[step + 1].1);
        // To the left of an upward crossing the upper curve falls below the target, to its right the
        // lower curve rises above it; of a downward crossing the other way round.
        let sign = if upward { z } else { -z };
        let low = end(&mut curve, &grid, step, (at, Side::Left), sign, tolerance)?;
        let high = end(&mut curve, &grid, step, (at, Side::Right), -sign, tolerance)?;
        crossings.push(Crossing { at, low, high, upward });
    }
    Ok(match crossings.len() {
        0 => whole_range(&scan, target),
        1 => BreakEven::Once(crossings[0]),
        _ => BreakEven::Several(crossings),
    })
}

/// No crossing: never or everywhere.
fn whole_range(scan: &[(f64, Response)], target: f64) -> BreakEven {
    let mut closest = scan[0];
    for &point in scan {
        if (point.1.odds.value - target).abs() < (closest.1.odds.value - target).abs() {
            closest = point;
        }
    }
    let (at, response) = closest;
    if response.odds.value >= target {
        BreakEven::Everywhere { at, response }
    } else {
        BreakEven::Never { at, response }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Side {
    Left,
    Right,
}

/// Where, going out from a crossing, the curve `errors` standard errors off first leaves the target
/// behind.
fn end<F: FnMut(f64) -> Response>(
    curve: &mut Curve<'_, F>,
    grid: &[f64],
    step: usize,
    (from, side): (f64, Side),
    errors: f64,
    tolerance: f64,
) -> Result<End, AnalysisError> {
    // At the crossing the upper curve is at or above the target and the lower one at or below it.
    let within = |height: f64| if errors >= 0.0 { height >= 0.0 } else { height <= 0.0 };
    let mut inner = from;
    let outward: Vec<f64> = match side {
        Side::Left => grid[..=step].iter().rev().copied().collect(),
        Side::Right => grid[step + 1..].to_vec(),
    };
    if !within(curve.height(from, errors)?) {
        return Ok(End::At(from));
    }
    for outer in outward {
        let beyond = if side == Side::Left { outer < inner } else { outer > inner };
        if beyond && !within(curve.height(outer, errors)?) {
            let ends = (inner.min(outer), inner.max(outer));
            return Ok(End::At(curve.root(ends, errors, tolerance)?));
        }
        inner = outer;
    }
    Ok(End::Beyond)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math;
    use crate::stream::{Purpose, Seed, StreamKey};
    use proptest::prelude::*;

    fn response(value: f64, standard_error: f64) -> Response {
        let half = math::Z95 * standard_error;
        let odds = IntervalEstimate { value, low: value - half, high: value + half };
        Response { odds, standard_error }
    }

    fn exact(value: f64) -> Response {
        response(value, 0.0)
    }

    fn find(target: f64, function: impl FnMut(f64) -> Response) -> BreakEven {
        break_even((0.0, 10.0), target, &Settings::default(), function).unwrap()
    }

    fn once(found: &BreakEven) -> Crossing {
        match found {
            BreakEven::Once(crossing) => *crossing,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_logistic_curve_is_inverted() {
        for target in [0.1, 0.5, 0.93] {
            let crossing = once(&find(target, |x| exact(math::logistic(x - 4.0))));
            let root = 4.0 + math::ln(target / (1.0 - target));
            assert!((crossing.at - root).abs() < 2e-3 && crossing.upward, "{crossing:?}");
            let falling = once(&find(target, |x| exact(math::logistic(4.0 - x))));
            assert!((falling.at - (8.0 - root)).abs() < 2e-3 && !falling.upward);
            // Without error the interval is the crossing.
            let End::At(low) = crossing.low else { panic!() };
            assert!((low - root).abs() < 4e-3);
        }
    }

    #[test]
    fn the_interval_is_that_of_the_delta_method_on_a_straight_curve() {
        let line = |slope: f64| move |x: f64| response(0.5 + slope * (x - 5.0), 0.02);
        for slope in [0.05, -0.05] {
            let crossing = once(&find(0.5, line(slope)));
            let half = 1.96 * 0.02 / 0.05;
            let (End::At(low), End::At(high)) = (crossing.low, crossing.high) else { panic!() };
            assert!((crossing.at - 5.0).abs() < 2e-3);
            assert!((low - (5.0 - half)).abs() < 3e-3, "{low}");
            assert!((high - (5.0 + half)).abs() < 3e-3, "{high}");
        }
        // Flatter: nothing in the range can be ruled out.
        let crossing = once(&find(0.5, line(0.005)));
        assert_eq!((crossing.low, crossing.high), (End::Beyond, End::Beyond));
        // On one side only.
        let bent = |x: f64| response(if x < 5.0 { 0.1 * x } else { 0.5 + 0.001 * (x - 5.0) }, 0.02);
        let crossing = once(&find(0.5, bent));
        let End::At(low) = crossing.low else { panic!() };
        assert!((low - (5.0 - 1.96 * 0.2)).abs() < 3e-3 && crossing.high == End::Beyond);
    }

    #[test]
    fn never_everywhere_and_more_than_once_are_values() {
        let never = find(0.9, |x| exact(0.08 * x));
        assert_eq!(never, BreakEven::Never { at: 10.0, response: exact(0.8) });
        let everywhere = find(0.2, |x| exact(0.3 + 0.05 * (x - 5.0) * (x - 5.0)));
        assert_eq!(everywhere, BreakEven::Everywhere { at: 5.0, response: exact(0.3) });
        let BreakEven::Several(crossings) = find(1.0, |x| exact((x - 2.0) * (8.0 - x) / 5.0))
        else {
            panic!()
        };
        // (x − 2)(8 − x) = 5 at 3 and 7.
        assert_eq!(crossings.len(), 2);
        assert!((crossings[0].at - 3.0).abs() < 2e-3 && crossings[0].upward);
        assert!((crossings[1].at - 7.0).abs() < 2e-3 && !crossings[1].upward);
    }

    #[test]
    fn reached_is_at_the_target_and_flat_curves_are_no_trouble() {
        assert!(matches!(find(0.5, |_| exact(0.5)), BreakEven::Everywhere { .. }));
        let flat = find(0.5, |_| response(0.4, 0.2));
        assert!(matches!(flat, BreakEven::Never { .. }));
        // At the target at one end only.
        let crossing = once(&find(1.0, |x| exact(0.1 * x)));
        assert!((crossing.at - 10.0).abs() <= 2e-3);
    }

    #[test]
    fn a_step_is_found() {
        let crossing = once(&find(0.5, |x| exact(if x < 3.3 { 0.2 } else { 0.7 })));
        assert!((crossing.at - 3.3).abs() < 2e-3);
    }

    #[test]
    fn it_asks_seldom_and_never_twice() {
        let mut asked = Vec::new();
        let found = find(0.3, |x| {
            asked.push(x);
            exact(math::logistic(x - 4.0))
        });
        once(&found);
        // 17 for the scan; bisection of a step to two tolerances would take 9 or 10 more, and 3 times.
        assert!(asked.len() <= 24, "{}", asked.len());
        asked.sort_by(f64::total_cmp);
        assert!(asked.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn intervals_cover_at_their_level() {
        // A line with errors of a common shift: what common random numbers look like.
        let key = StreamKey::new(Seed(2), Purpose::Bootstrap, "break-even");
        let mut covered = 0;
        for seed in 0..2000 {
            let shift = 0.03 * key.world(seed, 0).normal();
            let noisy = |x: f64| response(0.08 * x + shift, 0.03);
            let crossing = once(&find(0.4, noisy));
            let (End::At(low), End::At(high)) = (crossing.low, crossing.high) else { panic!() };
            covered += u32::from(low <= 5.0 && 5.0 <= high);
        }
        // Standard deviation 0.5%.
        assert!((f64::from(covered) / 2000.0 - 0.95).abs() < 0.02, "{covered}");
    }

    proptest! {
        #[test]
        fn a_crossing_is_one(
            heights in prop::collection::vec(-1.0_f64..1.0, 17), error in 0.0_f64..0.3,
        ) {
            // A broken line with its corners at the points of the scan: nothing is hidden between.
            let line = |x: f64| {
                let place = (x * 1.6).min(15.999_999);
                let (left, part) = (place.floor() as usize, place - place.floor());
                let value = heights[left] * (1.0 - part) + heights[left + 1] * part;
                response(value, error)
            };
            let changes = heights.windows(2).filter(|h| (h[0] >= 0.0) != (h[1] >= 0.0)).count();
            let crossings = match find(0.0, line) {
                BreakEven::Never { .. } | BreakEven::Everywhere { .. } => vec![],
                BreakEven::Once(crossing) => vec![crossing],
                BreakEven::Several(crossings) => crossings,
            };
            prop_assert_eq!(crossings.len(), changes);
            for crossing in crossings {
                // Slopes are below 2 per 0.625: within the tolerance the line moves 0.0064.
                prop_assert!(line(crossing.at).odds.value.abs() < 7e-3, "{:?}", crossing);
                if let End::At(low) = crossing.low {
                    prop_assert!(low <= crossing.at + 2.1e-3);
                }
                if let End::At(high) = crossing.high {
                    prop_assert!(high >= crossing.at - 2.1e-3);
                }
            }
        }
    }

    #[test]
    fn what_means_nothing_is_refused() {
        let refused = |range, target, settings: Settings, value: f64| {
            break_even(range, target, &settings, |_| exact(value)).unwrap_err()
        };
        let usual = Settings::default();
        refused((1.0, 1.0), 0.5, usual, 0.0);
        refused((0.0, f64::INFINITY), 0.5, usual, 0.0);
        refused((0.0, 1.0), f64::NAN, usual, 0.0);
        refused((0.0, 1.0), 0.5, usual, f64::NAN);
        refused((0.0, 1.0), 0.5, Settings { steps: 0, ..usual }, 0.0);
        refused((0.0, 1.0), 0.5, Settings { tolerance: 0.0, ..usual }, 0.0);
    }
}
