//! The cases that boxes are looked for in.

use super::Limits;
use crate::analysis::error::{AnalysisError, expect_at_least, expect_count, expect_finite};

/// One input over all cases.
#[derive(Clone, Debug, PartialEq)]
pub enum Column {
    /// Real numbers.
    Real(Vec<f64>),
    /// Whole numbers, below 2⁵³ in size.
    Integer(Vec<i64>),
    /// Categories without an order, numbered from 0.
    Categorical(Vec<usize>),
}

impl Column {
    /// Number of cases.
    pub fn len(&self) -> usize {
        match self {
            Self::Real(values) => values.len(),
            Self::Integer(values) => values.len(),
            Self::Categorical(values) => values.len(),
        }
    }

    /// Is there no case?
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The number of a case; of a category its own number.
    pub(super) fn number(&self, case: usize) -> f64 {
        match self {
            Self::Real(values) => values[case],
            Self::Integer(values) => values[case] as f64,
            Self::Categorical(values) => values[case] as f64,
        }
    }

    /// The limits that hold every case and no more.
    fn all(&self) -> Limits {
        if let Self::Categorical(values) = self {
            let mut categories = values.clone();
            categories.sort_unstable();
            categories.dedup();
            return Limits::Categories(categories);
        }
        let numbers = (0..self.len()).map(|case| self.number(case));
        let (low, high) = numbers
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(x), high.max(x)));
        Limits::Interval { low, high }
    }
}

/// Columns of inputs, and the outcome of every case.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    columns: Vec<Column>,
    outcomes: Vec<f64>,
    all: Vec<Limits>,
    by_kind: Vec<usize>,
}

impl Table {
    /// A table; large outcomes are the ones looked for (hand in 1 for a case of interest and 0 for
    /// any other, or a number, negated where small ones are of interest).
    ///
    /// # Errors
    /// No column or no case; columns that differ in length from the outcomes; a number that is not
    /// finite.
    pub fn new(columns: Vec<Column>, outcomes: Vec<f64>) -> Result<Self, AnalysisError> {
        expect_at_least("columns", 1, columns.len())?;
        expect_at_least("cases", 1, outcomes.len())?;
        expect_finite("outcome", &outcomes)?;
        for column in &columns {
            expect_count("cases in a column", outcomes.len(), column.len())?;
            if let Column::Real(values) = column {
                expect_finite("value of a column", values)?;
            }
        }
        let kind = |column: &Column| match column {
            Column::Real(_) => 0,
            Column::Integer(_) => 1,
            Column::Categorical(_) => 2,
        };
        let mut by_kind: Vec<usize> = (0..columns.len()).collect();
        by_kind.sort_by_key(|&column| kind(&columns[column]));
        let all = columns.iter().map(Column::all).collect();
        Ok(Self { columns, outcomes, all, by_kind })
    }

    /// The table with these cases alone, in this order; a case may come more than once.
    pub(super) fn with(&self, cases: &[usize]) -> Self {
        let columns = self.columns.iter().map(|column| match column {
            Column::Real(values) => Column::Real(cases.iter().map(|&c| values[c]).collect()),
            Column::Integer(values) => Column::Integer(cases.iter().map(|&c| values[c]).collect()),
            Column::Categorical(values) => {
                Column::Categorical(cases.iter().map(|&c| values[c]).collect())
            }
        });
        let columns: Vec<Column> = columns.collect();
        Self {
            all: columns.iter().map(Column::all).collect(),
            columns,
            outcomes: cases.iter().map(|&c| self.outcomes[c]).collect(),
            by_kind: self.by_kind.clone(),
        }
    }

    /// The columns, as handed in.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// The outcomes.
    pub fn outcomes(&self) -> &[f64] {
        &self.outcomes
    }

    /// The box that holds every case and no more.
    pub fn all(&self) -> &[Limits] {
        &self.all
    }

    /// Columns in the order they are tried: real, integer, categorical.
    pub(super) fn by_kind(&self) -> &[usize] {
        &self.by_kind
    }

    /// Is a column narrowed by these limits of it?
    pub(super) fn is_restricted(&self, column: usize, limits: &Limits) -> bool {
        *limits != self.all[column]
    }

    /// The columns that a box narrows, in order.
    pub(super) fn restricted(&self, limits: &[Limits]) -> Vec<usize> {
        let narrowed = |column: &usize| self.is_restricted(*column, &limits[*column]);
        (0..limits.len()).filter(narrowed).collect()
    }

    /// Does a box hold a case, as far as `columns` go?
    pub(super) fn holds(&self, limits: &[Limits], columns: &[usize], case: usize) -> bool {
        columns.iter().all(|&column| limits[column].hold(self.columns[column].number(case)))
    }

    /// The cases of `cases` that a box holds.
    pub(super) fn within(&self, limits: &[Limits], cases: &[usize]) -> Vec<usize> {
        let columns = self.restricted(limits);
        cases.iter().copied().filter(|&case| self.holds(limits, &columns, case)).collect()
    }

    /// The sum of outcomes.
    pub(super) fn sum(&self, cases: impl IntoIterator<Item = usize>) -> f64 {
        cases.into_iter().map(|case| self.outcomes[case]).sum()
    }
}
