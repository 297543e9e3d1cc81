//! What a study says at a glance: how far its outputs range over the cases, and which factors they
//! follow.

use super::has_bounds;
use super::table::text;
use crate::present::number::{percent, points, short, thousands};
use crate::present::wrap::{WIDTH, hang, wrap};
use crate::scenario::Shown;
use crate::study::{Record, Study};
use crate::text::{Padded, fitted};

/// Values of a factor that are shown one by one; of more, thirds are.
const SHOWN: usize = 6;

/// The range of an output over the cases.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OutputRange {
    /// The least and its case.
    pub least: (f64, u64),
    /// The mean over the cases.
    pub mean: f64,
    /// The most and its case.
    pub most: (f64, u64),
}

/// The mean of the headline output where a factor has a value, or lies in a third of its values.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueMean {
    /// The value, or the ends of the third.
    pub label: String,
    /// Cases.
    pub cases: u64,
    /// Their mean.
    pub mean: f64,
    /// Their least and most.
    pub ends: (f64, f64),
}

/// An overview that grows with the cases.
#[derive(Clone, Debug)]
pub struct Overview<'s> {
    study: &'s Study,
    /// Of each output: cases, sum, and the cases with the least and the most.
    ranges: Vec<Option<Range>>,
    /// Of each case that has the first output: its factors and the output.
    points: Vec<(Vec<Shown>, f64)>,
    /// The widest 95% interval of the first output, as half of its width.
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

impl<'s> Overview<'s> {
    /// An overview of no case yet.
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

    /// The output that factors are held against: a signature where it is written down.
    fn headline(&self) -> usize {
        self.study.outputs.iter().position(|output| output == "signed").unwrap_or(0)
    }

    /// The study.
    pub fn study(&self) -> &'s Study {
        self.study
    }

    /// Cases played, and cases whose values make no scenario.
    pub fn cases(&self) -> (u64, u64) {
        (self.played, self.invalid)
    }

    /// The range of every output, in the study's order; `None` of one that was never there.
    pub fn ranges(&self) -> Vec<Option<OutputRange>> {
        let range = |range: &Option<Range>| {
            range.map(|Range { count, sum, least, most }| OutputRange {
                least,
                mean: sum / count as f64,
                most,
            })
        };
        self.ranges.iter().map(range).collect()
    }

    /// The output that factors are held against; `None` where no case has it.
    pub fn headline_output(&self) -> Option<&'s str> {
        let name = self.study.outputs.get(self.headline())?;
        (!self.points.is_empty()).then_some(name.as_str())
    }

    /// The means of the headline output by the values of every factor, in the study's order.
    pub fn factor_means(&self) -> Vec<Vec<ValueMean>> {
        (0..self.study.factors.len()).map(|index| self.by_value(index)).collect()
    }

    /// Half of the widest 95% interval of the headline output.
    pub fn widest(&self) -> f64 {
        self.widest
    }

    /// The overview for a terminal. `files` says where the results are.
    pub fn text(&self, files: &str) -> String {
        let study = self.study;
        let mut text = format!(
            "{}\n  {} of {} cases · {} · {} worlds × {} histories each · seed {}\n",
            wrap(&study.title, WIDTH).join("\n"),
            thousands(self.played + self.invalid),
            thousands(study.cases()),
            study.design,
            thousands(study.worlds()),
            study.play.histories,
            study.play.seed
        );
        if self.invalid > 0 {
            let count = thousands(self.invalid);
            text += &format!("  {count} cases have values that make no scenario: see “stopped”\n");
        }
        text +=
            "\nOver the cases               lowest     mean  highest   lowest and highest case\n";
        for (output, range) in study.outputs.iter().zip(&self.ranges) {
            let name = Padded(fitted(output, 26));
            text += &match range {
                None => format!("  {name:<26}      –        –        –   never there\n"),
                Some(range) => {
                    let shown = |value: f64| figure(output, value);
                    format!(
                        "  {name:<26} {:>6}   {:>6}   {:>6}   {} and {}\n",
                        shown(range.least.0),
                        shown(range.sum / range.count as f64),
                        shown(range.most.0),
                        range.least.1,
                        range.most.1
                    )
                }
            };
        }
        if let Some([low, high]) = self.extremes() {
            let output = &self.study.outputs[self.headline()];
            text.push('\n');
            hang(&mut text, "", 2, &format!("{output} is lowest with {low}"));
            hang(&mut text, "", 2, &format!("{output} is highest with {high}"));
        }
        text += &self.factors();
        if self.widest > 0.0 {
            text += &format!(
                "\nA single case is known to ± {} points at worst (95% simulation error); its\n\
                 spread between worlds stands in the table.\n",
                points(self.widest)
            );
        }
        text += "Means are over the cases of this design, not over what is likely: they tell what\n\
                 moves the odds, and are no forecast.\n";
        text + &format!("Results: {files}\n")
    }

    /// The settings of the cases with the lowest and the highest headline output, the cases that
    /// [`Self::ranges`] names; `None` where there is nothing to tell apart.
    pub fn extremes(&self) -> Option<[String; 2]> {
        let first_by = |beats: fn(f64, f64) -> bool| {
            let points = self.points.iter();
            points.reduce(|first, next| if beats(next.1, first.1) { next } else { first })
        };
        let (least, most) = (first_by(|a, b| a < b)?, first_by(|a, b| a > b)?);
        let settings = |factors: &[Shown]| {
            let named = self.study.factors.iter().zip(factors);
            let named =
                named.map(|(factor, shown)| format!("{}={}", factor.name, short_text(shown)));
            named.collect::<Vec<_>>().join(", ")
        };
        (least.1 < most.1 && !self.study.factors.is_empty())
            .then(|| [settings(&least.0), settings(&most.0)])
    }

    /// The mean of the headline output at each value of each factor.
    fn factors(&self) -> String {
        let Some(output) = self.study.outputs.get(self.headline()) else { return String::new() };
        if self.points.is_empty() || self.study.factors.is_empty() {
            return String::new();
        }
        let mut text = format!("\nMean of {output} by factor\n");
        for (index, factor) in self.study.factors.iter().enumerate() {
            text += &format!("  {}\n", fitted(&factor.title, 76));
            for ValueMean { label, cases, mean, .. } in self.by_value(index) {
                let cases = thousands(cases);
                let s = if cases == "1" { " " } else { "s" };
                let mean = figure(output, mean);
                text += &format!(
                    "    {:<36} {mean:>6}   {cases:>6} case{s}\n",
                    Padded(fitted(&label, 36))
                );
            }
        }
        text
    }

    /// Label, cases and mean, for every value, or for thirds of the cases where there are many.
    fn by_value(&self, index: usize) -> Vec<ValueMean> {
        let mut values: Vec<(&Shown, f64)> =
            self.points.iter().filter_map(|(own, at)| Some((own.get(index)?, *at))).collect();
        let mut labels: Vec<&Shown> = Vec::new();
        for (shown, _) in &values {
            if !labels.contains(shown) {
                labels.push(shown);
                if labels.len() > SHOWN && values.iter().all(|(shown, _)| number(shown).is_some()) {
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
        if numbers && labels.len() > SHOWN {
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
        let of = |label: &Shown| {
            let own = values.iter().filter(move |(shown, _)| **shown == *label).map(|(_, at)| *at);
            value_mean(short_text(label), own)
        };
        labels.into_iter().map(of).collect()
    }
}

fn number(shown: &Shown) -> Option<f64> {
    match shown {
        Shown::Number(number) => Some(*number),
        _ => None,
    }
}

fn short_text(shown: &Shown) -> String {
    number(shown).map_or_else(|| text(shown), short)
}

fn value_mean(label: String, values: impl Iterator<Item = f64>) -> ValueMean {
    let (mut sum, mut cases, mut ends) = (0.0, 0, (f64::INFINITY, f64::NEG_INFINITY));
    for value in values {
        sum += value;
        cases += 1;
        ends = (ends.0.min(value), ends.1.max(value));
    }
    let mean = if cases > 0 { sum / cases as f64 } else { 0.0 };
    ValueMean { label, cases, mean, ends }
}

/// Odds as a percentage, other numbers as they are.
fn figure(output: &str, value: f64) -> String {
    if has_bounds(output) { percent(value) } else { short(value) }
}
