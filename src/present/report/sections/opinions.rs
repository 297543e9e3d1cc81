//! The second opinions: what other schools forecast from the same positions.

use crate::analysis::map::Forecasts;
use crate::charts::{Opinion, Opinions, OptionShare, OptionShares, Range};
use crate::document::{Illustration, Number, Part, Section, Table, Text, author};
use crate::present::forecasts::{challenge_words, election_words};
use crate::present::report::ReportView;
use crate::solution::forecasts::ACCURACY;
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
    for (k, issue) in view.scenario.issues.iter().enumerate() {
        let drawn = match (&view.map.forecasts[k], &view.map.votes[k]) {
            (Some(Ok(forecasts)), _) => Some(scale(view, k, forecasts)),
            (None, Some(Ok(chances))) => Some(options(view, k, chances)),
            _ => None,
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
            Part::Table(accuracy()),
        ],
    });
    Some(Section::new("opinions", "Second opinions", parts))
}

fn scale(view: &ReportView<'_>, k: usize, forecasts: &Forecasts) -> Illustration {
    let issue = &view.scenario.issues[k];
    let opinions = &forecasts.opinions.issues[0];
    let at = |name: &str, at: Option<f64>, range: Option<Range>| Opinion {
        name: name.to_owned(),
        at,
        range,
        note: String::new(),
    };
    let mut rows = vec![at("weighted mean", opinions.compromise.as_ref().ok().copied(), None)];
    let median = opinions.median.as_ref().ok();
    let tie = median.filter(|median| !median.is_unique());
    rows.push(at(
        "median voter",
        median.map(|median| median.point()),
        tie.map(|median| Range { low: median.low, high: median.high }),
    ));
    for opinion in &opinions.elections {
        let mean = opinion.answer.as_ref().ok().map(|election| election.mean(0));
        rows.push(at(&format!("election, {}", election_words(opinion.rules)), mean, None));
    }
    for opinion in &opinions.challenges {
        let rounds = opinion.answer.as_ref().ok();
        let last = rounds.and_then(|rounds| rounds.last()).map(|round| round.median.point());
        rows.push(at(challenge_words(&opinion.rules), last, None));
    }
    let signed = view.summary.terms.iter().position(|terms| terms.issue == k);
    let mut from = vec![format!("/map/result/forecasts/{k}")];
    from.extend(signed.map(|at| format!("/run/result/terms/{at}")));
    let chart = Opinions {
        id: format!("opinions-{}", issue.id),
        title: format!("{}: where other schools see agreement", issue.title),
        scale: Range { low: issue.scale.low, high: issue.scale.high },
        anchors: super::terms::anchors(issue),
        signed: signed.map(|at| super::terms::quantiles(&view.summary.terms[at])),
        rows,
    };
    Illustration::new(|width| chart.draw(width), from).under_heading()
}

fn options(view: &ReportView<'_>, k: usize, chances: &[f64]) -> Illustration {
    let issue = &view.scenario.issues[k];
    let rows = issue.options.iter().zip(chances).map(|(option, &share)| OptionShare {
        option: option.clone(),
        share,
        note: String::new(),
    });
    let chart = OptionShares {
        id: format!("opinions-{}", issue.id),
        title: format!("{}: chance of each option to win an election of all parties", issue.title),
        rows: rows.collect(),
    };
    // Issues without options have no place among the votes.
    let before = view.map.votes[..k].iter().flatten().count();
    let from = [format!("/map/result/votes/{before}")];
    Illustration::new(|width| chart.draw(width), from).under_heading()
}

fn accuracy() -> Table {
    let mut table = Table::new(Text::new(), &["Method", "#Mean error"]);
    for (number, row) in ACCURACY.iter().enumerate().filter(|(_, row)| row.set == DEU_ALL) {
        let at = format!("/map/result/accuracy/{number}/mean_absolute_error");
        let name = author(row.model);
        table.row([Text::from(name), Text::from(Number::plain_at(row.mean_absolute_error, at))]);
    }
    table
}
