//! What moves besides odds: what a package is worth, and the terms that are signed.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Paired;
use crate::model::Scenario;
use crate::montecarlo;
use crate::results::{Difference, Named};

/// What signing the base's best package of a world is worth to a party, mean over worlds: in shares of all that is
/// at stake for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct WorthShift {
    /// The party.
    pub party: Named,
    /// Worlds in which the base has such a package.
    pub worlds: u64,
    /// Mean worth in the base.
    pub base: f64,
    /// Mean worth of the same package with the change.
    pub with: f64,
    /// The second less the first.
    pub difference: Difference,
    /// Shares of those worlds in which it would sign the package.
    pub signs: Paired,
}

/// The middle of the signed terms on an issue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TermsShift {
    /// The issue.
    pub issue: Named,
    /// Length of its scale.
    pub scale_width: f64,
    /// Median in the base, on the issue's scale.
    pub base: f64,
    /// Median with the change.
    pub with: f64,
    /// The second less the first.
    pub change: f64,
    /// The same with its interval; null where signatures are too few for one.
    pub difference: Option<Difference>,
}

impl WorthShift {
    pub(super) fn new(base: &Scenario, shift: &montecarlo::WorthShift) -> Self {
        Self {
            party: Named::party(base, shift.party),
            worlds: shift.worlds,
            base: shift.base,
            with: shift.alternative,
            difference: shift.difference.into(),
            signs: (&shift.signs).into(),
        }
    }
}

impl TermsShift {
    pub(super) fn new(base: &Scenario, shift: &montecarlo::TermsShift) -> Self {
        Self {
            issue: Named::issue(base, shift.issue),
            scale_width: base.issues[shift.issue].scale.width(),
            base: shift.base,
            with: shift.alternative,
            change: shift.change,
            difference: shift.difference.map(Into::into),
        }
    }
}
