//! How it was made, how to make it again, what it cannot do, and what has to be read before any number.

use crate::document::{Inline, Number, Part, Section, Table, Text};
use crate::montecarlo::StopReason;
use crate::present::report::{ReportView, odds, time};

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
    match view.summary.stopped {
        StopReason::Interrupted => notices.push(
            Text::from(Inline::Strong(Text::from("The run was stopped early.")))
                .and(" All figures rest on the worlds that were played."),
        ),
        StopReason::PrecisionMissed => notices
            .push(Text::from("All worlds were played without reaching the precision asked for.")),
        StopReason::AllWorlds
        | StopReason::PrecisionReached
        | StopReason::AssertionsSettled
        | StopReason::AssertionsOpen => {}
    }
    notices
}

/// The last line of the page.
pub(in crate::present::report) fn colophon(view: &ReportView<'_>) -> Text {
    Text::from("Made by zopa ")
        .and(env!("CARGO_PKG_VERSION"))
        .and(" from ")
        .and(Inline::Code(view.file.to_owned()))
        .and(". The same file, options and version make the same bytes.")
}

pub(super) fn section(view: &ReportView<'_>) -> Section {
    let (scenario, summary) = (view.scenario, view.summary);
    let mut table = Table::new(Text::new(), &["", "Of this report"]);
    let mut row = |name: &'static str, text: Text| table.row([Text::from(name), text]);
    row(
        "Played",
        Text::from(Number::count_at(summary.worlds, "/run/run/worlds"))
            .and(" worlds × ")
            .and(Number::count_at(summary.histories, "/run/run/histories"))
            .and(" histories = ")
            .and(Number::count_at(odds::trials(summary) as u64, "/report/trials")),
    );
    row("Seed", Text::from(seed(summary.seed.0)));
    row(
        "Scenario",
        Text::from(Number::count_at(scenario.parties.len() as u64, "/report/parties"))
            .and(" parties, ")
            .and(Number::count_at(scenario.issues.len() as u64, "/report/issues"))
            .and(" issues, ")
            .then(time::clock(view.scenario)),
    );
    row("File", Text::from(Inline::Code(view.file.to_owned())));
    row("Fingerprint of all that decides the numbers", {
        Text::from(Inline::Code(scenario.fingerprint.clone()))
    });
    row("Version", Text::from("zopa ").and(env!("CARGO_PKG_VERSION")));
    row(
        "Worlds looked at for the bargaining map",
        Text::from(Number::count_at(view.map.worlds.worlds, "/map/run/worlds")),
    );
    let parts = vec![
        Part::Paragraph(Text::from(view.words().played)),
        Part::Table(table),
        Part::Paragraph(Text::from("This report again, to the same bytes:")),
        Part::Command(view.command.to_owned()),
        Part::Paragraph(
            Text::from("Every number of it for programs: the same with ")
                .and(Inline::Code("--json".to_owned()))
                .and("."),
        ),
    ];
    Section::new("method", "How it was made", parts)
}

/// A seed is a name, not a quantity: it is shown whole.
fn seed(seed: u64) -> Number {
    Number { shown: seed.to_string(), value: seed as f64, at: "/run/run/seed".to_owned() }
}

pub(in crate::present::report) fn limits(view: &ReportView<'_>) -> Section {
    let words = view.words();
    let votes = view.scenario.parties.iter().any(|party| party.ratification.is_some());
    let more = words.limits_without_votes.filter(|_| !votes);
    let points = words.limits.iter().copied().chain(more);
    let points = points.map(Text::from).collect();
    Section::new("limits", "What it cannot tell", vec![Part::List(points)])
}
