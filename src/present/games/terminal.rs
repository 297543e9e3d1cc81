//! Scores of games for a terminal of 80 columns.

use std::fmt::Write as _;

use super::{FitView, GamesView, unit};
use crate::analysis::games::{Row, Target, Who};
use crate::present::number::{percent, thousands};
use crate::present::wrap::hang;
use crate::text::fitted;

/// The results as text.
pub fn terminal(view: &GamesView<'_>) -> String {
    let mut out = String::new();
    let (games, settings) = view.counts;
    let _ = writeln!(out, "{}", fitted(view.title, 80));
    let counted = format!(
        "{} games with {} sets of preferences: {}",
        thousands(games as u64),
        thousands(settings as u64),
        view.table
    );
    hang(&mut out, "", 2, &counted);
    let how = match view.fit {
        Some(_) => format!(
            "a fitted mixture, {} games of each tactic against each · seed {}",
            thousands(view.plays),
            view.seed
        ),
        None => format!(
            "{} worlds × {} histories each · seed {}",
            thousands(view.worlds),
            thousands(view.histories),
            view.seed
        ),
    };
    let _ = writeln!(out, "{how}");
    if let Some((file, (games, settings))) = view.train {
        let text = format!(
            "learnt from {} games with {} sets of preferences: {file}",
            thousands(games as u64),
            thousands(settings as u64)
        );
        hang(&mut out, "", 2, &text);
    }
    if let Some(fit) = view.fit {
        fitted_mixture(&mut out, view, fit);
    }
    means(&mut out, view);
    scores(&mut out, view);
    out
}

fn title(view: &GamesView<'_>, target: Target) -> &'static str {
    let points = (view.points - 1.0).abs() > 0.0;
    match (target, points) {
        (Target::Agreed, _) => "they agree",
        (Target::End, _) => "the exact end",
        (Target::Joint, true) => "joint points",
        (Target::Joint, false) => "joint value",
        (Target::Each, true) => "each one’s points",
        (Target::Each, false) => "each one’s value",
        (Target::Frontier, _) => "distance from the frontier",
        (Target::Nash, _) => "distance from the Nash solution",
        (Target::Integrative, _) => "the deal is integrative",
    }
}

fn figure(target: Target, number: f64) -> String {
    match target {
        Target::Agreed | Target::Integrative => percent(number),
        _ => format!("{number:.2}"),
    }
}

fn means(out: &mut String, view: &GamesView<'_>) {
    let _ = writeln!(out, "\n{:<36} {:>9} {:>9}", "Means", "people", "model");
    for &(target, came, told) in &view.scores.means {
        let unit = if target.in_value() { view.points } else { 1.0 };
        let _ = writeln!(
            out,
            "  {:<34} {:>9} {:>9}",
            title(view, target),
            figure(target, came * unit),
            figure(target, told * unit)
        );
    }
    let text = "people: in the games of the table; model: what was foretold of the same games. Points count no \
                deal as what it is worth; distances are of deals. A deal is integrative if it is worth \
                more to all together than half of what there is to each; asked where that can be.";
    hang(out, "", 2, text);
}

fn who(view: &GamesView<'_>, who: Who) -> &'static str {
    match who {
        Who::Model if view.fit.is_some() => "the fitted mixture",
        Who::Model => "the scenario",
        Who::EvenSplit => "an equal split, for sure",
        Who::NashSolution => "the Nash solution, for sure",
        Who::Training => "all games learnt from",
        Who::Alike => "those with the same preferences",
    }
}

fn scores(out: &mut String, view: &GamesView<'_>) {
    let _ = writeln!(
        out,
        "\n{:<38} {:>8} {:>8}  95% interval",
        "Scores (low is good)", "score", "saved"
    );
    let mut before = None;
    for row in &view.scores.rows {
        if before != Some(row.target) {
            let kind = if row.target.in_value() { "CRPS" } else { "log score" };
            let _ = writeln!(
                out,
                "  {} ({kind}, {} games)",
                title(view, row.target),
                thousands(row.games as u64)
            );
            before = Some(row.target);
        }
        score(out, view, row);
    }
    let text = format!(
        "CRPS: E|X − x| − ½ E|X − X′|, X as foretold and x what came; the absolute error of who is sure. Log \
         score: −ln of the odds of what came; of a yes or no they count as 0.01 at least, so that one surprise \
         costs {:.2}. saved: by how much the {} scores lower, positive where it is better; its interval \
         draws whole sets of preferences. An equal split gives each half of what there is by its own values. \
         Those with the same preferences: all games together count as ten more.",
        Target::worst_log(),
        if view.fit.is_some() { "mixture" } else { "scenario" },
    );
    hang(out, "", 2, &text);
    if view.train.is_none() && view.fit.is_some() {
        hang(
            out,
            "",
            2,
            "The mixture was fitted to these very games: its scores are hindsight. Name other games to learn \
             from with --train.",
        );
    }
}

fn score(out: &mut String, view: &GamesView<'_>, row: &Row) {
    let unit = unit(view, row);
    let signed = |number: f64| format!("{:+.3}", number * unit).replace('-', "−");
    let saved = row.saved.map_or(String::new(), |(saved, _)| signed(saved));
    let interval = row.saved.and_then(|(_, interval)| interval);
    let interval = interval
        .map_or(String::new(), |(low, high)| format!("{} to {}", signed(low), signed(high)));
    let line =
        format!("    {:<34} {:>8.3} {saved:>8}  {interval}", who(view, row.who), row.score * unit);
    let _ = writeln!(out, "{}", line.trim_end());
}

fn fitted_mixture(out: &mut String, view: &GamesView<'_>, shown: FitView<'_>) {
    let fit = shown.fit;
    let _ = writeln!(
        out,
        "\n{:<24} {:>7}  {:<14} {:>7}  at",
        "Which tactics are people?", "weight", "95% interval", "alone"
    );
    let mut order: Vec<usize> = (0..shown.tactics.len()).collect();
    order.sort_by(|&a, &b| fit.weights[b].value.total_cmp(&fit.weights[a].value));
    for tactic in order {
        let (weight, alone) = (fit.weights[tactic], fit.alone[tactic]);
        let (low, high) = weight.interval;
        let line = format!(
            "  {:<22} {:>7}  {:<14} {:>7.3}  {}",
            shown.tactics[tactic],
            percent(weight.value),
            format!("{}–{}", percent(low), percent(high)),
            alone.loss,
            values(&shown.cells[alone.cell]),
        );
        let _ = writeln!(out, "{}", line.trim_end());
    }
    let _ = writeln!(
        out,
        "  {:<22} {:>7}  {:<14} {:>7.3}  {}",
        "all of them, so mixed",
        "",
        "",
        fit.cells[fit.best].best.loss,
        values(&shown.cells[fit.best])
    );
    let ends = if let Some((_, (games, _))) = view.train { games } else { view.counts.0 };
    let text = format!(
        "weight: how often people play so, by maximum likelihood on {} games; its interval draws games, and fits \
         again. alone: −ln of the odds of how a game ended, the mean, if everybody always played so, at the \
         point of the grid that suits it best; the mixture’s is {:.3} to {:.3} on games drawn again.",
        thousands(ends as u64),
        fit.loss.0,
        fit.loss.1
    );
    hang(out, "", 2, &text);
    if shown.cells.len() > 1 {
        grid(out, shown);
    }
}

/// A point of the grid without its paths.
fn values(cell: &str) -> String {
    let value = |part: &str| part.rsplit(" = ").next().unwrap_or_default().to_owned();
    cell.split(", ").map(value).collect::<Vec<_>>().join(", ")
}

fn grid(out: &mut String, shown: FitView<'_>) {
    let _ = writeln!(out, "\n{:<54} {:>8} {:>8}", "The grid", "loss", "chosen");
    for (cell, name) in shown.fit.cells.iter().zip(shown.cells) {
        let chosen = if cell.chosen > 0.0 { percent(cell.chosen) } else { "–".to_owned() };
        let _ = writeln!(out, "  {:<52} {:>8.3} {chosen:>8}", values(name), cell.best.loss);
    }
    let name = |part: &str| part.split(" = ").next().unwrap_or_default().to_owned();
    let axes: Vec<String> = shown.cells[0].split(", ").map(name).collect();
    let text = format!(
        "Values of {}, and of what goes with them. loss: that of the best mixture there. chosen: share of \
         bootstrap samples that fit it best.",
        axes.join(", ")
    );
    hang(out, "", 2, &text);
}
