//! A back-test for a terminal of 80 columns: odds against outcomes, scores against those who know nothing,
//! why, and what so few cases prove.

use std::fmt::Write as _;

use super::BacktestView;
use super::words::{chance, reference, saved, saved_within, score, setting, signed};
use crate::analysis::backtest::{Backtest, Recalibration, Scored};
use crate::analysis::scoring::{Bin, FLOOR};
use crate::present::number::{percent, percent_range, points, thousands};
use crate::present::terminal::with_date;
use crate::present::words::{near_ends, worlds};
use crate::present::wrap::{WIDTH, hang, wrap};
use crate::text::{Padded, fitted};

/// Characters of the first column.
const NAME: usize = 31;
/// Characters of a row of the reliability diagram.
const DIAGRAM: usize = 41;

/// The results as text.
pub fn terminal(view: BacktestView<'_>) -> String {
    let mut out = String::new();
    let backtest = view.backtest;
    let (cases, questions) = (backtest.cases.len(), backtest.questions().count());
    let s = |count: usize| if count == 1 { "" } else { "s" };
    let _ = writeln!(
        out,
        "Back-test of {cases} case{} with {questions} resolved question{}",
        s(cases),
        s(questions)
    );
    let _ = writeln!(
        out,
        "{} worlds × {} histories each · seed {}",
        thousands(backtest.worlds),
        thousands(backtest.histories),
        backtest.seed.0
    );
    outcomes(&mut out, view);
    scores(&mut out, backtest);
    reliability(&mut out, backtest);
    discrimination(&mut out, backtest);
    if let Some(recalibration) = &backtest.recalibration {
        left_out(&mut out, backtest, recalibration);
    }
    out.push('\n');
    hang(&mut out, "", 0, &verdict(backtest));
    out
}

fn outcomes(out: &mut String, view: BacktestView<'_>) {
    let _ = writeln!(
        out,
        "\n{:<w$} {:>6} {:>4} {:>10} {:>4} {:>5} {:>5} {:>5}",
        "Odds against outcomes",
        "odds",
        "±",
        "worlds",
        "was",
        "Brier",
        "log",
        "base",
        w = NAME + 2
    );
    for (case, scenario) in view.backtest.cases.iter().zip(view.scenarios) {
        let _ = writeln!(out, "{}", fitted(&case.id, WIDTH));
        for one in &case.questions {
            question(out, &with_date(&scenario.questions[one.question]), one);
        }
    }
    let open: usize = view.backtest.cases.iter().map(|case| case.open).sum();
    let mut text = format!(
        "odds: share of all trials, ± the 95% simulation error. worlds: eight in ten of the worlds the \
         file allows. Brier: (odds − outcome)², 0.25 for odds of 0.5. log: −ln of the odds of what \
         happened, which count as {FLOOR} at least; 0.69 for odds of 0.5. base: the file's base rate."
    );
    let scored = view.backtest.cases.iter().flat_map(|case| &case.questions);
    text += near_ends(scored.map(|one| &one.estimate));
    if open > 0 {
        let _ = write!(text, " Questions without an outcome, left out: {open}.");
    }
    hang(out, "", 2, &text);
}

fn question(out: &mut String, text: &str, one: &Scored) {
    let lines = wrap(text, NAME);
    let estimate = one.estimate;
    let _ = writeln!(
        out,
        "  {:<NAME$} {:>6} {:>4} {:>10} {:>4} {:>5} {:>5} {:>5}",
        Padded(&lines[0]),
        percent(estimate.value),
        points((estimate.high - estimate.low) / 2.0),
        worlds(&estimate),
        if one.happened { "yes" } else { "no" },
        score(one.brier),
        score(one.log),
        one.base_rate.map_or("–".to_owned(), percent),
    );
    for line in &lines[1..] {
        let _ = writeln!(out, "  {line}");
    }
}

fn scores(out: &mut String, backtest: &Backtest) {
    let _ = writeln!(
        out,
        "\n{:<w$} {:>5} {:<22} {:>5} {:>6} {:>5}",
        "Against whoever has no model",
        "Brier",
        "saved",
        "log",
        "saved",
        "skill",
        w = NAME + 1
    );
    let _ = writeln!(
        out,
        "  {:<w$} {:>5} {:<22} {:>5}",
        "the model",
        score(backtest.brier.value),
        "",
        score(backtest.log.value),
        w = NAME - 1
    );
    let questions = backtest.questions().count();
    for other in &backtest.references {
        let mut name = reference(other.reference).to_owned();
        if other.questions < questions {
            let _ = write!(name, ", {} of {questions}", other.questions);
        }
        let _ = writeln!(
            out,
            "  {:<w$} {:>5} {:<22} {:>5} {:>6} {:>5}",
            name,
            score(other.brier.value),
            saved_within(&other.brier_saved),
            score(other.log.value),
            saved(&other.log_saved),
            other.skill.map_or("–".to_owned(), percent_signed),
            w = NAME - 1
        );
    }
    hang(
        out,
        "",
        2,
        "saved: mean score of that answer less the model's on the same questions, positive where the model \
         is better; its 95% interval draws whole cases. skill: saved as a share. The set's share of yes \
         knows the outcomes; the other cases' share does not.",
    );
}

/// A share with its sign, in per cent.
fn percent_signed(share: f64) -> String {
    format!("{:.0}%", share * 100.0).replace('-', "−")
}

fn reliability(out: &mut String, backtest: &Backtest) {
    let _ = writeln!(
        out,
        "\n{:<12} {:>3} {:>7} {:>7}   0%{:>w$}",
        "Reliability",
        "n",
        "odds",
        "came",
        "100%",
        w = DIAGRAM - 2
    );
    for bin in &backtest.murphy.bins {
        let _ = writeln!(
            out,
            "  {:<10} {:>3} {:>7} {:>7}   {}",
            percent_range(bin.low, bin.high),
            bin.count,
            percent(bin.mean_odds),
            percent(bin.frequency()),
            diagram(bin)
        );
    }
    let murphy = &backtest.murphy;
    hang(
        out,
        "",
        2,
        "odds: mean in the bin, ○; came: share that happened, ●; ◉ both. Of odds that are right in the \
         long run the two would meet.",
    );
    hang(
        out,
        "",
        2,
        &format!(
            "Brier {} = reliability {} (0 is best) − resolution {} (more is better) + uncertainty {} (the \
             questions' own) {} what the {} bins leave out.",
            score(backtest.brier.value),
            score(murphy.reliability),
            score(murphy.resolution),
            score(murphy.uncertainty),
            if murphy.within < 0.0 {
                format!("− {:.3}", -murphy.within)
            } else {
                format!("+ {:.3}", murphy.within)
            },
            backtest.bins,
        ),
    );
}

/// Mean odds and frequency on a line from 0 to 100%.
fn diagram(bin: &Bin) -> String {
    let at = |share: f64| (share * (DIAGRAM - 1) as f64).round() as usize;
    let (odds, came) = (at(bin.mean_odds), at(bin.frequency()));
    (0..DIAGRAM)
        .map(|place| match (place == odds, place == came) {
            (true, true) => '◉',
            (true, false) => '○',
            (false, true) => '●',
            _ if place > odds.min(came) && place < odds.max(came) => '─',
            _ => '·',
        })
        .collect()
}

fn discrimination(out: &mut String, backtest: &Backtest) {
    let _ = writeln!(
        out,
        "\n{:<w$} {:>4} {:>4} {:>5} {:>12} {:>6} {:>8}",
        "Yes told from no?",
        "yes",
        "no",
        "AUC",
        "95%",
        "p",
        "least p",
        w = 24
    );
    for told in &backtest.told {
        let name = told.id.as_deref().unwrap_or("all questions");
        match &told.found {
            Some(found) => {
                let _ = writeln!(
                    out,
                    "  {:<22} {:>4} {:>4} {:>5} {:>12} {:>6} {:>8}",
                    name,
                    found.yes,
                    found.no,
                    signed(found.auc),
                    format!("{}–{}", signed(found.low), signed(found.high)),
                    chance(found.p),
                    chance(found.least_p)
                );
            }
            None => {
                let _ = writeln!(
                    out,
                    "  {name:<22} {} questions, all with the same answer",
                    told.questions
                );
            }
        }
    }
    hang(
        out,
        "",
        2,
        "AUC: the chance that a yes was given higher odds than a no; 0.5 is none, 1 perfect. p: the \
         chance of as much when odds say nothing, counted exactly. least p: the smallest that so few \
         questions could give, for perfect odds. In all questions together those of one case count as \
         independent, which they are not: its p and interval promise too much.",
    );
}

fn left_out(out: &mut String, backtest: &Backtest, found: &Recalibration) {
    let _ = writeln!(
        out,
        "\n{:<21} {:>6} {:>6}  constants chosen on the other cases",
        "Leave one case out", "as is", "chosen"
    );
    for one in &found.left_out {
        let lines = wrap(&backtest.cases[one.case].id, 19);
        let _ = writeln!(
            out,
            "  {:<19} {:>6} {:>6}  {}",
            Padded(&lines[0]),
            score(one.as_it_is),
            score(one.with_chosen),
            setting(one.chosen)
        );
        for line in &lines[1..] {
            let _ = writeln!(out, "  {line}");
        }
    }
    let _ = writeln!(
        out,
        "  {:<19} {:>6} {:>6}",
        "all questions",
        score(found.as_it_is),
        score(found.left_out_score)
    );
    hang(
        out,
        "",
        2,
        &format!(
            "Mean Brier scores on {} worlds a case. For each case the rate of tries, the noise of readiness \
             and the scale of durability (each × 0.5, 1 or 2: {} settings) are chosen that score best on \
             the other cases; no position moves. The best setting for all of them, with hindsight ({}), \
             gives {}.",
            thousands(found.worlds),
            found.settings,
            setting(found.best),
            score(found.best_score)
        ),
    );
}

/// What the figures prove, by how many cases there are.
fn verdict(backtest: &Backtest) -> String {
    let cases = backtest.cases.len();
    let independent = backtest.told.iter().skip(1).filter_map(|told| told.found);
    let least = independent.map(|found| found.least_p).fold(f64::INFINITY, f64::min);
    let mut text = String::new();
    if cases < 30 {
        let _ = write!(
            text,
            "{cases} case{} prove{} little: ",
            if cases == 1 { "" } else { "s" },
            if cases == 1 { "s" } else { "" }
        );
        if least.is_finite() {
            let p = chance(least);
            // One too small to tell brings its own sign.
            let equals = if p.starts_with('<') { "" } else { "= " };
            let _ = write!(
                text,
                "on questions asked once a case even perfect odds could not be told from luck at better than \
                 p {equals}{p}, and "
            );
        }
        text += "whether odds of 70% come true 7 times in 10 cannot be said at all. ";
    }
    text += "Cases coded by people who know the end score well for that reason alone. zopa stays \
             uncalibrated.";
    text
}
