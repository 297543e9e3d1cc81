//! On what terms: where everybody stands on each issue, the zone, and what is signed.

use crate::analysis::map::likely_inputs;
use crate::charts::{
    Anchor, Interval, OptionShare, OptionShares, Quantiles, Range, Terms, TermsParty,
};
use crate::document::{Illustration, Number, Part, Section, Text, author};
use crate::model::{Input, InputId, Issue, Party, Process};
use crate::montecarlo::TermsSpread;
use crate::present::anchor::in_words;
use crate::present::report::ReportView;
use crate::present::report::inputs::points;
use crate::present::words::listed;
use crate::solution::bargain::Reach;

pub(super) fn section(view: &ReportView<'_>) -> Section {
    let signed = &view.summary.terms;
    let words = view.words();
    let lead = if signed.is_empty() { words.terms_without } else { words.terms_lead };
    let mut parts = vec![Part::Lead(Text::from(lead))];
    for (k, issue) in view.scenario.issues.iter().enumerate() {
        let at = signed.iter().position(|terms| terms.issue == k);
        let terms = at.map(|at| (at, &signed[at]));
        parts.push(Part::Heading(Text::from(author(&issue.title))));
        if issue.has_options() {
            parts.push(Part::Paragraph(option_words(view, issue, terms)));
            parts.extend(options(view, k, terms).map(Part::from));
        } else {
            parts.push(Part::Paragraph(scale_words(view, k, terms)));
            parts.push(scale(view, k, terms).into());
        }
    }
    parts.push(Part::Note(Text::from(words.terms_note)));
    Section::new("terms", "On what terms", parts)
}

/// An issue's terms in a row: its middle, where half of them lie, and the middle in words; with options what
/// is taken most often. `place` is that of the terms in the summary.
pub(in crate::present::report) fn row(
    issue: &Issue,
    place: usize,
    spread: &TermsSpread,
) -> [Text; 4] {
    let title = Text::from(author(&issue.title));
    if issue.has_options() {
        let most = (0..issue.options.len())
            .max_by(|&a, &b| spread.options[a].total_cmp(&spread.options[b]).then(b.cmp(&a)));
        let words = most.map_or(Text::new(), |option| {
            let at = format!("/run/result/terms/{place}/options/{option}/share");
            Text::from(author(&issue.options[option]))
                .and(" (")
                .and(Number::share_at(spread.options[option], at))
                .and(")")
        });
        return [title, Text::from("–"), Text::from("–"), words];
    }
    let width = issue.scale.width();
    let [_, low, middle, high, _] = spread.quantiles;
    let number = |value, point: &str| {
        Number::position_at(value, width, format!("/run/result/terms/{place}/quantiles/{point}"))
    };
    [
        title,
        Text::from(number(middle, "p50")),
        Text::from(number(low, "p25")).and("–").and(number(high, "p75")),
        Text::from(author(&in_words(issue, middle))),
    ]
}

/// The spread of an issue's terms, and its place in the summary.
type Signed<'a> = Option<(usize, &'a TermsSpread)>;

fn scale_words(view: &ReportView<'_>, k: usize, terms: Signed<'_>) -> Text {
    let issue = &view.scenario.issues[k];
    let width = issue.scale.width();
    let mut text = Text::new();
    if view.scenario.offers().is_some() {
        text = text
            .and("Offers keep to ")
            .and(Number::count_at(issue.points as u64, format!("/report/points/{}", issue.id)))
            .and(" points of the scale, equally spaced. ");
    }
    if let Some((at, terms)) = terms {
        let [_, low, middle, high, _] = terms.quantiles;
        let at = |point: &str| format!("/run/result/terms/{at}/quantiles/{point}");
        text = text
            .and(view.words().headed_agreed)
            .and(" at ")
            .and(Number::position_at(middle, width, at("p50")))
            .and(" (half between ")
            .and(Number::position_at(low, width, at("p25")))
            .and(" and ")
            .and(Number::position_at(high, width, at("p75")))
            .and("): ")
            .and(author(&in_words(issue, middle)))
            .and(". ");
    }
    match reach(view, k) {
        Some(Reach::Scale(low, high)) => {
            let at = |end: &str| format!("/map/result/likely/reach/{k}/{end}");
            text.and("The zone of possible agreement reaches from ")
                .and(Number::position_at(issue.scale.from_unit(*low), width, at("low")))
                .and(" to ")
                .and(Number::position_at(issue.scale.from_unit(*high), width, at("high")))
                .and(".")
        }
        _ => text.and("At the most likely inputs there is no zone of possible agreement."),
    }
}

fn reach<'a>(view: &ReportView<'a>, k: usize) -> Option<&'a Reach> {
    view.map.likely.reach.as_ref().and_then(|reach| reach.get(k))
}

fn stance(input: &Input) -> Interval {
    let [low, value, high] = points(input);
    Interval { value, low, high }
}

fn scale(view: &ReportView<'_>, k: usize, terms: Signed<'_>) -> Illustration {
    let scenario = view.scenario;
    let issue = &scenario.issues[k];
    let mut from = Vec::new();
    let mut at = |id: InputId| {
        from.push(format!("/inputs/{}", id.index()));
        Some(stance(&scenario.inputs[id.index()]))
    };
    let mut rows = Vec::new();
    for party in &scenario.parties {
        let Some(position) = &party.positions[k] else { continue };
        let end = match scenario.process {
            Process::Peace => Some(position.limit),
            // Nothing but a red line ends a party's concessions.
            Process::Offers(_) => position.red_line,
        };
        rows.push(TermsParty {
            name: party.title.clone(),
            opening: at(position.opening),
            limit: end.and_then(&mut at),
        });
    }
    from.extend(terms.map(|(at, _)| format!("/run/result/terms/{at}")));
    from.push(format!("/map/result/likely/reach/{k}"));
    let unit = |x: f64| issue.scale.from_unit(x);
    let zone = match reach(view, k) {
        Some(Reach::Scale(low, high)) => Some(Range { low: unit(*low), high: unit(*high) }),
        _ => None,
    };
    let chart = Terms {
        id: format!("terms-{}", issue.id),
        title: format!("{}: who stands where, and what is {}", issue.title, view.words().agreed),
        scale: Range { low: issue.scale.low, high: issue.scale.high },
        anchors: anchors(issue),
        parties: rows,
        zone,
        signed: terms.map(|(_, terms)| quantiles(terms)),
    };
    Illustration::new(|width| chart.draw(width), from).under_heading()
}

pub(super) fn anchors(issue: &Issue) -> Vec<Anchor> {
    let anchors = issue.anchors.iter();
    anchors.map(|anchor| Anchor { at: anchor.at, text: anchor.text.clone() }).collect()
}

pub(super) fn quantiles(terms: &TermsSpread) -> Quantiles {
    let [p05, p25, p50, p75, p95] = terms.quantiles;
    Quantiles { p05, p25, p50, p75, p95 }
}

fn option_words(view: &ReportView<'_>, issue: &Issue, terms: Signed<'_>) -> Text {
    let Some((at, terms)) = terms else {
        return Text::from("One of several options is chosen here.");
    };
    let most =
        terms.options.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1).then(b.0.cmp(&a.0)));
    let Some((option, &share)) = most else { return Text::new() };
    let words = view.words();
    Text::from(words.headed_agreed)
        .and(" most often: ")
        .and(author(&issue.options[option]))
        .and(", in ")
        .and(Number::share_at(share, format!("/run/result/terms/{at}/options/{option}/share")))
        .and(" of the ")
        .and(words.deals)
        .and(".")
}

fn options(view: &ReportView<'_>, k: usize, terms: Signed<'_>) -> Option<Illustration> {
    let (at, terms) = terms?;
    let issue = &view.scenario.issues[k];
    let likely = likely_inputs(view.scenario);
    let rows =
        issue.options.iter().zip(&terms.options).enumerate().map(|(number, (option, &share))| {
            OptionShare { option: option.clone(), share, note: wanted(view, k, number, &likely) }
        });
    let chart = OptionShares {
        id: format!("terms-{}", issue.id),
        title: format!("{}: share of {} that choose each option", issue.title, view.words().deals),
        rows: rows.collect(),
    };
    let from = [format!("/run/result/terms/{at}/options")];
    Some(Illustration::new(|width| chart.draw(width), from).under_heading())
}

/// Whose best option it is, and who refuses it.
fn wanted(view: &ReportView<'_>, k: usize, option: usize, likely: &[f64]) -> String {
    let mut best = Vec::new();
    let mut refused = Vec::new();
    for party in &view.scenario.parties {
        let Some(preference) = &party.preferences[k] else { continue };
        let scores: Vec<f64> = preference.scores.iter().map(|id| likely[id.index()]).collect();
        let most = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let name = |party: &Party| party.title.clone();
        if preference.refused[option] {
            refused.push(name(party));
        } else if scores[option] >= most {
            best.push(name(party));
        }
    }
    let mut notes = Vec::new();
    if !best.is_empty() {
        notes.push(format!("best for {}", listed(&best)));
    }
    if !refused.is_empty() {
        notes.push(format!("refused by {}", listed(&refused)));
    }
    notes.join("; ")
}
