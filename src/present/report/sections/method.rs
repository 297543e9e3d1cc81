//! How it was made, how to make it again, what it cannot do, and what has to be read before any number.

use crate::montecarlo::StopReason;
use crate::present::briefing::{Inline, Number, Part, Section, Table, Text};
use crate::present::report::{ReportView, odds};

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
        Text::from(Number::count(summary.worlds, "/run/run/worlds"))
            .and(" worlds × ")
            .and(Number::count(summary.histories, "/run/run/histories"))
            .and(" histories = ")
            .and(Number::count(odds::trials(summary) as u64, "/report/trials")),
    );
    row("Seed", Text::from(seed(summary.seed.0)));
    row(
        "Scenario",
        Text::from(Number::count(scenario.parties.len() as u64, "/report/parties"))
            .and(" parties, ")
            .and(Number::count(scenario.issues.len() as u64, "/report/issues"))
            .and(" issues, ")
            .then(time(view)),
    );
    row("File", Text::from(Inline::Code(view.file.to_owned())));
    row("Fingerprint of all that decides the numbers", {
        Text::from(Inline::Code(scenario.fingerprint.clone()))
    });
    row("Version", Text::from("zopa ").and(env!("CARGO_PKG_VERSION")));
    row(
        "Worlds looked at for the bargaining map",
        Text::from(Number::count(view.map.worlds.worlds, "/map/map/worlds")),
    );
    let played = if view.rounds().is_some() {
        "A world is one draw of every number that the file is unsure of. In each world the game is played many \
         times: in each round every party in turn takes the standing offer, makes another or walks away, each \
         by its own tactic, and knows of the others only what they offer. What happens how often over all \
         histories are the odds; how they differ between worlds is the spread."
    } else {
        "A world is one draw of every number that the file is unsure of. In each world the talks are \
             played many times: texts are tabled when the moment is ripe, parties weigh them against what they \
             have without a deal, home fronts vote, guarantors pledge or do not, and what was signed may \
             break. What happens how often over all histories are the odds; how they differ between worlds \
             is the spread."
    };
    let parts = vec![
        Part::Paragraph(Text::from(played)),
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

/// Rounds, and how long they take where they have dates.
fn time(view: &ReportView<'_>) -> Text {
    if let Some(rounds) = view.rounds() {
        return Text::from(Number::count(rounds, "/report/rounds")).and(" rounds");
    }
    let clock = &view.scenario.clock;
    Text::from(Number::count(clock.rounds as u64, "/report/rounds"))
        .and(" rounds in ")
        .and(odds::months(clock.horizon, "/report/horizon_months"))
        .and(" months")
}

/// A seed is a name, not a quantity: it is shown whole.
fn seed(seed: u64) -> Number {
    Number { shown: seed.to_string(), value: seed as f64, at: "/run/run/seed".to_owned() }
}

pub(in crate::present::report) fn limits(view: &ReportView<'_>) -> Section {
    let mut points = vec![
        "Positions, limits and costs are mostly judgement, and most of the answer’s uncertainty is theirs.",
        "One issue is one number or one choice. Sequences inside an issue, and links between issues beyond \
         how much each matters, are not in the model.",
        "Parties are single actors with a home front; factions are not in it, nor is deceit beyond what \
         openings hide.",
        "A history ends when a package is ratified; what is negotiated after that is not counted.",
        "The constants were set once against base rates of past cases and are never tuned to this one.",
        "What nobody has put into the file cannot happen here.",
    ];
    if view.rounds().is_some() {
        points = vec![
            "What things are worth to whom is mostly judgement, and most of the answer’s uncertainty is that \
             of these numbers.",
            "What an outcome is worth is a sum over issues: that one issue is worth more with another is not \
             in the model.",
            "A tactic is a rule. People bluff, argue, take offence and change their minds; none of it is here.",
            "Parties are single actors; factions are not in it.",
            "A history ends with the deal: whether it is kept is not counted.",
            "What nobody has put into the file cannot happen here.",
        ];
    } else if !view.scenario.parties.iter().any(|party| party.ratification.is_some()) {
        points.push("No home front has a say in this file: whatever is signed counts as ratified.");
    }
    let points = points.into_iter().map(Text::from).collect();
    Section::new("limits", "What it cannot tell", vec![Part::List(points)])
}
