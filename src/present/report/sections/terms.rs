//! On what terms: where everybody stands on each issue, the zone, and what is signed.

use crate::analysis::map::likely_inputs;
use crate::charts::{
    Anchor, Interval, OptionShare, OptionShares, Quantiles, Range, Terms, TermsParty,
};
use crate::document::{Illustration, Number, Part, Section, Text, author};
use crate::model::{InputId, Issue, Party, Process};
use crate::present::anchor::in_words;
use crate::present::report::ReportView;
use crate::present::words::listed;
use crate::results::map::Reached;
use crate::results::run::{OptionShare as Taken, TermsOfIssue};
use crate::results::{Cited, cite, run};

pub(super) fn section(view: &ReportView<'_>) -> Section {
    let words = view.words();
    let nothing = view.run().terms.is_empty();
    let lead = if nothing { words.terms_without } else { words.terms_lead };
    let mut parts = vec![Part::Lead(Text::from(lead))];
    for (k, issue) in view.scenario.issues.iter().enumerate() {
        let terms = signed(view, issue);
        parts.push(Part::Heading(Text::from(author(&issue.title))));
        if issue.has_options() {
            parts.push(Part::Paragraph(option_words(view, terms.as_ref())));
            parts.extend(terms.map(|terms| options(view, k, &terms)).map(Part::from));
        } else {
            parts.push(Part::Paragraph(scale_words(view, k, terms.as_ref())));
            parts.push(scale(view, k, terms.as_ref()).into());
        }
    }
    parts.push(Part::Note(Text::from(words.terms_note)));
    Section::new("terms", "On what terms", parts)
}

/// What is signed on an issue; `None` where nothing is.
pub(super) fn signed<'a>(view: &ReportView<'a>, issue: &Issue) -> Option<Cited<'a, TermsOfIssue>> {
    let run = view.run();
    let terms = cite!(run.terms);
    terms.each().find(|terms| terms.issue == issue.id)
}

/// An issue's terms in a row: its middle, where half of them lie, and the middle in words; with options what
/// is taken most often.
pub(in crate::present::report) fn row(
    view: &ReportView<'_>,
    terms: &Cited<'_, TermsOfIssue>,
) -> [Text; 4] {
    let title = Text::from(author(&terms.title));
    let issue = view.scenario.issues.iter().find(|issue| issue.id == terms.issue);
    if let Some((issue, quantiles)) = issue.zip(cite!(terms.quantiles).some()) {
        let width = issue.scale.width();
        let number = |point: Cited<'_, f64>| Number::position(&point, width);
        return [
            title,
            Text::from(number(cite!(quantiles.p50))),
            Text::from(number(cite!(quantiles.p25))).and("–").and(number(cite!(quantiles.p75))),
            Text::from(author(&in_words(issue, quantiles.p50))),
        ];
    }
    let words = most_taken(terms).map_or(Text::new(), |taken| {
        Text::from(author(&taken.option)).and(" (").and(Number::share(&cite!(taken.share))).and(")")
    });
    [title, Text::from("–"), Text::from("–"), words]
}

/// The option that is taken most often; of equals the first.
fn most_taken<'a>(terms: &Cited<'a, TermsOfIssue>) -> Option<Cited<'a, Taken>> {
    let options = cite!(terms.options);
    options.each().reduce(
        |most, next| {
            if next.share.total_cmp(&most.share).is_gt() { next } else { most }
        },
    )
}

/// What is signed on an issue.
type Signed<'s, 'a> = Option<&'s Cited<'a, TermsOfIssue>>;

fn scale_words(view: &ReportView<'_>, k: usize, terms: Signed<'_, '_>) -> Text {
    let issue = &view.scenario.issues[k];
    let width = issue.scale.width();
    let mut text = Text::new();
    let report = &view.report;
    if let Some(on) = cite!(report.report.points).each().find(|on| on.id == issue.id) {
        text = text
            .and("Offers keep to ")
            .and(Number::count(&cite!(on.points)))
            .and(" points of the scale, equally spaced. ");
    }
    if let Some(quantiles) = terms.and_then(|terms| cite!(terms.quantiles).some()) {
        text = text
            .and(view.words().headed_agreed)
            .and(" at ")
            .and(Number::position(&cite!(quantiles.p50), width))
            .and(" (half between ")
            .and(Number::position(&cite!(quantiles.p25), width))
            .and(" and ")
            .and(Number::position(&cite!(quantiles.p75), width))
            .and("): ")
            .and(author(&in_words(issue, quantiles.p50)))
            .and(". ");
    }
    let ends =
        reach(view, k).and_then(|reach| cite!(reach.low).some().zip(cite!(reach.high).some()));
    match ends {
        Some((low, high)) => text
            .and("The zone of possible agreement reaches from ")
            .and(Number::position(&low, width))
            .and(" to ")
            .and(Number::position(&high, width))
            .and("."),
        None => text.and("At the most likely inputs there is no zone of possible agreement."),
    }
}

/// How far the zone reaches on an issue; `None` without one.
fn reach<'a>(view: &ReportView<'a>, k: usize) -> Option<Cited<'a, Reached>> {
    let map = view.map();
    let reach = cite!(map.likely.reach).some()?;
    (k < reach.len()).then(|| cite!(reach[k]))
}

fn scale(view: &ReportView<'_>, k: usize, terms: Signed<'_, '_>) -> Illustration {
    let scenario = view.scenario;
    let issue = &scenario.issues[k];
    let report = &view.report;
    let mut from = Vec::new();
    let mut at = |id: InputId| {
        let input = cite!(report.inputs[id.index()]);
        from.push(input.place());
        Some(Interval { value: input.p50, low: input.p10, high: input.p90 })
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
    from.extend(terms.map(Cited::place));
    let reach = reach(view, k);
    from.extend(reach.as_ref().map(Cited::place));
    let zone = reach.and_then(|reach| reach.low.zip(reach.high));
    let chart = Terms {
        id: format!("terms-{}", issue.id),
        title: format!("{}: who stands where, and what is {}", issue.title, view.words().agreed),
        scale: Range { low: issue.scale.low, high: issue.scale.high },
        anchors: anchors(issue),
        parties: rows,
        zone: zone.map(|(low, high)| Range { low, high }),
        signed: terms.and_then(|terms| terms.quantiles.map(quantiles)),
    };
    Illustration::new(|width| chart.draw(width), from).under_heading()
}

pub(super) fn anchors(issue: &Issue) -> Vec<Anchor> {
    let anchors = issue.anchors.iter();
    anchors.map(|anchor| Anchor { at: anchor.at, text: anchor.text.clone() }).collect()
}

pub(super) fn quantiles(of: run::Quantiles) -> Quantiles {
    let run::Quantiles { p05, p25, p50, p75, p95 } = of;
    Quantiles { p05, p25, p50, p75, p95 }
}

fn option_words(view: &ReportView<'_>, terms: Signed<'_, '_>) -> Text {
    let Some(terms) = terms else {
        return Text::from("One of several options is chosen here.");
    };
    let Some(taken) = most_taken(terms) else { return Text::new() };
    let words = view.words();
    Text::from(words.headed_agreed)
        .and(" most often: ")
        .and(author(&taken.option))
        .and(", in ")
        .and(Number::share(&cite!(taken.share)))
        .and(" of the ")
        .and(words.deals)
        .and(".")
}

fn options(view: &ReportView<'_>, k: usize, terms: &Cited<'_, TermsOfIssue>) -> Illustration {
    let issue = &view.scenario.issues[k];
    let likely = likely_inputs(view.scenario);
    let taken = cite!(terms.options);
    let rows = taken.iter().enumerate().map(|(number, taken)| OptionShare {
        option: taken.option.clone(),
        share: taken.share,
        note: wanted(view, k, number, &likely),
    });
    let chart = OptionShares {
        id: format!("terms-{}", issue.id),
        title: format!("{}: share of {} that choose each option", issue.title, view.words().deals),
        rows: rows.collect(),
    };
    Illustration::new(|width| chart.draw(width), [taken.place()]).under_heading()
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
