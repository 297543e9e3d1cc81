//! How it was made, how to make it again, what it cannot do, and what has to be read before any number.

use crate::document::{Inline, Number, Part, Section, Table, Text};
use crate::montecarlo::StopReason;
use crate::present::report::{ReportView, time};
use crate::results::cite;

/// What has to be read first.
pub(in crate::present::report) fn notices(view: &ReportView<'_>) -> Vec<Text> {
    let mut notices = vec![
        Text::from(Inline::Strong(Text::from("These odds follow from assumptions.")))
            .and(
                " They are not a forecast, and zopa is uncalibrated: on cases whose end is known it has not \
                 beaten base rates. What the author of the file believed, and how sure of it, decides them.",
            ),
    ];
    if view.scenario.belligerents().next().is_some() {
        notices.push(
            Text::from(Inline::Strong(Text::from("This case is about a war."))).and(
                " Scales order what the parties demand, not what is right; values are what terms are worth to \
                 those who sign, not to those who live under them. Terms extracted by force may be unlawful. \
                 Do not act on this alone.",
            ),
        );
    }
    match view.played().map(|run| run.stopped) {
        Some(StopReason::Interrupted) => notices.push(
            Text::from(Inline::Strong(Text::from("The run was stopped early.")))
                .and(" All figures rest on the worlds that were played."),
        ),
        Some(StopReason::PrecisionMissed) => notices
            .push(Text::from("All worlds were played without reaching the precision asked for.")),
        None
        | Some(
            StopReason::AllWorlds
            | StopReason::PrecisionReached
            | StopReason::AssertionsSettled
            | StopReason::AssertionsOpen,
        ) => {}
    }
    notices
}

/// The last line of the page.
pub(in crate::present::report) fn colophon(view: &ReportView<'_>) -> Text {
    Text::from("Made by zopa ")
        .and(env!("CARGO_PKG_VERSION"))
        .and(" from ")
        .and(Inline::Code(file(view).to_owned()))
        .and(". The same file, options and version make the same bytes.")
}

pub(super) fn section(view: &ReportView<'_>) -> Section {
    let report = &view.report;
    let mut table = Table::new(Text::new(), &["", "Of this report"]);
    let mut row = |name: &'static str, text: Text| table.row([Text::from(name), text]);
    if let Some(run) = view.played() {
        row(
            "Played",
            Text::from(Number::count(&cite!(run.worlds)))
                .and(" worlds × ")
                .and(Number::count(&cite!(run.histories)))
                .and(" histories = ")
                .and(Number::count(&cite!(report.report.trials))),
        );
        row("Seed", Text::from(Number::name(&cite!(run.seed))));
    }
    row(
        "Scenario",
        Text::from(Number::count(&cite!(report.report.parties)))
            .and(" parties, ")
            .and(Number::count(&cite!(report.report.issues)))
            .and(" issues, ")
            .then(time::clock(view)),
    );
    row("File", Text::from(Inline::Code(file(view).to_owned())));
    row("Fingerprint of all that decides the numbers", {
        Text::from(Inline::Code(view.scenario.fingerprint.clone()))
    });
    row("Version", Text::from("zopa ").and(env!("CARGO_PKG_VERSION")));
    if let Some(mapped) = cite!(report.map.run).some() {
        let worlds = Number::count(&cite!(mapped.worlds));
        row("Worlds looked at for the bargaining map", Text::from(worlds));
    }
    let parts = vec![
        Part::Paragraph(Text::from(view.words().played)),
        Part::Table(table),
        Part::Paragraph(Text::from("This report again, to the same bytes:")),
        Part::Command(report.report.command.clone()),
        Part::Paragraph(
            Text::from("Every number of it for programs: the same with ")
                .and(Inline::Code("--json".to_owned()))
                .and("."),
        ),
    ];
    Section::new("method", "How it was made", parts)
}

/// Where the scenario came from.
fn file<'a>(view: &ReportView<'a>) -> &'a str {
    view.report.part().run.scenario.as_ref().map_or("", |scenario| &scenario.file)
}

pub(in crate::present::report) fn limits(view: &ReportView<'_>) -> Section {
    let words = view.words();
    let votes = view.scenario.parties.iter().any(|party| party.ratification.is_some());
    let more = words.limits_without_votes.filter(|_| !votes);
    let points = words.limits.iter().copied().chain(more);
    let points = points.map(Text::from).collect();
    Section::new("limits", "What it cannot tell", vec![Part::List(points)])
}
