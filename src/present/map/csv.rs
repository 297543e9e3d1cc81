//! The map as tidy CSV, in the columns of the second opinions:
//! `issue,method,rules,round,item,value`, one number a row at full precision.
//!
//! Methods of the map itself are `zone`, the solution concepts, `frontier` and `condition`; their `rules` are
//! `likely` (every input at its most likely value) or `worlds`. Rows about no single issue leave it
//! empty.

use super::words;
use crate::analysis::map::{ReachSpread, Spread};
use crate::present::forecasts::{Rows, Subject};
use crate::results::map::Mapped;
use crate::solution::bargain::Reach;

/// The rows as text.
pub fn csv(view: Mapped<'_>) -> String {
    let mut rows = Rows::new();
    likely(&mut rows, view);
    worlds(&mut rows, view);
    for forecasts in view.map.forecasts.iter().flatten().flatten() {
        rows.on_issue(&forecasts.table, &forecasts.opinions.issues[0]);
    }
    rows.finish()
}

fn likely(rows: &mut Rows, view: Mapped<'_>) {
    let (scenario, likely) = (view.scenario, &view.map.likely);
    let about = |issue, method| Subject { issue, method, rules: "likely", round: "" };
    rows.number(about("", "zone"), "share of packages", likely.share.share);
    for (issue, reach) in scenario.issues.iter().zip(likely.reach.iter().flatten()) {
        if let Reach::Scale(low, high) = reach {
            rows.number(about(&issue.title, "zone"), "low", issue.scale.from_unit(*low));
            rows.number(about(&issue.title, "zone"), "high", issue.scale.from_unit(*high));
        }
    }
    for point in &likely.points {
        let method = point.concept.word();
        for (issue, &x) in scenario.issues.iter().zip(&point.solution.package) {
            if issue.has_options() {
                let item = format!("takes {}", issue.options[issue.option_at(x)]);
                rows.number(about(&issue.title, method), &item, 1.0);
            } else {
                rows.number(about(&issue.title, method), "position", issue.scale.from_unit(x));
            }
        }
        for (signatory, &gain) in likely.space.signatories().iter().zip(&point.solution.gains) {
            let item = format!("gain of {}", scenario.parties[signatory.party].title);
            rows.number(about("", method), &item, gain);
        }
    }
    if let Some(outcomes) = likely.outcomes {
        let about = about("", "frontier");
        rows.number(about, "packages", outcomes.all as f64);
        rows.number(about, "packages that suit all", outcomes.suiting as f64);
        rows.number(about, "efficient packages", outcomes.efficient as f64);
        if let Some(opposition) = outcomes.opposition {
            rows.number(about, "opposition", opposition);
        }
    }
    for condition in &likely.conditions {
        let item = words::hinge(scenario, condition.party, condition.hinge);
        rows.number(about("", "condition"), &item, condition.to);
    }
}

fn worlds(rows: &mut Rows, view: Mapped<'_>) {
    let (scenario, worlds) = (view.scenario, &view.map.worlds);
    let about = |issue, method| Subject { issue, method, rules: "worlds", round: "" };
    rows.number(about("", "zone"), "share of worlds", worlds.with_zone.value);
    rows.number(about("", "zone"), "share of worlds, low end of 95%", worlds.with_zone.low);
    rows.number(about("", "zone"), "share of worlds, high end of 95%", worlds.with_zone.high);
    let mut spread = |about: Subject<'_>, item: &str, spread: &Spread| {
        for (quantile, value) in [("p05", spread.low), ("p50", spread.middle), ("p95", spread.high)]
        {
            rows.number(about, &format!("{item} {quantile}"), value);
        }
    };
    if let Some(share) = &worlds.share {
        spread(about("", "zone"), "share of packages", share);
    }
    if let Some(gain) = &worlds.least_gain {
        spread(about("", "least-gain"), "least gain", gain);
    }
    for (issue, reach) in scenario.issues.iter().zip(&worlds.reach) {
        if let ReachSpread::Scale { low, high } = reach {
            spread(about(&issue.title, "zone"), "low", low);
            spread(about(&issue.title, "zone"), "high", high);
        }
    }
    let about = |issue, method| Subject { issue, method, rules: "worlds", round: "" };
    for (issue, nash) in scenario.issues.iter().zip(&worlds.nash) {
        if let Some(nash) = nash {
            spread(about(&issue.title, "nash"), "position", nash);
        }
    }
    for condition in &worlds.conditions {
        let item = words::hinge(scenario, condition.party, condition.hinge);
        spread(about("", "condition"), &item, &condition.to);
    }
    for (issue, reach) in scenario.issues.iter().zip(&worlds.reach) {
        if let ReachSpread::Options(shares) = reach {
            for (option, share) in issue.options.iter().zip(shares) {
                let item = format!("share of worlds with {option}");
                rows.number(about(&issue.title, "zone"), &item, *share);
            }
        }
    }
    for (issue, votes) in scenario.issues.iter().zip(&view.map.votes) {
        if let Some(Ok(chances)) = votes {
            for (option, chance) in issue.options.iter().zip(chances) {
                let about = Subject { rules: "likely", ..about(&issue.title, "election") };
                rows.number(about, &format!("probability of {option}"), *chance);
            }
        }
    }
    for condition in &worlds.conditions {
        let item = words::hinge(scenario, condition.party, condition.hinge);
        let about = about("", "condition");
        rows.number(about, &format!("{item} opens share of worlds"), condition.opens);
    }
}
