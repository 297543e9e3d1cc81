//! Texts as tidy CSV: one row a figure and text, at full precision.

use serde::Serialize;

use crate::montecarlo::Method;
use crate::present::rows::{self, Full};
use crate::results::texts::{PutText, Texts};
use crate::results::{Difference, Estimate, Mean};

/// A figure of a text.
#[derive(Serialize)]
struct Row<'a> {
    /// What the text is called.
    text: &'a str,
    /// What kind of figure.
    measure: Measure,
    /// The link or the party that it is of.
    item: &'a str,
    /// The issue, of what a party says no over; empty else.
    over: &'a str,
    /// The figure.
    value: Full,
    /// Lower end of its 95% interval.
    low: Full,
    /// Upper end of it.
    high: Full,
    /// One world in ten has odds below this; empty where that cannot be told.
    worlds_low: Option<Full>,
    /// One world in ten has odds above this.
    worlds_high: Option<Full>,
    /// What it is above that of the first text; empty of the first, and where that is not worked out.
    difference: Option<Full>,
    /// Lower end of the 95% interval of the difference.
    difference_low: Option<Full>,
    /// Upper end of it.
    difference_high: Option<Full>,
}

/// A kind of figure.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
enum Measure {
    /// Odds of a link of the chain.
    Link,
    /// How often a party's yes is needed.
    Asked,
    /// Odds of its yes, where that is needed.
    Yes,
    /// Odds that it is needed and the party says no; its difference is that of not standing in the way.
    No,
    /// Odds that it alone says no.
    Alone,
    /// Odds that its home front passes what all signed.
    Front,
    /// Odds that a mediator would not table it.
    Withheld,
    /// Share of a party's refusals over its red line on an issue.
    RedLine,
    /// Share of the others in which it loses most on an issue against no deal.
    Named,
    /// What the text takes from it on an issue of all it could have, mean over them.
    Takes,
    /// The same against no deal.
    AgainstNoDeal,
    /// By how much it falls short of a yes, mean over them.
    Shortfall,
}

/// The rows as text.
pub fn csv(texts: &Texts) -> String {
    rows::csv(texts.texts.iter().flat_map(rows_of))
}

fn rows_of(text: &PutText) -> Vec<Row<'_>> {
    let label = text.label.as_str();
    let odds = |measure, item, odds: &Estimate| Row::of_odds(label, measure, (item, ""), odds);
    let mut rows = Vec::new();
    let against = text.against_first.as_ref();
    for step in &text.steps {
        let row = odds(Measure::Link, step.id.word(), &step.odds);
        let change = against.and_then(|first| first.steps.iter().find(|own| own.id == step.id));
        rows.push(row.against(change.map(|change| &change.difference)));
    }
    for signatory in &text.signatories {
        let id = signatory.party.id.as_str();
        rows.push(odds(Measure::Asked, id, &signatory.asked));
        rows.push(odds(Measure::Yes, id, &signatory.yes));
        let row = odds(Measure::No, id, &signatory.no);
        let mut parties = against.iter().flat_map(|first| &first.parties);
        let change = parties.find(|own| own.party == signatory.party);
        rows.push(row.against(change.map(|change| &change.difference)));
        rows.push(odds(Measure::Alone, id, &signatory.alone));
        let Some(refusals) = &signatory.refusals else { continue };
        let shortfall = refusals.shortfall.as_ref();
        rows.extend(shortfall.map(|mean| Row::of_mean(label, Measure::Shortfall, (id, ""), mean)));
        for over in &refusals.over {
            let item = (id, over.issue.id.as_str());
            rows.push(Row::of_odds(label, Measure::RedLine, item, &over.red_line));
            rows.push(Row::of_odds(label, Measure::Named, item, &over.named));
            rows.push(Row::of_mean(label, Measure::Takes, item, &over.takes));
            rows.push(Row::of_mean(label, Measure::AgainstNoDeal, item, &over.against_no_deal));
        }
    }
    for front in &text.fronts {
        let passes = front.passes.as_ref();
        rows.extend(passes.map(|passes| odds(Measure::Front, &front.party.id, passes)));
    }
    for by in &text.withheld_by {
        rows.push(odds(Measure::Withheld, &by.party.id, &by.odds));
    }
    rows
}

impl<'a> Row<'a> {
    fn of_mean(
        text: &'a str,
        measure: Measure,
        (item, over): (&'a str, &'a str),
        mean: &Mean,
    ) -> Self {
        Self {
            text,
            measure,
            item,
            over,
            value: Full(mean.value),
            low: Full(mean.low),
            high: Full(mean.high),
            worlds_low: None,
            worlds_high: None,
            difference: None,
            difference_low: None,
            difference_high: None,
        }
    }

    fn of_odds(
        text: &'a str,
        measure: Measure,
        about: (&'a str, &'a str),
        odds: &Estimate,
    ) -> Self {
        let Estimate { value, low, high, half_width, .. } = *odds;
        // Of a ratio there is none: what is the same for all worlds is not its spread.
        let spread =
            |end: Option<f64>| end.filter(|_| odds.method != Method::RatioClustered).map(Full);
        Self {
            worlds_low: spread(odds.worlds_low),
            worlds_high: spread(odds.worlds_high),
            ..Self::of_mean(text, measure, about, &Mean { value, low, high, half_width })
        }
    }

    fn against(self, difference: Option<&Difference>) -> Self {
        Self {
            difference: difference.map(|own| Full(own.value)),
            difference_low: difference.map(|own| Full(own.low)),
            difference_high: difference.map(|own| Full(own.high)),
            ..self
        }
    }
}
