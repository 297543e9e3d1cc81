//! Findings as tidy CSV: one figure a row at full precision.

use serde::Serialize;

use crate::present::rows::{self, Full};
use crate::results::drivers::{
    BreakEvenSearch, Drivers, DriversMethod, MorrisScreening, SobolShares, Tornado,
};
use crate::results::{Mean, Resampled};

/// A figure.
#[derive(Serialize)]
struct Row<'a> {
    /// How it was found.
    method: DriversMethod,
    /// The input's path, or the structural choice; empty of what is of no single input.
    input: &'a str,
    /// What the figure is.
    item: String,
    /// The figure.
    value: Full,
    /// Lower end of its 95% interval, where it has one.
    low: Option<Full>,
    /// Upper end of it.
    high: Option<Full>,
}

/// The rows as text.
pub fn csv(answer: &Drivers) -> String {
    let mut rows = Rows { method: answer.method, rows: Vec::new() };
    answer.tornado.iter().for_each(|found| rows.tornado(found));
    answer.morris.iter().for_each(|found| rows.morris(found));
    answer.sobol.iter().for_each(|found| rows.sobol(found));
    answer.break_even.iter().for_each(|found| rows.break_even(found));
    rows::csv(rows.rows)
}

/// The rows so far.
struct Rows<'a> {
    method: DriversMethod,
    rows: Vec<Row<'a>>,
}

impl<'a> Rows<'a> {
    fn push(
        &mut self,
        input: &'a str,
        item: impl Into<String>,
        value: f64,
        (low, high): (Option<f64>, Option<f64>),
    ) {
        let (low, high) = (low.map(Full), high.map(Full));
        let row =
            Row { method: self.method, input, item: item.into(), value: Full(value), low, high };
        self.rows.push(row);
    }

    fn mean(&mut self, input: &'a str, item: &str, mean: &Mean) {
        self.push(input, item, mean.value, (Some(mean.low), Some(mean.high)));
    }

    fn plain(&mut self, input: &'a str, item: &str, value: f64) {
        self.push(input, item, value, (None, None));
    }

    fn tornado(&mut self, found: &'a Tornado) {
        self.mean("", "odds", &found.base);
        for bar in &found.inputs {
            self.mean(&bar.path, "swing", &bar.swing);
            self.plain(&bar.path, "low end", bar.low.at);
            self.mean(&bar.path, "odds at low end", &bar.low.odds);
            self.plain(&bar.path, "high end", bar.high.at);
            self.mean(&bar.path, "odds at high end", &bar.high.odds);
        }
        for choice in &found.structural {
            self.mean(&choice.set, "odds", &choice.odds);
            self.mean(&choice.set, "change", &choice.change);
        }
    }

    fn morris(&mut self, found: &'a MorrisScreening) {
        for effect in &found.inputs {
            self.mean(&effect.path, "mu_star", &effect.mu_star);
            self.plain(&effect.path, "mu", effect.mu);
            self.plain(&effect.path, "sigma", effect.sigma);
            self.plain(&effect.path, "by chance", effect.by_chance);
        }
    }

    fn sobol(&mut self, found: &'a SobolShares) {
        if let Some(odds) = found.odds {
            self.plain("", "constant odds", odds);
        }
        if let Some(noise) = found.noise_alone {
            self.plain("", "observed variance", noise.observed_variance);
            self.plain("", "noise variance", noise.noise_variance);
        }
        let resampled = |index: &Resampled| (index.value, (index.low, index.high));
        for index in found.indices.iter().flat_map(|indices| &indices.inputs) {
            let path = index.path.as_deref().unwrap_or("all other inputs");
            for (item, index) in [("first order", &index.first), ("total order", &index.total)] {
                let (value, ends) = resampled(index);
                self.push(path, item, value, ends);
            }
        }
    }

    fn break_even(&mut self, found: &'a BreakEvenSearch) {
        for crossing in &found.crossings {
            self.push(&found.path, "break-even", crossing.at, (crossing.low, crossing.high));
        }
        for asked in &found.asked {
            self.mean(&found.path, &format!("odds at {}", asked.at), &asked.odds);
        }
    }
}
