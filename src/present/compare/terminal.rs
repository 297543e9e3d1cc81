//! A comparison for a terminal of 80 columns: what changes, in plain English, then the tables, then who
//! changed, then what the figures are worth.

use std::fmt::Write as _;

use super::overview::overview;
use super::words::{headline, point_change, unlike};
use super::{CompareView, Side};
use crate::montecarlo::{Blocker, Contrast, Contrasts, Paired, StopReason, WorthShift};
use crate::present::number::{change, decimals, hundredths, percent, points, position, thousands};
use crate::present::outcomes::noun;
use crate::present::terminal::{link_name, with_date};
use crate::present::wrap::{WIDTH, hang, wrap};
use crate::text::Padded;

/// Characters of the first column.
const NAME: usize = 22;
/// Parties and issues that are told.
const MOST: usize = 5;
/// Alternatives up to which each is told in full.
const IN_FULL: usize = 2;

/// The results as text.
pub fn terminal(view: CompareView<'_>) -> String {
    let mut out = String::new();
    head(&mut out, view);
    let contrasts = view.contrasts;
    for (side, contrast) in view.alternatives.iter().zip(&contrasts.contrasts) {
        out.push('\n');
        hang(&mut out, "", 0, &headline(view, side, contrast));
    }
    if view.alternatives.len() > IN_FULL {
        overview(&mut out, view);
    } else {
        for (side, contrast) in view.alternatives.iter().zip(&contrasts.contrasts) {
            in_full(&mut out, view, side, contrast);
        }
    }
    foot(&mut out, view);
    out
}

fn head(out: &mut String, view: CompareView<'_>) {
    for line in wrap(&view.base.scenario.title, WIDTH) {
        let _ = writeln!(out, "{line}");
    }
    let Contrasts { seed, worlds, histories, .. } = view.contrasts;
    let text = format!(
        "{} worlds × {} histories, the same random numbers on every side · seed {}",
        thousands(*worlds),
        thousands(*histories),
        seed.0
    );
    hang(out, "", 0, &text);
    let named = |out: &mut String, head: &str, side: &Side<'_>| {
        let title = if side.title.is_empty() { String::new() } else { format!(": {}", side.title) };
        hang(out, head, 13, &format!("{}{title}", side.label));
    };
    named(out, "base", &view.base);
    for side in view.alternatives {
        named(out, "alternative", side);
    }
}

fn in_full(out: &mut String, view: CompareView<'_>, side: &Side<'_>, contrast: &Contrast) {
    if contrast.shared.same {
        return;
    }
    let title = format!("{} against {}", side.label, view.base.label);
    if view.alternatives.len() > 1 {
        out.push('\n');
        hang(out, "", 0, &format!("━━ {title}"));
    }
    odds(out, view, contrast);
    blockers(out, view, contrast);
    worths(out, view, contrast);
    terms(out, view, contrast);
    let unlike = unlike(view.base.scenario, side.scenario, contrast);
    if !unlike.is_empty() {
        out.push('\n');
        for text in &unlike {
            hang(out, "", 2, text);
        }
    }
}

/// The header of the tables of odds.
fn header(out: &mut String, title: &str) {
    let _ = writeln!(
        out,
        "\n{title:<w$} {:>6} {:>6} {:>6} {:>4} {:>7} {:>7} {:>6} {:>6}",
        "base",
        "with",
        "change",
        "±",
        "no→yes",
        "yes→no",
        "up",
        "down",
        w = NAME + 2
    );
}

fn row(out: &mut String, name: &str, paired: &Paired) {
    let lines = wrap(name, NAME);
    let _ = writeln!(
        out,
        "  {:<NAME$} {:>6} {:>6} {:>6} {:>4} {:>7} {:>7} {:>6} {:>6}",
        Padded(&lines[0]),
        percent(paired.base.value),
        percent(paired.alternative.value),
        point_change(paired.difference.value),
        points(paired.difference.half_width()),
        percent(paired.flips.to_yes),
        percent(paired.flips.to_no),
        percent(paired.worlds_up),
        percent(paired.worlds_down),
    );
    for line in &lines[1..] {
        let _ = writeln!(out, "  {line}");
    }
}

fn odds(out: &mut String, view: CompareView<'_>, contrast: &Contrast) {
    header(out, "What are the odds?");
    for ((question, _), paired) in &contrast.questions {
        row(out, &with_date(&view.base.scenario.questions[*question]), paired);
    }
    for (link, paired) in &contrast.chain {
        if let Some(name) = link_name(view.base.scenario, *link) {
            row(out, name, paired);
        }
    }
    row(out, "a zone of agreement", &contrast.zone);
    hang(
        out,
        "",
        2,
        "change: in percentage points, ± the 95% simulation error. no→yes, yes→no: shares of all \
         trials that turn. up, down: shares of worlds with higher, lower odds. A zone: some package \
         suits every signatory, without noise; its shares are of worlds.",
    );
}

fn blockers(out: &mut String, view: CompareView<'_>, contrast: &Contrast) {
    let told: Vec<&Blocker> = contrast.blockers.iter().filter(|b| is_told(&b.named)).collect();
    if told.is_empty() {
        return;
    }
    header(out, "Who stood in the way?");
    for blocker in told.iter().take(MOST) {
        row(out, &view.base.scenario.parties[blocker.party.0].title, &blocker.named);
        let over = blocker.over.iter().filter(|(_, paired)| is_told(paired)).take(MOST);
        let parts: Vec<String> = over
            .map(|(issue, paired)| {
                let over = issue.map_or("votes at home", |(issue, _)| {
                    view.base.scenario.issues[issue].id.as_str()
                });
                format!("{over} {}", point_change(paired.difference.value))
            })
            .collect();
        if !parts.is_empty() {
            hang(out, "    over ", 9, &parts.join(", "));
        }
    }
    hang(out, "", 2, "Shares of all trials in which the reason for failure names the party.");
}

/// Does a change show at one decimal?
fn is_told(paired: &Paired) -> bool {
    paired.difference.value.abs() >= 0.0005
}

fn worths(out: &mut String, view: CompareView<'_>, contrast: &Contrast) {
    if contrast.worths.is_empty() {
        return;
    }
    let _ = writeln!(
        out,
        "\n{:<w$} {:>6} {:>6} {:>6} {:>4} {:>7} {:>7} {:>7} {:>5}",
        "Whose mind changed?",
        "signs",
        "with",
        "change",
        "±",
        "worth",
        "with",
        "change",
        "±",
        w = NAME + 2
    );
    let scenario = view.base.scenario;
    let (told, still): (Vec<&WorthShift>, Vec<&WorthShift>) =
        contrast.worths.iter().partition(|shift| changes(shift));
    for shift in told {
        worth(out, &scenario.parties[shift.party].title, shift);
    }
    if !still.is_empty() {
        let titles: Vec<&str> =
            still.iter().map(|shift| scenario.parties[shift.party].title.as_str()).collect();
        hang(out, "  no change: ", 13, &titles.join(", "));
    }
    let when = match scenario.dated() {
        Some(_) => " (as-of date, every pledge delivered, no noise)",
        None => "",
    };
    hang(
        out,
        "",
        2,
        &format!(
            "signs: share of worlds in which it would sign the base's best package of that world{when}. \
             worth: what signing that is worth to it, mean over worlds, in hundredths of all that is at \
             stake for it."
        ),
    );
}

/// Does a change of worth or of signing show at one decimal?
fn changes(shift: &WorthShift) -> bool {
    shift.difference.value.abs() >= 0.0005 || is_told(&shift.signs)
}

fn worth(out: &mut String, title: &str, shift: &WorthShift) {
    let difference = shift.difference;
    let _ = writeln!(
        out,
        "  {:<NAME$.NAME$} {:>6} {:>6} {:>6} {:>4} {:>7} {:>7} {:>7} {:>5}",
        Padded(title),
        percent(shift.signs.base.value),
        percent(shift.signs.alternative.value),
        point_change(shift.signs.difference.value),
        points(shift.signs.difference.half_width()),
        hundredths(shift.base),
        hundredths(shift.alternative),
        change(difference.value * 100.0, 1),
        hundredths(difference.half_width()),
    );
}

fn terms(out: &mut String, view: CompareView<'_>, contrast: &Contrast) {
    if contrast.terms.is_empty() {
        return;
    }
    let _ = writeln!(
        out,
        "\n{:<w$} {:>6} {:>6} {:>6} {:>4}",
        "If signed, on what?",
        "base",
        "with",
        "change",
        "±",
        w = NAME + 2
    );
    for shift in &contrast.terms {
        let issue = &view.base.scenario.issues[shift.issue];
        let width = issue.scale.width();
        let error = shift.difference.map_or("–".to_owned(), |difference| {
            format!("{:.*}", decimals(width).max(1), difference.half_width())
        });
        let _ = writeln!(
            out,
            "  {:<NAME$} {:>6} {:>6} {:>6} {:>4}",
            issue.id.chars().take(NAME).collect::<String>(),
            position(shift.base, width),
            position(shift.alternative, width),
            change(shift.change, decimals(width).max(1)),
            error
        );
    }
    hang(
        out,
        "",
        2,
        "Middle of the packages signed; the two sides do not sign in the same trials.",
    );
}

fn foot(out: &mut String, view: CompareView<'_>) {
    let contrasts = view.contrasts;
    let mut text = String::new();
    if contrasts.stopped == StopReason::Interrupted {
        text += "The comparison was stopped early: these figures rest on the worlds played. ";
    }
    text += &pairing(view);
    text += "± is the error of the simulation alone: it shrinks with more worlds. The odds on every side \
             follow from the assumptions in its file, and so does their difference; it is what the model \
             says a change does, not a forecast.";
    out.push('\n');
    hang(out, "", 0, &text);
}

/// What common random numbers bought.
fn pairing(view: CompareView<'_>) -> String {
    let told = view.told_of_all();
    let sides = view.alternatives.iter().zip(&view.contrasts.contrasts);
    let factors: Vec<(&str, f64)> = sides
        .filter_map(|(side, contrast)| {
            Some((side.label, contrast.outcome(told)?.variance_reduction?))
        })
        .collect();
    let least = factors.iter().map(|(_, factor)| *factor).fold(f64::INFINITY, f64::min);
    let most = factors.iter().map(|(_, factor)| *factor).fold(0.0, f64::max);
    if factors.is_empty() {
        return String::new();
    }
    let range = if factors.len() > 1 && times(least) != times(most) {
        format!("{}–{}", times(least), times(most))
    } else {
        times(most)
    };
    if most < 1.5 {
        return format!(
            "All sides were played on the same random numbers, but what they draw by has few names in \
             common: that buys next to nothing (as much as {range} times the worlds). "
        );
    }
    format!(
        "All sides were played on the same random numbers, so that little but the change itself makes a \
         difference: for {} as good as {range} times the worlds on independent ones. ",
        noun(view.base.scenario, told)
    )
}

fn times(factor: f64) -> String {
    if factor < 9.95 { format!("{factor:.1}") } else { format!("{factor:.0}") }
}
