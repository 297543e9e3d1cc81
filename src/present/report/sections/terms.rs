//! On what terms: where everybody stands on each issue, the zone, and what is signed.

use crate::analysis::map::likely_inputs;
use crate::model::{Input, InputId, Issue, Party};
use crate::montecarlo::TermsSpread;
use crate::present::anchor::in_words;
use crate::present::briefing::{Illustration, Number, Part, Section, Text, author};
use crate::present::report::ReportView;
use crate::present::report::inputs::points;
use crate::present::svg::{
    Anchor, Interval, OptionShare, OptionShares, Quantiles, Range, Terms, TermsParty,
};
use crate::present::words::listed;
use crate::solution::bargain::Reach;

pub(super) fn section(view: &ReportView<'_>) -> Section {
    let signed = &view.summary.terms;
    let rounds = view.rounds().is_some();
    let lead = if signed.is_empty() && rounds {
        "No history ended in a deal, so that there are no terms to show: below is what the parties want, issue \
         by issue."
    } else if rounds {
        "If they agree, it is on these terms: the middle of all deals, and the range in which half of them lie."
    } else if signed.is_empty() {
        "No history ended in a signature, so that there are no terms to show: below is where the parties \
         stand, issue by issue."
    } else {
        "If a package is signed, these are its terms: the middle of all signed packages, and the range in \
         which half of them lie."
    };
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
    let note = if rounds {
        "Openings: what suits a party best, the middle of what the file allows, and the range in which eight in \
         ten of its worlds lie. The zone of possible agreement is that of the most likely inputs, each issue on \
         its own: not every mixture of what lies within it would be agreed. The map takes scales as \
         continuous; offers keep to their points."
    } else {
        "Openings and limits: the middle of what the file allows, and the range in which eight in ten of \
         its worlds lie. The zone of possible agreement is that of the most likely inputs, each issue on its \
         own: not every mixture of positions within it would be signed. Scales are the author's; they \
         order what the parties demand, and say nothing of what is right."
    };
    parts.push(Part::Note(Text::from(note)));
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
            let at = format!("/run/terms/{place}/options/{option}/share");
            Text::from(author(&issue.options[option]))
                .and(" (")
                .and(Number::share(spread.options[option], at))
                .and(")")
        });
        return [title, Text::from("–"), Text::from("–"), words];
    }
    let width = issue.scale.width();
    let [_, low, middle, high, _] = spread.quantiles;
    let number =
        |value, point: &str| Number::position(value, width, format!("/run/terms/{place}/{point}"));
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
    let rounds = view.rounds().is_some();
    let mut text = Text::new();
    if rounds {
        text = text
            .and("Offers keep to ")
            .and(Number::count(issue.points as u64, format!("/report/points/{}", issue.id)))
            .and(" points of the scale, equally spaced. ");
    }
    if let Some((at, terms)) = terms {
        let [_, low, middle, high, _] = terms.quantiles;
        let at = |point: &str| format!("/run/terms/{at}/{point}");
        text = text
            .and(if rounds { "Agreed at " } else { "Signed at " })
            .and(Number::position(middle, width, at("p50")))
            .and(" (half between ")
            .and(Number::position(low, width, at("p25")))
            .and(" and ")
            .and(Number::position(high, width, at("p75")))
            .and("): ")
            .and(author(&in_words(issue, middle)))
            .and(". ");
    }
    match reach(view, k) {
        Some(Reach::Scale(low, high)) => {
            let at = |end: &str| format!("/map/likely/reach/{}/{end}", issue.id);
            text.and("The zone of possible agreement reaches from ")
                .and(Number::position(issue.scale.from_unit(*low), width, at("low")))
                .and(" to ")
                .and(Number::position(issue.scale.from_unit(*high), width, at("high")))
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
    let rounds = view.rounds().is_some();
    let mut rows = Vec::new();
    for party in &scenario.parties {
        let Some(position) = &party.positions[k] else { continue };
        // By alternating offers nothing but a red line ends a party's concessions.
        let end = if rounds { position.red_line } else { Some(position.limit) };
        rows.push(TermsParty {
            name: party.title.clone(),
            opening: at(position.opening),
            limit: end.and_then(&mut at),
        });
    }
    from.extend(terms.map(|(at, _)| format!("/run/terms/{at}")));
    from.push(format!("/map/likely/reach/{}", issue.id));
    let unit = |x: f64| issue.scale.from_unit(x);
    let zone = match reach(view, k) {
        Some(Reach::Scale(low, high)) => Some(Range { low: unit(*low), high: unit(*high) }),
        _ => None,
    };
    let chart = Terms {
        id: format!("terms-{}", issue.id),
        title: format!(
            "{}: who stands where, and what is {}",
            issue.title,
            if rounds { "agreed" } else { "signed" }
        ),
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
    let rounds = view.rounds().is_some();
    Text::from(if rounds { "Agreed most often: " } else { "Signed most often: " })
        .and(author(&issue.options[option]))
        .and(", in ")
        .and(Number::share(share, format!("/run/terms/{at}/options/{option}/share")))
        .and(if rounds { " of the deals." } else { " of the signed packages." })
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
        title: format!(
            "{}: share of {} that choose each option",
            issue.title,
            if view.rounds().is_some() { "deals" } else { "signed packages" }
        ),
        rows: rows.collect(),
    };
    let from = [format!("/run/terms/{at}/options")];
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
