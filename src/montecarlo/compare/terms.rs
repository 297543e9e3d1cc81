//! Medians of signed terms by sections of worlds, for the interval of their difference.

use super::contrast::TermsShift;
use super::difference::{Difference, DifferenceMethod};
use crate::model::Scenario;
use crate::montecarlo::bins::TERM_CLASSES;
use crate::montecarlo::summary::quantile;

/// Sections of the worlds; world w is in section w mod 20.
const SECTIONS: usize = 20;
/// The 97.5% point of Student's t with 19 degrees of freedom.
const T95: f64 = 2.093_024_054_408_263;

/// Histograms of one scenario's signed terms, by section and issue.
#[derive(Clone, Debug)]
pub(super) struct Sections {
    issues: usize,
    /// `counts[(section * issues + issue) * TERM_CLASSES + class]`.
    counts: Vec<u64>,
}

/// The signed terms of a chunk, as places of [`Sections`]: a list is short where a histogram a section
/// would be long.
#[derive(Clone, Debug, Default)]
pub(super) struct SignedTerms(Vec<u32>);

impl SignedTerms {
    /// Counts the terms of a history of world number `world`.
    pub(super) fn record(&mut self, world: u64, terms: &[f64]) {
        let section = (world % SECTIONS as u64) as usize;
        for (issue, &x) in terms.iter().enumerate() {
            let class = ((x * TERM_CLASSES as f64) as usize).min(TERM_CLASSES - 1);
            self.0.push(((section * terms.len() + issue) * TERM_CLASSES + class) as u32);
        }
    }
}

impl Sections {
    pub(super) fn new(issues: usize) -> Self {
        Self { issues, counts: vec![0; SECTIONS * issues * TERM_CLASSES] }
    }

    pub(super) fn add(&mut self, signed: &SignedTerms) {
        for &place in &signed.0 {
            self.counts[place as usize] += 1;
        }
    }

    fn of(&self, section: usize, issue: usize) -> &[u64] {
        let start = (section * self.issues + issue) * TERM_CLASSES;
        &self.counts[start..start + TERM_CLASSES]
    }

    /// The median over all sections, in [0, 1].
    fn median(&self, issue: usize) -> Option<f64> {
        let mut all = vec![0; TERM_CLASSES];
        for section in 0..SECTIONS {
            all.iter_mut().zip(self.of(section, issue)).for_each(|(sum, count)| *sum += count);
        }
        middle(&all)
    }

    fn median_of(&self, section: usize, issue: usize) -> Option<f64> {
        middle(self.of(section, issue))
    }
}

fn middle(counts: &[u64]) -> Option<f64> {
    let total: u64 = counts.iter().sum();
    (total > 0).then(|| quantile(counts, total, 0.5))
}

/// The shift of the median of one issue, on its scale; `None` where a side never signed. Without an
/// interval where some section of a side has no signature.
pub(super) fn shift(
    scenario: &Scenario,
    (issue, other): (usize, usize),
    base: &Sections,
    alternative: &Sections,
    same: bool,
) -> Option<TermsShift> {
    let scale = scenario.issues[issue].scale;
    let (before, after) = (base.median(issue)?, alternative.median(other)?);
    let value = after - before;
    let sections: Option<Vec<f64>> = (0..SECTIONS)
        .map(|section| {
            Some(alternative.median_of(section, other)? - base.median_of(section, issue)?)
        })
        .collect();
    let interval = sections.map(|differences| {
        let squares: f64 = differences.iter().map(|d| (d - value) * (d - value)).sum();
        let n = SECTIONS as f64;
        let half = T95 * (squares / (n * (n - 1.0))).sqrt();
        Difference {
            value: value * scale.width(),
            low: (value - half) * scale.width(),
            high: (value + half) * scale.width(),
            method: DifferenceMethod::Sections,
        }
    });
    Some(TermsShift {
        issue,
        base: scale.from_unit(before),
        alternative: scale.from_unit(after),
        change: value * scale.width(),
        difference: if same { Some(Difference::NONE) } else { interval },
    })
}
