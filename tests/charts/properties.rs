//! For any numbers and any names: everything stays in the frame, no text lies over another, the
//! drawing is well-formed and the same every time.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use zopa::charts::{
    Anchor, Blocker, Blockers, Chain, ChainLink, Concessions, Curve, CurvePoint, Difference,
    Differences, Figure, Histogram, Interval, Level, Offers, Opinion, Opinions, OptionShare,
    OptionShares, Pareto, ParetoPath, ParetoPoint, ParetoStep, PartyValue, PriorShape, PriorSketch,
    Quantiles, Question, Questions, Range, Reliability, ReliabilityBin, Study, StudyPoint,
    StudySeries, Survival, Swing, Terms, TermsParty, Tornado, Unit, Values, VarianceShare,
    VarianceShares, When,
};

use super::drawing::check;
use super::{hostile, tiny};

/// Shares, whole numbers and the ends of what a float can be.
fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        6 => 0.0..=1.0f64,
        2 => -200.0..=200.0f64,
        1 => prop::num::f64::NORMAL | prop::num::f64::ZERO | prop::num::f64::SUBNORMAL,
        2 => prop::sample::select(vec![0.0, -0.0, 1.0, -1.0, f64::MAX, f64::MIN, 1e-300, 1e300, 0.5]),
    ]
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[A-Za-z ]{0,40}",
        2 => prop::sample::select(hostile::names()),
        1 => any::<String>(),
    ]
}

fn width() -> impl Strategy<Value = f64> {
    prop_oneof![Just(360.0), Just(760.0), Just(f64::NAN), 100.0..2500.0f64]
}

fn interval() -> impl Strategy<Value = Interval> {
    (number(), number(), number()).prop_map(|(value, low, high)| Interval { value, low, high })
}

fn range() -> impl Strategy<Value = Range> {
    (number(), number()).prop_map(|(low, high)| Range { low, high })
}

fn quantiles() -> impl Strategy<Value = Quantiles> {
    [number(), number(), number(), number(), number()].prop_map(|mut values| {
        values.sort_by(f64::total_cmp);
        let [p05, p25, p50, p75, p95] = values;
        Quantiles { p05, p25, p50, p75, p95 }
    })
}

fn unit() -> impl Strategy<Value = Unit> {
    prop_oneof![
        Just(Unit::Share),
        Just(Unit::Points),
        Just(Unit::Value),
        Just(Unit::Number),
        number().prop_map(Unit::Position),
    ]
}

fn anchors() -> impl Strategy<Value = Vec<Anchor>> {
    vec((number(), name()).prop_map(|(at, text)| Anchor { at, text }), 0..7)
}

fn curves() -> impl Strategy<Value = Vec<Curve>> {
    let point = (number(), number(), option::of(range()))
        .prop_map(|(at, value, band)| CurvePoint { at, value, band });
    let curve = (name(), vec(point, 0..8)).prop_map(|(name, points)| Curve { name, points });
    vec(curve, 0..9)
}

/// Draws twice, and holds the drawing to what all must be.
fn hold(draw: impl Fn() -> Figure) {
    let figure = draw();
    check(&figure);
    assert_eq!(figure, draw());
}

fn few() -> ProptestConfig {
    ProptestConfig { cases: 80, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(few())]

    #[test]
    fn chain(title in name(), links in vec((name(), interval(), option::of(range()), option::of(number())), 0..7), width in width()) {
        let links = links.into_iter().map(|(label, odds, worlds, given)| ChainLink { label, odds, worlds, given }).collect();
        let chain = Chain { id: title.clone(), title, links };
        hold(|| chain.draw(width));
    }

    #[test]
    fn questions(title in name(), rows in vec((name(), interval(), option::of(range()), option::of(number()), option::of(number()), name()), 0..7), width in width()) {
        let rows = rows.into_iter().map(|(text, odds, worlds, outside, pooled, words)| Question { text, odds, worlds, outside, pooled, words }).collect();
        let questions = Questions { id: "questions".to_owned(), title, rows };
        hold(|| questions.draw(width));
    }

    #[test]
    fn when(axis in name(), series in curves(), ticks in vec((number(), name()), 0..6), width in width()) {
        let when = When { id: "when".to_owned(), title: axis.clone(), axis_title: axis.clone(), axis, ticks, series };
        hold(|| when.draw(width));
    }

    #[test]
    fn survival(axis in name(), curves in curves(), marks in vec((number(), name()), 0..5), width in width()) {
        let survival = Survival { id: "s".to_owned(), title: axis.clone(), axis, marks, curves };
        hold(|| survival.draw(width));
    }

    #[test]
    fn terms(scale in range(), anchors in anchors(), parties in vec((name(), option::of(interval()), option::of(interval())), 0..7), zone in option::of(range()), signed in option::of(quantiles()), width in width()) {
        let parties = parties.into_iter().map(|(name, opening, limit)| TermsParty { name, opening, limit }).collect();
        let terms = Terms { id: "t".to_owned(), title: "t".to_owned(), scale, anchors, parties, zone, signed };
        hold(|| terms.draw(width));
    }

    #[test]
    fn opinions(scale in range(), anchors in anchors(), rows in vec((name(), option::of(number()), option::of(range()), name()), 0..7), signed in option::of(quantiles()), width in width()) {
        let rows = rows.into_iter().map(|(name, at, range, note)| Opinion { name, at, range, note }).collect();
        let opinions = Opinions { id: "o".to_owned(), title: "o".to_owned(), scale, anchors, signed, rows };
        hold(|| opinions.draw(width));
    }

    #[test]
    fn bars(rows in vec((name(), number(), option::of(range()), name()), 0..8), width in width()) {
        let shares = VarianceShares {
            id: "v".to_owned(),
            title: "v".to_owned(),
            rows: rows.iter().cloned().map(|(label, share, interval, direction)| VarianceShare { label, share, interval, direction }).collect(),
        };
        hold(|| shares.draw(width));
        let options = OptionShares {
            id: "o".to_owned(),
            title: "o".to_owned(),
            rows: rows.into_iter().map(|(option, share, _, note)| OptionShare { option, share, note }).collect(),
        };
        hold(|| options.draw(width));
    }

    #[test]
    fn blockers(families in vec((name(), number(), vec((name(), number()), 0..7)), 0..7), width in width()) {
        let families = families.into_iter().map(|(label, share, parts)| Blocker { label, share, parts }).collect();
        let blockers = Blockers { id: "b".to_owned(), title: "b".to_owned(), families };
        hold(|| blockers.draw(width));
    }

    #[test]
    fn values(rows in vec((name(), option::of(number()), option::of(number()), option::of(range()), option::of(range())), 0..8), width in width()) {
        let rows = rows.into_iter().map(|(party, deal, outside, deal_range, outside_range)| PartyValue { party, deal, outside, deal_range, outside_range }).collect();
        let values = Values { id: "v".to_owned(), title: "v".to_owned(), rows };
        hold(|| values.draw(width));
    }

    #[test]
    fn pareto(names in (name(), name()), unit in unit(), frontier in vec(((number(), number()), any::<bool>()), 0..9), points in vec((name(), (number(), number())), 0..15), paths in vec((name(), vec((number(), number()), 0..6)), 0..4), cloud in vec((number(), number()), 0..30), width in width()) {
        let pareto = Pareto {
            id: "p".to_owned(),
            title: "p".to_owned(),
            across: names.0,
            upright: names.1,
            unit,
            frontier: frontier.into_iter().map(|(at, after_gap)| ParetoStep { at, after_gap }).collect(),
            points: points.into_iter().map(|(name, at)| ParetoPoint { name, at }).collect(),
            paths: paths.into_iter().map(|(name, points)| ParetoPath { name, points }).collect(),
            cloud,
        };
        hold(|| pareto.draw(width));
    }

    #[test]
    fn tornado(outcome in name(), unit in unit(), baseline in number(), swings in vec((name(), number(), number(), name(), name()), 0..7), width in width()) {
        let swings = swings.into_iter().map(|(label, low, high, low_input, high_input)| Swing { label, low, high, low_input, high_input }).collect();
        let tornado = Tornado { id: "t".to_owned(), title: "t".to_owned(), outcome, unit, baseline, swings };
        hold(|| tornado.draw(width));
    }

    #[test]
    fn prior(title in name(), numbers in vec((number(), number()), 0..30), range in option::of((number(), number())), width in width()) {
        let mut quantiles = numbers.clone();
        quantiles.sort_by(|a, b| a.1.total_cmp(&b.1));
        let fixed = numbers.first().map_or(0.0, |first| first.0);
        for shape in [PriorShape::Fixed(fixed), PriorShape::Points(numbers), PriorShape::Quantiles(quantiles)] {
            let sketch = PriorSketch { id: title.clone(), title: title.clone(), shape, range };
            hold(|| sketch.draw(width));
        }
    }

    #[test]
    fn differences(unit in unit(), sides in (name(), name()), rows in vec((name(), interval(), name()), 0..7), width in width()) {
        let rows = rows.into_iter().map(|(label, difference, note)| Difference { label, difference, note }).collect();
        let differences = Differences { id: "d".to_owned(), title: "d".to_owned(), unit, lower: sides.0, higher: sides.1, rows };
        hold(|| differences.draw(width));
    }

    #[test]
    fn reliability(bins in vec((number(), interval(), any::<u64>()), 0..12), width in width()) {
        let bins = bins.into_iter().map(|(forecast, observed, count)| ReliabilityBin { forecast, observed, count }).collect();
        let reliability = Reliability { id: "r".to_owned(), title: "r".to_owned(), bins };
        hold(|| reliability.draw(width));
    }

    #[test]
    fn study(words in (name(), name()), unit in unit(), series in vec((name(), vec((prop_oneof![3 => number().prop_map(Level::Number), 1 => name().prop_map(Level::Word)], interval()), 0..6)), 0..8), width in width()) {
        let series: Vec<StudySeries> = series.into_iter().map(|(name, points)| StudySeries { name, points: points.into_iter().map(|(at, outcome)| StudyPoint { at, outcome }).collect() }).collect();
        let numbers = series.iter().cloned().map(|mut series| {
            series.points.retain(|point| matches!(point.at, Level::Number(_)));
            series
        });
        for series in [numbers.collect(), series.clone()] {
            let study = Study { id: "s".to_owned(), title: "s".to_owned(), factor: words.0.clone(), outcome: words.1.clone(), unit, series };
            hold(|| study.draw(width));
        }
    }

    #[test]
    fn histogram(words in (name(), name()), unit in unit(), values in vec(number(), 0..40), marks in vec((number(), name()), 0..5), width in width()) {
        let finite = values.iter().filter(|value| value.is_finite()).count();
        let histogram = Histogram { id: "h".to_owned(), title: "h".to_owned(), axis: words.0, counted: words.1, unit, values, within: None, marks };
        hold(|| histogram.draw(width));
        // Every value lies in the bin that names it, and none is lost.
        let bins = histogram.bins();
        prop_assert_eq!(bins.iter().map(|bin| bin.count).sum::<usize>(), finite);
        for (index, bin) in bins.iter().enumerate() {
            let last = index + 1 == bins.len();
            let within = |value: &&f64| bin.low <= **value && (**value < bin.high || (last && **value <= bin.high));
            prop_assert_eq!(histogram.values.iter().filter(within).count(), bin.count, "{:?}", bins);
            prop_assert!(last || bin.high <= bins[index + 1].low);
        }
    }

    #[test]
    fn concessions(words in (name(), name()), unit in unit(), parties in vec((name(), vec((number(), number()), 0..9)), 0..9), deal in option::of(number()), width in width()) {
        let parties = parties.into_iter().map(|(name, offers)| Offers { name, offers }).collect();
        let concessions = Concessions { id: "c".to_owned(), title: "c".to_owned(), axis: words.0, value: words.1, unit, parties, deal };
        hold(|| concessions.draw(width));
    }
}

#[test]
fn the_tiny_cases_hold_at_every_width() {
    for width in [240.0, 300.0, 360.0, 519.0, 520.0, 600.0, 760.0, 1200.0, 2000.0] {
        for (_, figure) in tiny::all(width) {
            check(&figure);
        }
    }
}

#[test]
fn hundreds_of_rows_have_room() {
    let mut chain = tiny::chain();
    let link = chain.links[0].clone();
    chain.links = vec![link; 400];
    for width in [360.0, 760.0] {
        hold(|| chain.draw(width));
    }
}
