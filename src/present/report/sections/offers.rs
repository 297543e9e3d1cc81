//! What only alternating offers have: how good the deals are, and how every party bargains.

use crate::document::{Inline, Number, Part, Section, Table, Text, author};
use crate::model::{Acceptance, Bargainer, InputId, Learning, Tactic};
use crate::montecarlo::DealFigure;
use crate::present::offers::words;
use crate::present::report::ReportView;
use crate::results::run::DealQuality;
use crate::results::{Cited, cite};

/// How good the deals are; `None` where there are none.
pub(super) fn deals(view: &ReportView<'_>) -> Option<Section> {
    let run = view.run();
    let deals: Vec<_> = cite!(run.deals).each().collect();
    if deals.is_empty() {
        return None;
    }
    let mean = |figure: DealFigure| deals.iter().find(|deal| deal.figure == figure);
    let mut lead = Text::new();
    if let Some(rounds) = mean(DealFigure::Rounds) {
        lead = lead.and("A deal takes ").then(with_interval(rounds)).and(" rounds on the mean.");
    }
    if let Some(efficient) = mean(DealFigure::Efficient) {
        lead = lead
            .and(" Of the deals, ")
            .then(with_interval(efficient))
            .and(" leave nothing with which one could have gained and nobody lost.");
    }
    let mut table = Table::new(Text::new(), &["Of a deal", "#Mean", "#From", "#To"]);
    for deal in &deals {
        let name = Text::from(words(deal.figure));
        table.row([name].into_iter().chain(numbers(deal).map(Text::from)));
    }
    let parts = vec![
        Part::Lead(lead),
        Part::Table(table),
        Part::Note(Text::from(
            "Means over all deals, each in its own world, with their 95% intervals. Distances are between the \
             values of all parties, each from none to one; a deal on the frontier has none from it. Left on \
             the table: the most by which the sum of all values could rise with nobody worse off. Nash’s \
             solution has the greatest product of gains over no deal, that of Kalai and Smorodinsky gives each \
             the same share of the most it could gain.",
        )),
    ];
    Some(Section::new("deals", "How good the deals are", parts))
}

/// The mean of a figure and its interval.
fn numbers(deal: &Cited<'_, DealQuality>) -> [Number; 3] {
    [cite!(deal.mean.value), cite!(deal.mean.low), cite!(deal.mean.high)].map(|number| {
        match deal.figure {
            DealFigure::Efficient => Number::share(&number),
            DealFigure::Rounds => Number::plain(&number),
            DealFigure::Frontier
            | DealFigure::Nash
            | DealFigure::KalaiSmorodinsky
            | DealFigure::Left => Number::decimals(&number, 3),
        }
    })
}

/// `25.8 (25.4 to 26.1)`.
fn with_interval(deal: &Cited<'_, DealQuality>) -> Text {
    let [value, low, high] = numbers(deal);
    let mean = Text::from(Inline::Strong(Text::from(value)));
    if deal.mean.low >= deal.mean.high {
        return mean;
    }
    mean.and(" (").and(low).and(" to ").and(high).and(")")
}

/// How every party bargains, as the file has it; nothing in the peace process.
pub(super) fn bargaining(view: &ReportView<'_>) -> Vec<Part> {
    let columns = ["Party", "What it asks for", "What it takes", "What it learns"];
    let mut table = Table::new(Text::new(), &columns);
    for party in &view.scenario.parties {
        let Some(bargainer) = &party.bargainer else { continue };
        table.row([
            Text::from(author(&party.title)),
            tactics(view, bargainer, party.concession_speed),
            takes(view, bargainer.acceptance),
            learns(view, bargainer.learning),
        ]);
    }
    if table.rows.is_empty() {
        return Vec::new();
    }
    vec![
        Part::Heading(Text::from("How they bargain")),
        Part::Table(table),
        Part::Note(Text::from(
            "Numbers that the file is unsure of are the middle of it here. By time means that a party asks for \
             less and less of what it can hope for: with an exponent above one late, at one evenly, below one \
             early.",
        )),
    ]
}

/// The middle of an input.
fn middle(view: &ReportView<'_>, id: InputId) -> Number {
    let report = &view.report;
    Number::plain(&cite!(report.inputs[id.index()].p50))
}

fn tactics(view: &ReportView<'_>, bargainer: &Bargainer, speed: InputId) -> Text {
    let mut text = Text::new();
    if bargainer.choice.is_some() {
        text = text.and("one of these, drawn for each world: ");
    }
    let tactics = bargainer.tactics.iter().map(|tactic| asks(view, *tactic, speed));
    text = text.then(Text::joined("; ", tactics));
    match bargainer.error {
        Some(error) => text.and("; with errors, in value of the scale ").and(middle(view, error)),
        None => text,
    }
}

fn asks(view: &ReportView<'_>, tactic: Tactic, speed: InputId) -> Text {
    let number = |id| middle(view, id);
    match tactic {
        Tactic::Patience => Text::from("by time (below 1 late, above 1 early): concession speed ")
            .and(number(speed)),
        Tactic::Preset { exponent } if exponent > 1.0 => {
            Text::from("by time, and gives way late (Boulware)")
        }
        Tactic::Preset { exponent } if exponent < 1.0 => {
            Text::from("by time, and gives way early (conceder)")
        }
        Tactic::Preset { .. } => Text::from("by time, and gives way evenly (linear)"),
        Tactic::Polynomial { exponent } => {
            Text::from("by time, with the exponent ").and(number(exponent))
        }
        Tactic::Exponential { exponent } => {
            Text::from("by time, exponentially with the power ").and(number(exponent))
        }
        Tactic::TitForTat { window: None } => {
            Text::from("gives way in the proportion in which the others have (tit for tat)")
        }
        Tactic::TitForTat { window: Some(window) } => {
            Text::from("gives way in the proportion in which the others have (tit for tat), over ")
                .and(number(window))
                .and(" of their offers")
        }
        Tactic::Micro => Text::from("a new offer for every new offer (micro)"),
        Tactic::HardLiner => Text::from("the best, to the end (hard-liner)"),
        Tactic::Even => Text::from("half of what there is, by its own lights (even)"),
        Tactic::Random => Text::from("anything it prefers to no deal (random)"),
        Tactic::Hybrid { weight, exponent, window } => Text::from("by time with the weight ")
            .and(number(weight))
            .and(" and the exponent ")
            .and(number(exponent))
            .and(", for the rest tit for tat over ")
            .and(number(window))
            .and(" offers"),
    }
}

fn takes(view: &ReportView<'_>, acceptance: Acceptance) -> Text {
    let number = |id| middle(view, id);
    match acceptance {
        Acceptance::Threshold => Text::from("what is worth at least what it asks for"),
        Acceptance::Next => Text::from("what is worth at least its own next offer"),
        Acceptance::Constant { value } => Text::from("what is worth at least ").and(number(value)),
        Acceptance::Time { from } => Text::from("from this share of the rounds on, ")
            .and(number(from))
            .and(", whatever beats no deal; before, nothing"),
        Acceptance::Combined { from, mean } => Text::from(
            "what is worth at least its own next offer; from this share of the rounds on, ",
        )
        .and(number(from))
        .and(", also what is no worse than the ")
        .and(if mean { "mean" } else { "best" })
        .and(" of the last offers"),
    }
}

fn learns(view: &ReportView<'_>, learning: Learning) -> Text {
    match learning {
        Learning::None => Text::from("nothing"),
        Learning::Frequency { band } => {
            let text = Text::from(
                "what others want, from how often they ask for it, and makes the offer they like best",
            );
            match band {
                None => text,
                Some(band) => text
                    .and(" of those worth at most ")
                    .and(middle(view, band))
                    .and(" more than what it asks for"),
            }
        }
    }
}
