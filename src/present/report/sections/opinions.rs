//! The second opinions: what other schools forecast from the same positions.

use crate::charts::{Opinion, Opinions, OptionShare, OptionShares, Range};
use crate::document::{Illustration, Number, Part, Section, Table, Text, author};
use crate::model::Issue;
use crate::present::forecasts::challenge_words;
use crate::present::report::ReportView;
use crate::results::map::{ForecastOnIssue, VoteOnIssue};
use crate::results::{Cited, cite};
use crate::solution::forecasts::accuracy::DEU_ALL;

pub(super) fn section(view: &ReportView<'_>) -> Option<Section> {
    // Such schools weigh many against many; where all have to agree round by round they say nothing.
    if !view.words().has_opinions {
        return None;
    }
    let mut parts = vec![Part::Lead(Text::from(
        "Other schools of forecasting give one point of agreement on each issue, from four columns: who, how \
         strong, where, how much it cares. They do not say how likely an agreement is. Where they differ \
         from each other, the positions alone do not settle the matter.",
    ))];
    let before = parts.len();
    let map = view.map();
    let (forecasts, votes) = (cite!(map.forecasts), cite!(map.votes));
    for issue in &view.scenario.issues {
        let forecast = forecasts.each().find(|one| one.issue == issue.id);
        let forecast = forecast.filter(|one| one.opinions.is_some());
        let vote = votes.each().find(|one| one.issue == issue.id && !one.options.is_empty());
        let drawn = match (forecast, vote) {
            (Some(forecast), _) => Some(scale(view, issue, &forecast)),
            (None, Some(vote)) => Some(options(issue, &vote)),
            (None, None) => None,
        };
        if let Some(drawn) = drawn {
            parts.push(Part::Heading(Text::from(author(&issue.title))));
            parts.push(drawn.into());
        }
    }
    if parts.len() == before {
        return None;
    }
    parts.push(Part::Folded {
        title: Text::from("How good such forecasts have been"),
        parts: vec![
            Part::Paragraph(Text::from(
                "Mean error on decisions of the European Union, in points of a scale of a hundred. The plain \
                 weighted mean is the bar to clear, and the most elaborate model is not the most accurate.",
            )),
            Part::Table(accuracy(view)),
        ],
    });
    Some(Section::new("opinions", "Second opinions", parts))
}

fn scale(
    view: &ReportView<'_>,
    issue: &Issue,
    forecast: &Cited<'_, ForecastOnIssue>,
) -> Illustration {
    let signed = super::terms::signed(view, issue);
    let mut from = vec![forecast.place()];
    from.extend(signed.as_ref().map(Cited::place));
    let chart = Opinions {
        id: format!("opinions-{}", issue.id),
        title: format!("{}: where other schools see agreement", issue.title),
        scale: Range { low: issue.scale.low, high: issue.scale.high },
        anchors: super::terms::anchors(issue),
        signed: signed.and_then(|terms| terms.quantiles.map(super::terms::quantiles)),
        rows: rows(forecast),
    };
    Illustration::new(|width| chart.draw(width), from).under_heading()
}

/// What each school says.
fn rows(forecast: &ForecastOnIssue) -> Vec<Opinion> {
    let Some(opinions) = &forecast.opinions else { return Vec::new() };
    let row = |name: &str, at: Option<f64>, range: Option<Range>| Opinion {
        name: name.to_owned(),
        at,
        range,
        note: String::new(),
    };
    let mut rows = vec![row("weighted mean", opinions.weighted_mean.value, None)];
    let median = &opinions.weighted_median;
    let tie = median.low.zip(median.high).filter(|_| median.tie == Some(true));
    let tie = tie.map(|(low, high)| Range { low, high });
    rows.push(row("median voter", median.value, tie));
    for election in &opinions.elections {
        let kind = election.rules.kind.trim_start_matches("markov-");
        rows.push(row(&format!("election, {kind}"), election.mean, None));
    }
    for challenge in &opinions.challenges {
        let name = match challenge.name.parse() {
            Ok(rules) => challenge_words(&rules),
            Err(_) => &challenge.name,
        };
        let last = challenge.rounds.as_ref().and_then(|rounds| rounds.last());
        rows.push(row(name, last.map(|round| round.median), None));
    }
    rows
}

fn options(issue: &Issue, vote: &Cited<'_, VoteOnIssue>) -> Illustration {
    let rows = vote.options.iter().map(|option| OptionShare {
        option: option.option.clone(),
        share: option.probability,
        note: String::new(),
    });
    let chart = OptionShares {
        id: format!("opinions-{}", issue.id),
        title: format!("{}: chance of each option to win an election of all parties", issue.title),
        rows: rows.collect(),
    };
    Illustration::new(|width| chart.draw(width), [vote.place()]).under_heading()
}

fn accuracy(view: &ReportView<'_>) -> Table {
    let map = view.map();
    let mut table = Table::new(Text::new(), &["Method", "#Mean error"]);
    for row in cite!(map.accuracy).each().filter(|row| row.set == DEU_ALL) {
        let name = Text::from(author(&row.model));
        table.row([name, Text::from(Number::plain(&cite!(row.mean_absolute_error)))]);
    }
    table
}
