//! Two codings for a terminal of 80 columns: how far the coders agree, where they do not, and which of it
//! moves the odds.

use std::fmt::Write as _;

use super::CodingsView;
use crate::analysis::codings::{Agreement, Likeness, Swap};
use crate::montecarlo::{Contrast, Link, Paired};
use crate::present::number::{change, percent, points, short, thousands};
use crate::present::terminal::{link_name, with_date};
use crate::present::words::worlds;
use crate::present::wrap::{hang, wrap};
use crate::text::Padded;

/// Disagreements that are told one by one.
const MOST: usize = 10;
/// Paths of one coder alone that are told.
const ALONE: usize = 6;
/// Characters of the first column.
const NAME: usize = 25;

/// The results as text.
pub fn terminal(view: CodingsView<'_>) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "Two codings of one negotiation");
    hang(&mut out, "A", 3, &format!("{} ({})", view.files[0], view.a.title));
    hang(&mut out, "B", 3, &format!("{} ({})", view.files[1], view.b.title));
    agreement(&mut out, view);
    disagreements(&mut out, view);
    alone(&mut out, view);
    odds(&mut out, view);
    swaps(&mut out, view);
    out.push('\n');
    hang(
        &mut out,
        "",
        0,
        "Coders who agree may both be wrong: they read the same record. What they disagree on is the least \
         that is uncertain; where it moves the odds, widen the number or look for a source.",
    );
    out
}

fn agreement(out: &mut String, view: CodingsView<'_>) {
    let _ = writeln!(
        out,
        "\n{:<w$} {:>7} {:>5} {:>8} {:>9} {:>6}  95%",
        "How far do they agree?",
        "numbers",
        "same",
        "overlap",
        "distance",
        "α",
        w = NAME
    );
    for one in &view.agreements.kinds {
        row(out, one);
    }
    hang(
        out,
        "",
        2,
        "same: to the last digit. overlap: mean share of the two distributions that lies in the same place. \
         distance: mean distance of the medians, in shares of the scale. α: Krippendorff's, of the medians \
         (openings, limits, red lines and war terms, together “points of scales”, as seen from the party's ideal); 1 agree, 0 chance; rely \
         on .8, be wary from .667. – where it means nothing.",
    );
}

fn row(out: &mut String, one: &Agreement) {
    let name = one.kind.map_or("points of scales", |kind| kind.word());
    let (alpha, interval) = match one.alpha {
        Some(alpha) => (
            minus(&format!("{:.2}", alpha.value)),
            minus(&format!("{:.2} to {:.2}", alpha.interval.0, alpha.interval.1)),
        ),
        None => ("–".to_owned(), String::new()),
    };
    let line = format!(
        "  {:<w$} {:>7} {:>5} {:>8} {:>9} {:>6}  {interval}",
        name,
        one.numbers,
        one.same,
        percent(one.overlap),
        one.distance.map_or("–".to_owned(), percent),
        alpha,
        w = NAME - 2
    );
    let _ = writeln!(out, "{}", line.trim_end());
}

/// A typographic minus.
fn minus(text: &str) -> String {
    text.replace('-', "−")
}

fn disagreements(out: &mut String, view: CodingsView<'_>) {
    let mut apart: Vec<&Likeness> =
        view.agreements.likeness.both.iter().filter(|one| !one.same).collect();
    if apart.is_empty() {
        out.push('\n');
        hang(out, "", 0, "Every number that both have is the same.");
        return;
    }
    // Both sure and different comes first; then by distance in spreads, then as in the file.
    let distance = |one: &Likeness| one.shift.map_or(f64::INFINITY, f64::abs);
    apart.sort_by(|one, other| distance(other).total_cmp(&distance(one)));
    let told = apart.len().min(MOST);
    let title = if told < apart.len() {
        format!("The {told} farthest apart of {}", apart.len())
    } else {
        "Apart, farthest first".to_owned()
    };
    let _ = writeln!(out, "\n{title:<40} {:>12} {:>12} {:>6} {:>6}", "A", "B", "shift", "shared");
    for one in apart.into_iter().take(MOST) {
        let lines = wrap(&shortened(&one.path), 38);
        let _ = writeln!(
            out,
            "  {:<38} {:>12} {:>12} {:>6} {:>6}",
            Padded(&lines[0]),
            range(one.a.low, one.a.median, one.a.high),
            range(one.b.low, one.b.median, one.b.high),
            one.shift.map_or("–".to_owned(), |shift| change(shift, 1)),
            percent(one.overlap)
        );
        for line in &lines[1..] {
            let _ = writeln!(out, "  {line}");
        }
    }
    hang(
        out,
        "",
        2,
        "Paths without “parties” and “positions”. Medians, with the 10% and 90% points where they fit. shift: B's median less A's, in units of \
         their spread; – where both are sure. shared: overlap.",
    );
}

/// A path without what all paths of its kind have.
fn shortened(path: &str) -> String {
    path.replacen("parties.", "", 1).replacen(".positions.", ".", 1)
}

/// `5 66 77`, or the number alone where it is sure.
fn range(low: f64, median: f64, high: f64) -> String {
    let texts = [low, median, high].map(short);
    if texts[0] == texts[2] {
        return minus(&texts[1]);
    }
    let full = minus(&texts.join(" "));
    if full.chars().count() <= 12 { full } else { minus(&texts[1]) }
}

fn alone(out: &mut String, view: CodingsView<'_>) {
    let likeness = &view.agreements.likeness;
    let mut said = false;
    for (paths, which) in [(&likeness.only_a, "A"), (&likeness.only_b, "B")] {
        if paths.is_empty() {
            continue;
        }
        let mut text = format!("{}: ", paths.len());
        text += &paths.iter().take(ALONE).cloned().collect::<Vec<_>>().join(", ");
        if paths.len() > ALONE {
            text += ", …";
        }
        if !said {
            out.push('\n');
        }
        said = true;
        hang(out, &format!("Only {which} has"), 12, &text);
    }
    if !view.agreements.notes.is_empty() {
        out.push('\n');
        hang(out, "Besides:", 12, &view.agreements.notes.join("; "));
    }
}

fn odds(out: &mut String, view: CodingsView<'_>) {
    let Some(contrast) = view.contrasts.contrasts.last() else { return };
    let _ = writeln!(
        out,
        "\n{:<w$} {:>7} {:>10} {:>7} {:>10} {:>8} {:>4}",
        "What are the odds?",
        "A",
        "worlds",
        "B",
        "worlds",
        "B less A",
        "±",
        w = NAME + 2
    );
    for ((asked, _), paired) in &contrast.questions {
        odds_row(out, &with_date(&view.a.questions[*asked]), paired);
    }
    for (link, paired) in &contrast.chain {
        if let Some(name) = link_name(view.a, *link) {
            odds_row(out, name, paired);
        }
    }
    let contrasts = view.contrasts;
    hang(
        out,
        "",
        2,
        &format!(
            "{} worlds × {} histories on the same random numbers, seed {}. In percentage points, ± the 95% \
             simulation error. worlds: eight in ten of the worlds lie there.",
            thousands(contrasts.worlds),
            thousands(contrasts.histories),
            contrasts.seed.0
        ),
    );
}

fn odds_row(out: &mut String, name: &str, paired: &Paired) {
    let lines = wrap(name, NAME);
    let _ = writeln!(
        out,
        "  {:<NAME$} {:>7} {:>10} {:>7} {:>10} {:>8} {:>4}",
        Padded(&lines[0]),
        percent(paired.base.value),
        worlds(&paired.base),
        percent(paired.alternative.value),
        worlds(&paired.alternative),
        by(paired),
        points(paired.difference.half_width())
    );
    for line in &lines[1..] {
        let _ = writeln!(out, "  {line}");
    }
}

/// A change in percentage points.
fn by(paired: &Paired) -> String {
    let points = paired.difference.value * 100.0;
    change(points, usize::from(points.abs() < 9.95))
}

fn swaps(out: &mut String, view: CodingsView<'_>) {
    if view.swaps.is_empty() {
        return;
    }
    let _ = writeln!(
        out,
        "\n{:<w$} {:>7} {:>13} {:>13} {:>13}",
        "Which of it matters?",
        "numbers",
        "signed",
        "holds a year",
        "a zone",
        w = NAME + 2
    );
    let mut rows: Vec<(String, usize, &Contrast, bool)> = view
        .swaps
        .iter()
        .zip(&view.contrasts.contrasts)
        .map(|(swap, contrast)| {
            (view.group(swap.group), swap.numbers, contrast, matches!(swap.group, Swap::Party(_)))
        })
        .collect();
    let all = rows.pop();
    let size = |contrast: &Contrast| contrast.link(Link::Signed).difference.value.abs();
    rows.sort_by(|one, other| one.3.cmp(&other.3).then(size(other.2).total_cmp(&size(one.2))));
    let mut last_is_party = None;
    for (name, numbers, contrast, is_party) in rows {
        if last_is_party != Some(is_party) {
            let _ = writeln!(out, "  {}", if is_party { "by party" } else { "by kind" });
        }
        last_is_party = Some(is_party);
        swap_row(out, &format!("  {name}"), numbers, contrast);
    }
    if let Some((name, numbers, contrast, _)) = all {
        swap_row(out, &name, numbers, contrast);
    }
    if let Some(contrast) = view.contrasts.contrasts.last() {
        let only = &view.agreements.likeness;
        let more = only.only_a.len() + only.only_b.len();
        swap_row(out, "all of B", view.swaps.last().map_or(0, |all| all.numbers) + more, contrast);
    }
    hang(
        out,
        "",
        2,
        "Coding A with one group of numbers as B has it: the change of the odds in percentage points, ± the \
         95% simulation error. Groups overlap and interact, so the changes do not add up; “all of B” also \
         has what only one has and what is no number.",
    );
}

fn swap_row(out: &mut String, name: &str, numbers: usize, contrast: &Contrast) {
    let cell =
        |paired: &Paired| format!("{} ± {}", by(paired), points(paired.difference.half_width()));
    let _ = writeln!(
        out,
        "  {:<NAME$.NAME$} {:>7} {:>13} {:>13} {:>13}",
        Padded(name),
        numbers,
        cell(contrast.link(Link::Signed)),
        cell(contrast.link(Link::Holds)),
        cell(&contrast.zone)
    );
}
