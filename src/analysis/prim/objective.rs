//! What makes a slice good.

/// The objective that the next slice maximises. y is the outcome, n the number of cases, before and
/// after the slice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Objective {
    /// (ȳ_new − ȳ_old) / |n_new − n_old|: the gain of the mean for a case lost (Kwakkel &
    /// Jaxa-Rozen 2016).
    #[default]
    Lenient1,
    /// n_new (ȳ_new − ȳ_old) / |n_new − n_old| (Friedman & Fisher 1999, 14.6).
    Lenient2,
    /// ȳ_new: the mean of what is left (Friedman & Fisher 1999). Peels on down to the minimum
    /// mass.
    Original,
}

/// Count and sum of outcomes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Totals {
    pub(super) cases: usize,
    pub(super) sum: f64,
}

impl Totals {
    pub(super) fn add(&mut self, outcome: f64) {
        self.cases += 1;
        self.sum += outcome;
    }

    /// 0 without cases.
    pub(super) fn mean(self) -> f64 {
        if self.cases == 0 { 0.0 } else { self.sum / self.cases as f64 }
    }
}

impl Objective {
    /// The worth of going from `old` to `new`; not above 0 when it is not worth it.
    pub(super) fn value(self, old: Totals, new: Totals) -> f64 {
        if self == Self::Original {
            return if new.cases == 0 { -1.0 } else { new.mean() };
        }
        let change = old.cases.abs_diff(new.cases) as f64;
        if change <= 0.0 {
            return 0.0;
        }
        let gain = new.mean() - old.mean();
        match self {
            Self::Lenient1 => gain / change,
            _ => new.cases as f64 * gain / change,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objectives_by_hand() {
        let old = Totals { cases: 100, sum: 20.0 };
        let new = Totals { cases: 90, sum: 19.8 };
        let nothing = Totals::default();
        let close = |objective: Objective, new: Totals, expected: f64| {
            assert!((objective.value(old, new) - expected).abs() < 1e-12, "{objective:?}");
        };
        close(Objective::Lenient1, new, 0.002);
        close(Objective::Lenient2, new, 0.18);
        close(Objective::Original, new, 0.22);
        close(Objective::Lenient1, old, 0.0);
        close(Objective::Lenient1, nothing, -0.002);
        close(Objective::Original, nothing, -1.0);
    }
}
