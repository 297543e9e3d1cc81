//! A comparison as tidy CSV: one row a figure and alternative, at full precision.

use serde::Serialize;

use crate::present::rows::{self, Full};
use crate::results::compare::{Alternative, Compare, Paired};

/// A figure of an alternative.
#[derive(Serialize)]
struct Row<'a> {
    /// What the alternative is called.
    alternative: &'a str,
    /// What kind of figure.
    measure: Measure,
    /// The link, the question, the party or the issue that it is of; empty for the zone.
    item: &'a str,
    /// Of a party named in the reason for failure: over which issue; `vote` for a vote at home, empty for all.
    over: &'a str,
    /// In the base.
    base: Full,
    /// With the change.
    with: Full,
    /// The second less the first.
    difference: Full,
    /// Lower end of the 95% interval of the difference; empty where signatures are too few for one.
    low: Option<Full>,
    /// Upper end of it.
    high: Option<Full>,
    /// Share of all trials that go from no to yes; this and what follows of odds alone.
    no_to_yes: Option<Full>,
    /// Share of all trials that go from yes to no.
    yes_to_no: Option<Full>,
    /// Share of worlds with higher odds.
    worlds_up: Option<Full>,
    /// Share of worlds with lower odds.
    worlds_down: Option<Full>,
    /// How many times the variance would be with independent random numbers; empty where the paired one is 0.
    variance_reduction: Option<Full>,
}

/// A kind of figure.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
enum Measure {
    /// Odds of a link of the chain.
    Link,
    /// Odds of a question.
    Question,
    /// Share of worlds with a zone of agreement.
    Zone,
    /// Share of trials in which a party is named in the reason for failure.
    Named,
    /// Share of worlds in which a party would sign the base's best package.
    Signs,
    /// What signing that package is worth to it.
    Worth,
    /// Median of signed terms.
    Terms,
}

/// The rows as text.
pub fn csv(compare: &Compare) -> String {
    rows::csv(compare.alternatives.iter().flat_map(rows_of))
}

fn rows_of(alternative: &Alternative) -> Vec<Row<'_>> {
    let label = alternative.label.as_str();
    let odds = |measure, item, odds| Row::of_odds(label, measure, (item, ""), odds);
    let mut rows = Vec::new();
    for link in &alternative.chain {
        rows.push(odds(Measure::Link, link.id.word(), &link.odds));
    }
    for question in &alternative.questions {
        rows.push(odds(Measure::Question, &question.id, &question.odds));
    }
    rows.push(odds(Measure::Zone, "", &alternative.zone));
    for named in &alternative.named {
        rows.push(odds(Measure::Named, &named.party.id, &named.share));
        for part in &named.over {
            let over = part.issue.as_ref().map_or("vote", |issue| &issue.id);
            let item = (named.party.id.as_str(), over);
            rows.push(Row::of_odds(label, Measure::Named, item, &part.share));
        }
    }
    for shift in &alternative.worths {
        rows.push(odds(Measure::Signs, &shift.party.id, &shift.signs));
        let difference = shift.difference;
        rows.push(Row {
            low: Some(Full(difference.low)),
            high: Some(Full(difference.high)),
            ..Row::plain(
                (label, Measure::Worth, &shift.party.id),
                (shift.base, shift.with, difference.value),
            )
        });
    }
    for shift in &alternative.terms {
        let difference = shift.difference;
        let change = difference.map_or(shift.with - shift.base, |difference| difference.value);
        rows.push(Row {
            low: difference.map(|difference| Full(difference.low)),
            high: difference.map(|difference| Full(difference.high)),
            ..Row::plain((label, Measure::Terms, &shift.issue.id), (shift.base, shift.with, change))
        });
    }
    rows
}

impl<'a> Row<'a> {
    /// Figures on both sides and how far they are apart, and no more.
    fn plain(
        (alternative, measure, item): (&'a str, Measure, &'a str),
        (base, with, difference): (f64, f64, f64),
    ) -> Self {
        Self {
            alternative,
            measure,
            item,
            over: "",
            base: Full(base),
            with: Full(with),
            difference: Full(difference),
            low: None,
            high: None,
            no_to_yes: None,
            yes_to_no: None,
            worlds_up: None,
            worlds_down: None,
            variance_reduction: None,
        }
    }

    fn of_odds(
        alternative: &'a str,
        measure: Measure,
        (item, over): (&'a str, &'a str),
        odds: &Paired,
    ) -> Self {
        let difference = odds.difference;
        Self {
            over,
            low: Some(Full(difference.low)),
            high: Some(Full(difference.high)),
            no_to_yes: Some(Full(odds.no_to_yes)),
            yes_to_no: Some(Full(odds.yes_to_no)),
            worlds_up: Some(Full(odds.worlds_up)),
            worlds_down: Some(Full(odds.worlds_down)),
            variance_reduction: odds.variance_reduction.map(Full),
            ..Self::plain(
                (alternative, measure, item),
                (odds.base.value, odds.with.value, difference.value),
            )
        }
    }
}
