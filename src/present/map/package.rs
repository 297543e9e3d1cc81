//! The package asked about: whom it suits, and what its signatories would say to it, part by part.

use std::fmt::Write as _;

use super::MapView;
use super::words;
use crate::analysis::map::{Given, Judgement};
use crate::engine::{Appraisal, Foresight};
use crate::model::Scenario;
use crate::present::words::listed;
use crate::text::hang;
use crate::text::number::percent;
use crate::text::{Padded, fitted};

/// Columns of a party's figures.
const FIGURES: usize = 10;
/// Parts of less than this are nothing to a reader.
const NOTHING: f64 = 5e-4;

/// The package in words and figures, where one was asked about.
pub(super) fn given(out: &mut String, view: MapView<'_>) {
    let Some(given) = &view.map.likely.given else { return };
    let space = &view.map.likely.space;
    let name = |s: usize| words::signatory(view.scenario, space, s);
    let _ = writeln!(out, "\nThe package asked about (most likely inputs)");
    let mut facts = Vec::new();
    for s in 0..space.signatories().len() {
        if space.must_sign(s, &given.solution.package) {
            facts.push(format!("{} {}", name(s), words::gain(given.solution.gains[s])));
        }
    }
    let verdict = if given.in_zone {
        "It suits all who must sign it".to_owned()
    } else if given.crossed.is_empty() {
        "Somebody who must sign it would lose".to_owned()
    } else {
        let crossed = given.crossed.iter().map(|&s| name(s)).collect::<Vec<_>>();
        format!("It crosses a red line of {}", crossed.join(", "))
    };
    hang(out, "", 2, &format!("{verdict}: {}.", facts.join(", ")));
    let each = space
        .principals()
        .map(|s| format!("{} {}", name(s), words::gain(given.left.each[s])))
        .collect::<Vec<_>>();
    hang(
        out,
        "",
        2,
        &format!(
            "Left on the table: {} in sum, or, each on its own, {}, with nobody worse off.",
            words::gain(given.left.joint),
            each.join(", ")
        ),
    );
    if let Some(judgement) = &given.judgement {
        answers(out, view, judgement);
        hang(out, "", 2, &apart_from_a_run(view, given, judgement));
    }
}

/// One row of the table: a figure of every signatory.
struct Row {
    label: &'static str,
    figure: fn(&Appraisal) -> f64,
    shown: fn(f64) -> String,
    /// Is it told where nobody has any of it?
    always: bool,
}

/// With its sign, as what is added.
fn part(value: f64) -> String {
    let text = words::gain(value);
    if value > 0.0 && text != "0.0" { format!("+{text}") } else { text }
}

/// The rows: two values, the parts of what lies between, and their sum.
const ROWS: [Row; 7] = [
    Row {
        label: "value of the terms",
        figure: |one| one.worth.value,
        shown: words::gain,
        always: true,
    },
    Row {
        label: "value of no deal",
        figure: |one| one.worth.outside,
        shown: words::gain,
        always: true,
    },
    Row {
        label: "terms over no deal",
        figure: |one| one.worth.value - one.worth.outside,
        shown: part,
        always: true,
    },
    Row { label: "doubts that they last", figure: doubts, shown: part, always: true },
    Row { label: "payments", figure: |one| one.worth.paid, shown: part, always: false },
    Row {
        label: "a deal it breaks",
        figure: |one| one.worth.dead_letter,
        shown: part,
        always: false,
    },
    Row { label: "votes at home", figure: Appraisal::votes, shown: part, always: false },
];

/// What belief in their survival, and in itself, takes off the terms.
fn doubts(one: &Appraisal) -> f64 {
    one.worth.terms() - (one.worth.value - one.worth.outside)
}

fn answers(out: &mut String, view: MapView<'_>, judgement: &Judgement) {
    let scenario = view.scenario;
    let day = scenario.dated().map_or_else(String::new, |date| format!(" on {date}"));
    let title = format!("What they would say{day}, the first day (hundredths)");
    let _ = writeln!(out, "\n{title}");
    for group in judgement.first_day.chunks(5) {
        let members = || group.iter();
        let line = |out: &mut String, label: &str, figure: &dyn Fn(&Appraisal) -> String| {
            let _ = write!(out, "  {label:<23}");
            for one in members() {
                let _ = write!(out, " {:>FIGURES$}", Padded(fitted(&figure(one), FIGURES)));
            }
            out.push('\n');
        };
        line(out, "", &|one| scenario.parties[one.party].title.clone());
        for row in &ROWS {
            if row.always || members().any(|one| (row.figure)(one).abs() >= NOTHING) {
                line(out, row.label, &|one| (row.shown)((row.figure)(one)));
            }
        }
        line(out, "worth of its signature", &|one| part(one.gain));
        if judgement.pledges_ahead {
            let later =
                |one: &Appraisal| judgement.with_every_pledge.iter().find(|l| l.party == one.party);
            line(out, "… with every pledge", &|one| {
                later(one).map_or("–".to_owned(), |later| part(later.gain))
            });
        }
        if members().any(|one| one.foresight.all < 1.0) {
            line(out, "passes at home", &|one| percent(one.foresight.own));
            line(out, "… and at all homes", &|one| percent(one.foresight.all));
        }
        line(out, "signs", &|one| if one.accepts() { "yes" } else { "no" }.to_owned());
    }
    for one in &judgement.first_day {
        hang(out, "", 2, &format!("{}.", decides(scenario, one)));
    }
    for later in &judgement.with_every_pledge {
        if judgement.first_day.iter().all(|one| one.party != later.party) {
            let who = &scenario.parties[later.party].title;
            let worth = part(later.gain);
            hang(out, "", 2, &format!("{who} is asked once every pledge is made: {worth}."));
        }
    }
    if let Some(mediator) = judgement.withheld_by {
        let who = &scenario.parties[mediator].title;
        hang(
            out,
            "",
            2,
            &format!("{who} mediates and would not sign it itself: it tables no such text."),
        );
    }
}

/// What decides a party's answer, in one sentence.
pub(super) fn decides(scenario: &Scenario, one: &Appraisal) -> String {
    let who = &scenario.parties[one.party].title;
    if let Some(k) = one.crosses {
        return format!("{who}: no, it crosses its red line on “{}”", scenario.issues[k].title);
    }
    let above = one.worth.value - one.worth.outside;
    let side = if above < 0.0 { "below" } else { "above" };
    let standing = format!("{} {side} no deal", words::gain(above.abs()));
    let parts = parts(one);
    let told = |sign: f64| -> Vec<String> {
        let counts = parts.iter().filter(|(_, value)| sign * value >= NOTHING);
        counts.map(|(why, value)| format!("{why} ({})", part(*value))).collect()
    };
    let (gains, losses) = (told(1.0), told(-1.0));
    let answer = if one.accepts() { "yes" } else { "no" };
    let why = match (one.accepts(), above < 0.0) {
        (true, true) if !gains.is_empty() => format!(", but {}", listed(&gains)),
        (true, false) if one.gain < 0.5 * above && !losses.is_empty() => {
            format!(", though {}", listed(&losses))
        }
        (false, true) if !losses.is_empty() => format!(", and {}", listed(&losses)),
        (false, false) if !losses.is_empty() => format!(", but {}", listed(&losses)),
        _ => String::new(),
    };
    format!("{who}: {answer}, {standing}{why}")
}

/// What stands between the terms and the worth of a signature, the most important first.
fn parts(one: &Appraisal) -> Vec<(String, f64)> {
    let worth = &one.worth;
    let lasting = percent(worth.survival);
    let believed = if worth.good_faith < 1.0 {
        let meant = percent(worth.good_faith);
        format!("it thinks them to last a year with {lasting} and would keep them with {meant}")
    } else {
        format!("it thinks them to last a year with {lasting}")
    };
    let Foresight { own, all } = one.foresight;
    let voted = if 1.0 - own >= own - all {
        format!("its home front passes it with {}", percent(own))
    } else {
        format!("all home fronts pass it with {}", percent(all))
    };
    let broken = if worth.dead_letter > 0.0 {
        "a deal it breaks halts the war awhile"
    } else {
        "a broken word costs it"
    };
    let mut parts = vec![
        (believed, doubts(one)),
        ("it is paid".to_owned(), worth.paid),
        (broken.to_owned(), worth.dead_letter),
        (voted, one.votes()),
    ];
    parts.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
    parts
}

/// How a run differs from the first day.
fn apart_from_a_run(view: MapView<'_>, given: &Given, judgement: &Judgement) -> String {
    let signs = judgement.is_signed();
    let between = if given.in_zone == signs {
        ""
    } else {
        "Whom it suits is asked with every pledge made and home fronts at even odds; what they would say, on \
         the first day and with the votes weighed. "
    };
    let verdict = if signs { "leave it unsigned" } else { "sign it all the same" };
    let file = format!("{} {}", view.file, view.options);
    format!(
        "{between}The parts are those that a run reports of what is signed. This is one world, the likeliest, on \
         the first day, without events and without noise. A run draws worlds, lets costs, trust, pledges and the \
         front change until the day of signing, and gives parties readiness and moods: it may {verdict}, and \
         says how often: zopa run {}",
        file.trim_end()
    )
}
