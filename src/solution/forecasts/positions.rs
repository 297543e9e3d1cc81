//! Actors, their capabilities, positions and saliences: the one input of every forecast here.
//!
//! The form is the field's plain table (Bueno de Mesquita & Stokman 1994; Thomson et al. 2006): one
//! number each for power, for the wanted outcome, and for how much the actor cares. Capability has
//! any unit, since only shares count; salience is a share in [0, 1]; positions are in the unit of
//! their issue. It leaves out uncertainty: other layers draw these numbers from priors.

use super::ForecastError;

/// One actor at the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Actor {
    /// Name, unique in its table.
    pub name: String,
    /// Power, in any unit, finite and at least 0.
    pub capability: f64,
    /// Wanted outcome on each issue, in the issue's unit, finite.
    pub positions: Vec<f64>,
    /// How much the actor cares about each issue, in [0, 1].
    pub saliences: Vec<f64>,
}

/// The name of an issue and the two ends that distances on it are measured against.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// Name, unique in its table.
    pub name: String,
    /// Lower end; no position lies below it.
    pub low: f64,
    /// Upper end; no position lies above it.
    pub high: f64,
}

impl Scale {
    /// Maps a position to [0, 1]; a scale without width maps everything to 0.
    pub fn share(&self, position: f64) -> f64 {
        if self.high > self.low { (position - self.low) / (self.high - self.low) } else { 0.0 }
    }
}

/// Largest capability and position: sums of their products must stay finite.
const LARGEST: f64 = 1e100;

/// A checked table: at least one actor and one issue, every number finite and in its range.
#[derive(Clone, Debug, PartialEq)]
pub struct PositionTable {
    issues: Vec<Scale>,
    actors: Vec<Actor>,
}

impl PositionTable {
    /// Checks a table. The scale of each issue spans the positions taken on it; see
    /// [`with_scale`](Self::with_scale) for a wider one.
    ///
    /// # Errors
    /// No actor or issue, a repeated name, a missing value, NaN, an infinite or negative number, a
    /// salience above 1. Zero capability and zero salience are allowed: such an actor is an onlooker.
    pub fn new(issues: Vec<String>, actors: Vec<Actor>) -> Result<Self, ForecastError> {
        if issues.is_empty() {
            return Err(ForecastError::NoIssues);
        }
        if actors.is_empty() {
            return Err(ForecastError::NoActors);
        }
        check_names("issue", issues.iter().map(String::as_str))?;
        check_names("actor", actors.iter().map(|actor| actor.name.as_str()))?;
        for actor in &actors {
            check_actor(actor, issues.len())?;
        }
        let issues = issues.into_iter().enumerate().map(|(issue, name)| {
            let taken = actors.iter().map(|actor| actor.positions[issue]);
            let (low, high) = taken.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| {
                (low.min(x), high.max(x))
            });
            Scale { name, low, high }
        });
        Ok(Self { issues: issues.collect(), actors })
    }

    /// Measures distances on one issue (counted from 0) against wider ends than the positions taken.
    ///
    /// # Errors
    /// No such issue, an end that is not finite, or a position outside the scale.
    pub fn with_scale(mut self, issue: usize, low: f64, high: f64) -> Result<Self, ForecastError> {
        self.check_issue(issue)?;
        let scale = &mut self.issues[issue];
        let fits = low.is_finite() && high.is_finite() && low <= scale.low && high >= scale.high;
        if !fits {
            return Err(ForecastError::BadScale { issue: scale.name.clone(), low, high });
        }
        (scale.low, scale.high) = (low, high);
        Ok(self)
    }

    /// The issues in table order.
    pub fn issues(&self) -> &[Scale] {
        &self.issues
    }

    /// The actors in table order.
    pub fn actors(&self) -> &[Actor] {
        &self.actors
    }

    /// The actors' positions on one issue, in table order.
    ///
    /// # Errors
    /// No such issue.
    pub fn positions(&self, issue: usize) -> Result<Vec<f64>, ForecastError> {
        self.check_issue(issue)?;
        Ok(self.actors.iter().map(|actor| actor.positions[issue]).collect())
    }

    /// The same actors with one issue alone, on the scale it has here.
    ///
    /// # Errors
    /// No such issue.
    pub fn on_issue_alone(&self, issue: usize) -> Result<Self, ForecastError> {
        self.check_issue(issue)?;
        let alone = |actor: &Actor| Actor {
            name: actor.name.clone(),
            capability: actor.capability,
            positions: vec![actor.positions[issue]],
            saliences: vec![actor.saliences[issue]],
        };
        let issues = vec![self.issues[issue].clone()];
        Ok(Self { issues, actors: self.actors.iter().map(alone).collect() })
    }

    /// Capability × salience of each actor on one issue: its weight in a vote.
    ///
    /// # Errors
    /// No such issue, or nobody has any weight.
    pub fn weights(&self, issue: usize) -> Result<Vec<f64>, ForecastError> {
        self.check_issue(issue)?;
        let weight = |actor: &Actor| actor.capability * actor.saliences[issue];
        let weights: Vec<f64> = self.actors.iter().map(weight).collect();
        if weights.iter().all(|&weight| weight == 0.0) {
            return Err(ForecastError::NoWeight { what: "capability times salience" });
        }
        Ok(weights)
    }

    fn check_issue(&self, issue: usize) -> Result<(), ForecastError> {
        if issue < self.issues.len() {
            return Ok(());
        }
        Err(ForecastError::NoSuchIssue { issue, issues: self.issues.len() })
    }
}

fn check_names<'a>(
    what: &'static str,
    names: impl Iterator<Item = &'a str>,
) -> Result<(), ForecastError> {
    let mut seen = std::collections::BTreeSet::new();
    for name in names {
        if !seen.insert(name) {
            return Err(ForecastError::RepeatedName { what, name: name.to_owned() });
        }
    }
    Ok(())
}

fn check_actor(actor: &Actor, issues: usize) -> Result<(), ForecastError> {
    for (what, found) in
        [("positions", actor.positions.len()), ("saliences", actor.saliences.len())]
    {
        if found != issues {
            let actor = actor.name.clone();
            return Err(ForecastError::WrongLength { actor, what, expected: issues, found });
        }
    }
    let refuse = |what, value, expected| {
        Err(ForecastError::OutOfRange { actor: actor.name.clone(), what, value, expected })
    };
    // NaN fails every range test below, as it should.
    if !(0.0..f64::INFINITY).contains(&actor.capability) {
        return refuse("capability", actor.capability, "a finite number, 0 or more");
    }
    if actor.capability > LARGEST {
        return refuse("capability", actor.capability, "at most 1e100");
    }
    if let Some(&position) = actor.positions.iter().find(|position| !position.is_finite()) {
        return refuse("position", position, "a finite number");
    }
    if let Some(&position) = actor.positions.iter().find(|position| position.abs() > LARGEST) {
        return refuse("position", position, "between -1e100 and 1e100");
    }
    if let Some(&salience) = actor.saliences.iter().find(|s| !(0.0..=1.0).contains(*s)) {
        return refuse("salience", salience, "from 0 to 1");
    }
    Ok(())
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "the expected values are exact")]
pub(super) mod tests {
    use super::*;

    /// A table with one issue from (capability, position, salience) triples.
    pub(in super::super) fn one_issue(rows: &[(f64, f64, f64)]) -> PositionTable {
        try_one_issue(rows).unwrap()
    }

    pub(in super::super) fn try_one_issue(
        rows: &[(f64, f64, f64)],
    ) -> Result<PositionTable, ForecastError> {
        let actor = |(i, &(capability, position, salience)): (usize, &(f64, f64, f64))| Actor {
            name: format!("actor {i}"),
            capability,
            positions: vec![position],
            saliences: vec![salience],
        };
        PositionTable::new(vec!["issue".into()], rows.iter().enumerate().map(actor).collect())
    }

    #[test]
    fn empty_tables_are_refused() {
        assert_eq!(try_one_issue(&[]), Err(ForecastError::NoActors));
        assert_eq!(PositionTable::new(vec![], vec![]), Err(ForecastError::NoIssues));
    }

    #[test]
    fn numbers_that_mean_nothing_are_refused_by_name() {
        let text = |rows: &[(f64, f64, f64)]| try_one_issue(rows).unwrap_err().to_string();
        assert_eq!(
            text(&[(f64::NAN, 1.0, 1.0)]),
            "the capability of `actor 0` is NaN; it must be a finite number, 0 or more"
        );
        assert_eq!(
            text(&[(1.0, 1.0, 1.0), (1.0, f64::INFINITY, 1.0)]),
            "the position of `actor 1` is inf; it must be a finite number"
        );
        assert!(text(&[(1e101, 1.0, 1.0)]).ends_with("it must be at most 1e100"));
        assert!(text(&[(1.0, -1e200, 1.0)]).ends_with("it must be between -1e100 and 1e100"));
        assert_eq!(
            text(&[(1.0, 1.0, 80.0)]),
            "the salience of `actor 0` is 80; it must be from 0 to 1"
        );
    }

    #[test]
    fn the_scale_spans_the_positions_unless_widened() {
        let table = one_issue(&[(1.0, 4.0, 1.0), (1.0, 10.0, 1.0)]);
        assert_eq!(table.issues()[0].share(7.0), 0.5);
        let wide = table.clone().with_scale(0, 0.0, 10.0).unwrap();
        assert_eq!(wide.issues()[0].share(7.0), 0.7);
        assert!(table.clone().with_scale(0, 5.0, 10.0).is_err());
        assert!(table.with_scale(1, 0.0, 10.0).is_err());
    }

    #[test]
    fn a_point_scale_has_no_distances() {
        assert_eq!(one_issue(&[(1.0, 4.0, 1.0)]).issues()[0].share(4.0), 0.0);
    }
}
