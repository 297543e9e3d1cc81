//! The table of outputs, lever settings × uncertainties.

use crate::analysis::error::{AnalysisError, expect_at_least, expect_finite};

/// Which outputs are better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// The larger.
    Maximise,
    /// The smaller.
    Minimise,
}

/// The output of every lever setting in every uncertainty.
#[derive(Clone, Debug, PartialEq)]
pub struct Payoffs {
    goal: Goal,
    uncertainties: usize,
    outputs: Vec<f64>,
}

impl Payoffs {
    /// Outputs, lever setting after lever setting, each in the same order of uncertainties.
    ///
    /// # Errors
    /// No lever setting, no uncertainty, outputs that do not fill whole rows, one that is not finite.
    pub fn new(levers: usize, outputs: Vec<f64>, goal: Goal) -> Result<Self, AnalysisError> {
        expect_at_least("lever settings", 1, levers)?;
        expect_at_least("outputs", levers, outputs.len())?;
        if !outputs.len().is_multiple_of(levers) {
            let (expected, found) = (outputs.len().next_multiple_of(levers), outputs.len());
            return Err(AnalysisError::Mismatch { what: "outputs", expected, found });
        }
        expect_finite("output", &outputs)?;
        Ok(Self { goal, uncertainties: outputs.len() / levers, outputs })
    }

    /// Number of lever settings.
    pub fn levers(&self) -> usize {
        self.outputs.len() / self.uncertainties
    }

    /// Number of uncertainties.
    pub fn uncertainties(&self) -> usize {
        self.uncertainties
    }

    /// The outputs of a lever setting.
    ///
    /// # Panics
    /// When there is no such setting.
    pub fn of(&self, lever: usize) -> &[f64] {
        &self.outputs[lever * self.uncertainties..(lever + 1) * self.uncertainties]
    }

    pub(super) fn rows(&self) -> std::slice::ChunksExact<'_, f64> {
        self.outputs.chunks_exact(self.uncertainties)
    }

    /// By how much `one` is better than `other`; negative when it is worse.
    pub(super) fn advantage(&self, one: f64, other: f64) -> f64 {
        match self.goal {
            Goal::Maximise => one - other,
            Goal::Minimise => other - one,
        }
    }
}
