//! One input at a time as bars, and the structural choices beside them.

use super::told::Told;
use super::words::{MOST, half, rest, signed_points};
use crate::document::{Cell, Number, Part, Section, Table, Text, author};
use crate::results::drivers::{BarEnd, Drivers, MovesMore, StructuralChange, Tornado, TornadoBar};
use crate::results::{Cited, Mean, cite};

const LEGEND: &str = "Bars: ░ the odds with the input at its low end (its 10% point in the file, or as given), █ at its high \
     end (90%), │ as the file stands. The figure behind each name is the change from low to high in percentage \
     points, ± its 95% interval: the same worlds are played with the same chance; inputs that are clearly not among those shown, in \
     fewer worlds. Bars do not show interplay: zopa drivers --method sobol does.";

/// The bars, then the choices.
pub(super) fn tornado(drivers: &Drivers, found: &Cited<'_, Tornado>) -> Told {
    let sections = [Some(bars(found)), choices(found), elsewhere(drivers, found)];
    Told { sections: sections.into_iter().flatten().collect(), legend: Some(Text::from(LEGEND)) }
}

fn bars(found: &Cited<'_, Tornado>) -> Section {
    let title = Text::from("As the file stands: ")
        .and(Number::share(&cite!(found.base.value)))
        .and(" ± ")
        .and(half(&cite!(found.base)))
        .and(". With one input moved, the others drawn as usual:");
    let inputs = cite!(found.inputs);
    // The farthest end of any bar fills its side.
    let ends = inputs.iter().flat_map(|bar| [bar.low.change.value, bar.high.change.value]);
    let reach = ends.fold(0.0_f64, |most, end| most.max(end.abs()));
    let told: Vec<_> = inputs.each().filter(|bar| bar.is_clear()).take(MOST).collect();
    let mut table = Table::new(Text::new(), &["#", "#", "~", "#", "~"]);
    for bar in &told {
        table.over(author(&bar.path).into(), change(&cite!(bar.swing)));
        table.cells(drawn(bar, reach));
    }
    let part = if told.is_empty() {
        Part::Paragraph(Text::from("No input moves the odds by more than chance would."))
    } else {
        Part::Table(table)
    };
    let why = "that move the odds less, or no more than chance would";
    let rest = rest(told.len(), inputs.len(), why).map(Part::Note);
    Section::new("bars", title, [part].into_iter().chain(rest).collect())
}

fn change(by: &Cited<'_, Mean>) -> Text {
    Text::from(signed_points(&cite!(by.value))).and(" ± ").and(half(by))
}

/// Both ends and the bars between; the end with the lower odds stands on the left.
fn drawn(bar: &Cited<'_, TornadoBar>, reach: f64) -> [Cell; 5] {
    let at =
        |end: &Cited<'_, BarEnd>| Cell::Text(Text::from("at ").and(Number::plain(&cite!(end.at))));
    let odds =
        |end: &Cited<'_, BarEnd>| Cell::Text(Text::from(Number::share(&cite!(end.odds.value))));
    let share = |by: f64| if reach > 0.0 { by / reach } else { 0.0 };
    let bars = Cell::Bars { low: share(bar.low.change.value), high: share(bar.high.change.value) };
    let (mut left, mut right) = (cite!(bar.low), cite!(bar.high));
    if bar.swing.value < 0.0 {
        std::mem::swap(&mut left, &mut right);
    }
    [at(&left), odds(&left), bars, odds(&right), at(&right)]
}

/// The odds under choices that are no numbers; `None` where there are none.
fn choices(found: &Cited<'_, Tornado>) -> Option<Section> {
    let choices = cite!(found.structural);
    let mut table = Table::new(Text::new(), &["", "#odds", "#change", "#±"]);
    for choice in choices.each() {
        table.row(choice_row(&choice));
    }
    let parts = vec![Part::Table(table)];
    (!choices.is_empty()).then(|| Section::new("choices", "Structural choices", parts))
}

fn choice_row(choice: &Cited<'_, StructuralChange>) -> [Text; 4] {
    [
        Text::from(author(&choice.words)),
        Text::from(Number::share(&cite!(choice.odds.value))),
        Text::from(signed_points(&cite!(choice.change.value))),
        Text::from(half(&cite!(choice.change))),
    ]
}

/// What moves another outcome clearly more than the one shown, where something does: that which moves it most.
fn elsewhere(drivers: &Drivers, found: &Cited<'_, Tornado>) -> Option<Section> {
    let (inputs, choices) = (cite!(found.inputs), cite!(found.structural));
    let inputs = inputs.each().filter_map(|bar| {
        let more = cite!(bar.elsewhere).some()?;
        let what = Text::from(author(&bar.path)).and(" goes from low to high");
        Some((what, cite!(bar.swing), more))
    });
    let choices = choices.each().filter_map(|choice| {
        let more = cite!(choice.elsewhere).some()?;
        let what = Text::from("the choice is “").and(author(&choice.words)).and("”");
        Some((what, cite!(choice.change), more))
    });
    let found = inputs.chain(choices).filter(|(_, _, more)| more.title.is_some());
    let size = |more: &MovesMore| more.change.value.abs();
    let (what, shown, most) = found.reduce(|a, b| if size(&b.2) > size(&a.2) { b } else { a })?;
    let text = Text::from("Another outcome moves more: “")
        .and(author(&most.of))
        .and("” by ")
        .and(signed_points(&cite!(most.change.value)))
        .and(" points (± ")
        .and(half(&cite!(most.change)))
        .and(") when ")
        .then(what)
        .and(", “")
        .and(author(&drivers.of))
        .and("” by ")
        .and(signed_points(&cite!(shown.value)))
        .and(" (--of ")
        .and(author(&most.of))
        .and(").");
    Some(Section::new("elsewhere", Text::new(), vec![Part::Paragraph(text)]))
}
