//! What its signatories would say to the package asked about on the first day, part by part.

use super::words::gain;
use crate::document::{Number, Part, Section, Table, Text, author};
use crate::results::map::{GivenPackage, SignatoryAnswer};
use crate::results::{Cited, cite};
use crate::text::fitted;
use crate::text::number::hundredths;

/// Columns of a party's figures, and how many parties stand beside one another.
const FIGURES: usize = 10;
const PARTIES: usize = 5;
/// Parts of less than this are nothing to a reader.
const NOTHING: f64 = 5e-4;

/// A figure of a signatory.
type Figure = for<'a> fn(&Cited<'a, SignatoryAnswer>) -> Cited<'a, f64>;

/// A row of the table.
struct Row {
    label: &'static str,
    figure: Figure,
    /// Does it stand with its sign, as what is added?
    added: bool,
    /// Is it told where nobody has any of it?
    always: bool,
}

impl Row {
    const fn new(label: &'static str, figure: Figure, added: bool, always: bool) -> Self {
        Self { label, figure, added, always }
    }
}

/// Two values, the parts of what lies between, and their sum.
const ROWS: [Row; 8] = [
    Row::new("value of the terms", |one| cite!(one.terms), false, true),
    Row::new("value of no deal", |one| cite!(one.alternative), false, true),
    Row::new("terms over no deal", |one| cite!(one.above_alternative), true, true),
    Row::new("doubts that they last", |one| cite!(one.doubts), true, true),
    Row::new("payments", |one| cite!(one.margin.paid), true, false),
    Row::new("a deal it breaks", |one| cite!(one.margin.dead_letter), true, false),
    Row::new("votes at home", |one| cite!(one.margin.votes), true, false),
    Row::new("worth of its signature", |one| cite!(one.worth), true, true),
];

/// The figures, the answers in words, and how a run differs from them; `None` with alternating offers.
pub(super) fn answers(
    given: &Cited<'_, GivenPackage>,
    day: Option<&str>,
    apart: Text,
) -> Option<Section> {
    let all = cite!(given.signatories).some()?;
    let signatories: Vec<_> = all.each().collect();
    let pledges_ahead = given.pledges_ahead == Some(true);
    let tables = signatories.chunks(PARTIES).map(|group| Part::Table(table(group, pledges_ahead)));
    let mut parts: Vec<Part> = tables.collect();
    for one in &signatories {
        parts.push(Part::Paragraph(decides(one).and(".")));
    }
    for later in cite!(given.asked_later).each() {
        let text = Text::from(author(&later.title))
            .and(" is asked once every pledge is made: ")
            .and(added(&cite!(later.gain)))
            .and(".");
        parts.push(Part::Paragraph(text));
    }
    if let Some(mediator) = &given.withheld_by {
        let text = Text::from(author(&mediator.title))
            .and(" mediates and would not sign it itself: it tables no such text.");
        parts.push(Part::Paragraph(text));
    }
    parts.push(Part::Note(apart));
    let day = day.map_or_else(String::new, |day| format!(" on {day}"));
    let title = format!("What they would say{day}, the first day (hundredths)");
    Some(Section::new("answers", title, parts))
}

/// With its sign, as what is added.
fn added(value: &Cited<'_, f64>) -> Number {
    let text = hundredths(**value);
    let shown = if **value > 0.0 && text != "0.0" { format!("+{text}") } else { text };
    Number::shown(shown, value)
}

fn table(group: &[Cited<'_, SignatoryAnswer>], pledges_ahead: bool) -> Table {
    let names = group.iter().map(|one| format!("#{}", fitted(&one.party.title, FIGURES)));
    let heads: Vec<String> = [String::new()].into_iter().chain(names).collect();
    let mut table = Table::new(Text::new(), &heads.iter().map(String::as_str).collect::<Vec<_>>());
    let mut line = |label: &str, figure: &dyn Fn(&Cited<'_, SignatoryAnswer>) -> Text| {
        table.row([Text::from(label)].into_iter().chain(group.iter().map(figure)));
    };
    for row in &ROWS {
        if row.always || group.iter().any(|one| (row.figure)(one).abs() >= NOTHING) {
            line(row.label, &|one| {
                let figure = (row.figure)(one);
                Text::from(if row.added { added(&figure) } else { gain(&figure) })
            });
        }
    }
    if pledges_ahead {
        line("… with every pledge", &|one| {
            let later = cite!(one.worth_with_every_pledge).some();
            later.map_or_else(|| Text::from("–"), |later| Text::from(added(&later)))
        });
    }
    if group.iter().any(|one| one.passes_at_all_homes < 1.0) {
        line("passes at home", &|one| Text::from(Number::share(&cite!(one.passes_at_home))));
        line("… and at all homes", &|one| {
            Text::from(Number::share(&cite!(one.passes_at_all_homes)))
        });
    }
    line("signs", &|one| Text::from(if one.signs { "yes" } else { "no" }));
    table
}

/// What decides a party's answer, in one sentence.
fn decides(one: &Cited<'_, SignatoryAnswer>) -> Text {
    let who = Text::from(author(&one.party.title));
    if let Some(issue) = &one.crosses_red_line_on {
        let head = who.and(": no, it crosses its red line on “");
        return head.and(author(&issue.title)).and("”");
    }
    let above = cite!(one.above_alternative);
    let below = *above < 0.0;
    let size = Number::shown(hundredths(above.abs()), &above);
    let text = who.and(if one.signs { ": yes, " } else { ": no, " }).and(size).and(if below {
        " below no deal"
    } else {
        " above no deal"
    });
    let parts = parts(one);
    let told = |sign: f64| -> Vec<Text> {
        let counts = parts.iter().filter(|(_, value)| sign * **value >= NOTHING);
        counts.map(|(why, by)| why.clone().and(" (").and(added(by)).and(")")).collect()
    };
    let (gains, losses) = (told(1.0), told(-1.0));
    match (one.signs, below) {
        (true, true) if !gains.is_empty() => text.and(", but ").then(listed(gains)),
        (true, false) if one.worth < 0.5 * *above && !losses.is_empty() => {
            text.and(", though ").then(listed(losses))
        }
        (false, true) if !losses.is_empty() => text.and(", and ").then(listed(losses)),
        (false, false) if !losses.is_empty() => text.and(", but ").then(listed(losses)),
        _ => text,
    }
}

/// `and` before the last of several.
fn listed(all: Vec<Text>) -> Text {
    let last = all.len().saturating_sub(1);
    let mut text = Text::new();
    for (number, one) in all.into_iter().enumerate() {
        let between = if number == 0 {
            ""
        } else if number == last {
            " and "
        } else {
            ", "
        };
        text = text.and(between).then(one);
    }
    text
}

/// What stands between the terms and the worth of a signature, the most important first.
fn parts<'a>(one: &Cited<'a, SignatoryAnswer>) -> Vec<(Text, Cited<'a, f64>)> {
    let share = |value: Cited<'_, f64>| Number::share(&value);
    let lasting =
        Text::from("it thinks them to last a year with ").and(share(cite!(one.believed_survival)));
    let believed = if one.good_faith < 1.0 {
        lasting.and(" and would keep them with ").and(share(cite!(one.good_faith)))
    } else {
        lasting
    };
    let (own, all) = (one.passes_at_home, one.passes_at_all_homes);
    let voted = if 1.0 - own >= own - all {
        Text::from("its home front passes it with ").and(share(cite!(one.passes_at_home)))
    } else {
        Text::from("all home fronts pass it with ").and(share(cite!(one.passes_at_all_homes)))
    };
    let broken = if one.margin.dead_letter > 0.0 {
        "a deal it breaks halts the war awhile"
    } else {
        "a broken word costs it"
    };
    let mut parts = vec![
        (believed, cite!(one.doubts)),
        (Text::from("it is paid"), cite!(one.margin.paid)),
        (Text::from(broken), cite!(one.margin.dead_letter)),
        (voted, cite!(one.margin.votes)),
    ];
    parts.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
    parts
}
