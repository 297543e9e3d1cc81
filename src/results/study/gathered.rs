//! The cases of a study, gathered one by one into what they say.

use super::is_odds;
use super::overview::{
    CaseRange, FactorMeans, HeadlineSettings, OutputOverCases, StudyOverview, ValueMean,
};
use crate::results::Envelope;
use crate::scenario::Shown;
use crate::study::{Record, Study};
use crate::text::number::short;

/// Values of a factor that are told one by one; of more, thirds are.
const ONE_BY_ONE: usize = 6;

/// The cases so far.
#[derive(Clone, Debug)]
pub struct Gathered<'s> {
    study: &'s Study,
    /// Of each output: cases, sum, and the cases with the least and the most.
    ranges: Vec<Option<Range>>,
    /// Of each case that has the headline output: its factors and the output.
    points: Vec<(Vec<Shown>, f64)>,
    /// The widest 95% interval of the headline output, as half of its width.
    widest: f64,
    played: u64,
    invalid: u64,
}

#[derive(Clone, Copy, Debug)]
struct Range {
    count: u64,
    sum: f64,
    least: (f64, u64),
    most: (f64, u64),
}

impl<'s> Gathered<'s> {
    /// No case yet.
    pub fn new(study: &'s Study) -> Self {
        let ranges = vec![None; study.outputs.len()];
        Self { study, ranges, points: Vec::new(), widest: 0.0, played: 0, invalid: 0 }
    }

    /// Adds a case.
    pub fn push(&mut self, record: &Record) {
        if !record.is_played() {
            self.invalid += 1;
            return;
        }
        self.played += 1;
        for (range, figure) in self.ranges.iter_mut().zip(&record.figures) {
            let Some(value) = figure.map(|figure| figure.value) else { continue };
            let at = (value, record.case);
            let range = range.get_or_insert(Range { count: 0, sum: 0.0, least: at, most: at });
            range.count += 1;
            range.sum += value;
            if value < range.least.0 {
                range.least = at;
            }
            if value > range.most.0 {
                range.most = at;
            }
        }
        if let Some(Some(figure)) = record.figures.get(self.headline()) {
            self.points.push((record.factors.clone(), figure.value));
            if let Some([low, high]) = figure.interval {
                self.widest = self.widest.max((high - low) / 2.0);
            }
        }
    }

    /// What the cases say.
    pub fn overview(&self) -> Envelope<StudyOverview> {
        let study = self.study;
        let outputs = study.outputs.iter().zip(&self.ranges).map(|(name, range)| OutputOverCases {
            name: name.clone(),
            odds: is_odds(name),
            range: range.map(CaseRange::from),
        });
        let factors = study.factors.iter().enumerate().map(|(index, factor)| FactorMeans {
            name: factor.name.clone(),
            title: factor.title.clone(),
            values: self.by_value(index),
        });
        let headline = study.outputs.get(self.headline()).filter(|_| !self.points.is_empty());
        Envelope::new(
            "study",
            StudyOverview {
                title: study.title.clone(),
                run_id: study.run_id().to_owned(),
                fingerprint: study.fingerprint.clone(),
                design: study.design.to_owned(),
                seed: study.play.seed,
                cases: study.cases(),
                done: self.played + self.invalid,
                played: self.played,
                invalid: self.invalid,
                worlds: study.worlds(),
                histories: study.play.histories,
                outputs: outputs.collect(),
                headline: headline.cloned(),
                headline_settings: self.extremes(),
                factors: factors.collect(),
                widest_half_interval: self.widest,
            },
        )
    }

    /// The output that factors are held against: a signature where it is written down.
    fn headline(&self) -> usize {
        self.study.outputs.iter().position(|output| output == "signed").unwrap_or(0)
    }

    /// The settings of the cases with the lowest and the highest headline output, the cases that the ranges name.
    fn extremes(&self) -> Option<HeadlineSettings> {
        let first_by = |beats: fn(f64, f64) -> bool| {
            let points = self.points.iter();
            points.reduce(|first, next| if beats(next.1, first.1) { next } else { first })
        };
        let (least, most) = (first_by(|a, b| a < b)?, first_by(|a, b| a > b)?);
        let settings = |factors: &[Shown]| {
            let named = self.study.factors.iter().zip(factors);
            let named = named.map(|(factor, shown)| format!("{}={}", factor.name, label(shown)));
            named.collect::<Vec<_>>().join(", ")
        };
        (least.1 < most.1 && !self.study.factors.is_empty())
            .then(|| HeadlineSettings { lowest: settings(&least.0), highest: settings(&most.0) })
    }

    /// Every value, or thirds of the cases where there are many.
    fn by_value(&self, index: usize) -> Vec<ValueMean> {
        let mut values: Vec<(&Shown, f64)> =
            self.points.iter().filter_map(|(own, at)| Some((own.get(index)?, *at))).collect();
        let mut labels: Vec<&Shown> = Vec::new();
        for (shown, _) in &values {
            if !labels.contains(shown) {
                labels.push(shown);
                if labels.len() > ONE_BY_ONE
                    && values.iter().all(|(shown, _)| number(shown).is_some())
                {
                    break;
                }
            }
        }
        let numbers = values.iter().all(|(shown, _)| number(shown).is_some());
        if numbers {
            values.sort_by(|a, b| {
                number(a.0).partial_cmp(&number(b.0)).unwrap_or(std::cmp::Ordering::Equal)
            });
            labels.sort_by(|a, b| {
                number(a).partial_cmp(&number(b)).unwrap_or(std::cmp::Ordering::Equal)
            });
        }
        if numbers && labels.len() > ONE_BY_ONE {
            let third = |k: usize| &values[k * values.len() / 3..(k + 1) * values.len() / 3];
            let thirds = (0..3).map(third).filter(|part| !part.is_empty());
            return thirds
                .map(|part| {
                    let ends = [part.first(), part.last()].map(|end| {
                        end.and_then(|(shown, _)| number(shown)).map_or(String::new(), short)
                    });
                    value_mean(ends.join(" to "), part.iter().map(|(_, at)| *at))
                })
                .collect();
        }
        let of = |shown: &Shown| {
            let own = values.iter().filter(move |(other, _)| *other == shown).map(|(_, at)| *at);
            value_mean(label(shown), own)
        };
        labels.into_iter().map(of).collect()
    }
}

impl From<Range> for CaseRange {
    fn from(range: Range) -> Self {
        Self {
            least: range.least.0,
            least_case: range.least.1,
            mean: range.sum / range.count as f64,
            most: range.most.0,
            most_case: range.most.1,
        }
    }
}

fn number(shown: &Shown) -> Option<f64> {
    match shown {
        Shown::Number(number) => Some(*number),
        _ => None,
    }
}

/// A value in few digits.
fn label(shown: &Shown) -> String {
    number(shown).map_or_else(|| shown.to_string(), short)
}

fn value_mean(value: String, outputs: impl Iterator<Item = f64>) -> ValueMean {
    let (mut sum, mut cases, mut least, mut most) = (0.0, 0, f64::INFINITY, f64::NEG_INFINITY);
    for output in outputs {
        sum += output;
        cases += 1;
        least = least.min(output);
        most = most.max(output);
    }
    let mean = if cases > 0 { sum / cases as f64 } else { 0.0 };
    ValueMean { value, cases, mean, least, most }
}
