//! What the model says of cases whose end is known, and how little that proves.

use crate::analysis::backtest::Reference;
use crate::charts::{Interval, Reliability, ReliabilityBin};
use crate::document::{Illustration, Inline, Number, Part, Section, Table, Text, author};
use crate::present::backtest::words::{self, cited, saved_within, score, signed, within};
use crate::present::outcomes::asked;
use crate::present::report::{ReportView, odds};
use crate::results::backtest::{Backtest, Factors, Recalibrated, ScoredQuestion};
use crate::results::{Cited, Resampled, cite};

/// Cases from which on a back-test may prove something.
const ENOUGH: u64 = 30;

pub(super) fn section(view: &ReportView<'_>) -> Option<Section> {
    let report = &view.report;
    let tested = cite!(report.backtest).some()?;
    let backtest = &cite!(tested.result);
    let mut parts = vec![Part::Lead(lead(backtest)), Part::Paragraph(verdict(backtest))];
    parts.push(Part::Heading(Text::from("Against whoever has no model")));
    parts.push(Part::Table(scores(backtest)));
    parts.push(Part::Note(Text::from(
        "Brier score: the mean square of odds less outcome, which is one for yes and zero for no; the lower \
         the better. Log score: minus the logarithm of the odds of what happened, which count as one in a \
         hundred at least. Saved: the score of that answer less the model’s on the same questions, positive \
         where the model is better, with an interval that draws whole cases. The set’s share of yes knows the \
         outcomes.",
    )));
    parts.push(Part::Heading(Text::from("Do odds come true as often as they say?")));
    parts.push(reliability(backtest).into());
    parts.push(Part::Paragraph(parts_of_the_score(backtest)));
    parts.push(Part::Heading(Text::from("Is a yes told from a no?")));
    parts.push(Part::Table(told(backtest)));
    parts.push(Part::Note(Text::from(
        "Told apart: the chance that a question answered yes was given higher odds than one answered no; one \
         half is none, one is perfect. By chance: how often odds that say nothing would tell them apart as \
         well; at best: the same for perfect odds of so few questions. All questions together count those of \
         one case as independent, which they are not.",
    )));
    let rest = vec![Part::Table(questions(backtest))];
    parts.push(Part::Folded { title: Text::from("Every question with its outcome"), parts: rest });
    if let Some(found) = cite!(backtest.recalibration).some() {
        let title = Text::from("What choosing the model’s constants on the other cases would do");
        parts.push(Part::Folded { title, parts: left_out(&found) });
    }
    Some(Section::new("backtest", "Should anyone believe it?", parts))
}

/// Who a reference is, in running text.
fn who(reference: Reference) -> &'static str {
    match reference {
        Reference::Half => "always one half",
        other => words::reference(other),
    }
}

fn count(value: &Cited<'_, u64>) -> Number {
    Number::count(value)
}

fn lead(backtest: &Cited<'_, Backtest>) -> Text {
    let brier = cite!(backtest.brier);
    Text::from("Played on ")
        .and(count(&cite!(backtest.counts.cases)))
        .and(" cases whose end is known, with ")
        .and(count(&cite!(backtest.counts.questions)))
        .and(" questions, the model has a Brier score of ")
        .and(Inline::Strong(Text::from(cited(score, &cite!(brier.value)))))
        .then(within(&brier, score))
        .and(". Whoever always says one half has a quarter.")
}

fn verdict(backtest: &Backtest) -> Text {
    let cases = backtest.counts.cases;
    let mut text = Text::new();
    if cases < ENOUGH {
        text = text
            .and("So few cases prove little: ")
            .and("whether what is given seven in ten comes true seven times in ten cannot be said at all. ");
    }
    text.and(
        "Cases are coded by people who know the end, and score well for that reason alone. zopa stays \
         uncalibrated.",
    )
}

fn scores(backtest: &Cited<'_, Backtest>) -> Table {
    let columns = ["Who answers", "#Questions", "#Brier", "#Saved", "#Log", "#Saved"];
    let mut table = Table::new(Text::new(), &columns);
    let value = |mean: Cited<'_, Resampled>| Text::from(cited(score, &cite!(mean.value)));
    let gain = |mean: Cited<'_, Resampled>| saved_within(&mean);
    table.row([
        Text::from("the model"),
        Text::from(count(&cite!(backtest.counts.questions))),
        value(cite!(backtest.brier)),
        Text::new(),
        value(cite!(backtest.log)),
        Text::new(),
    ]);
    for other in cite!(backtest.references).each() {
        table.row([
            Text::from(who(other.id)),
            Text::from(count(&cite!(other.questions))),
            value(cite!(other.brier)),
            gain(cite!(other.brier_saved)),
            value(cite!(other.log)),
            gain(cite!(other.log_saved)),
        ]);
    }
    table
}

fn reliability(backtest: &Cited<'_, Backtest>) -> Illustration {
    let table = cite!(backtest.murphy.table);
    let bins = table.iter().map(|bin| {
        let frequency = bin.frequency;
        ReliabilityBin {
            forecast: bin.mean_odds,
            observed: Interval { value: frequency.value, low: frequency.low, high: frequency.high },
            count: bin.count,
        }
    });
    let chart = Reliability {
        id: "reliability".to_owned(),
        title: "Odds given against the share that came true".to_owned(),
        bins: bins.collect(),
    };
    Illustration::new(|width| chart.draw(width), [table.place()])
}

fn parts_of_the_score(backtest: &Cited<'_, Backtest>) -> Text {
    let part = |value: Cited<'_, f64>| cited(if *value < 0.0 { signed } else { score }, &value);
    Text::from("The Brier score is the distance of odds from frequencies, ")
        .and(part(cite!(backtest.murphy.reliability)))
        .and(" (none is best), less how far frequencies differ between the bins, ")
        .and(part(cite!(backtest.murphy.resolution)))
        .and(" (the more the better), plus how open the questions were, ")
        .and(part(cite!(backtest.murphy.uncertainty)))
        .and(", plus what the bins leave out, ")
        .and(part(cite!(backtest.murphy.within)))
        .and(".")
}

fn told(backtest: &Cited<'_, Backtest>) -> Table {
    let columns = ["Question", "#Yes", "#No", "#Told apart", "#By chance", "#At best"];
    let mut table = Table::new(Text::new(), &columns);
    for told in cite!(backtest.discrimination).each() {
        let name = told.id.as_deref().map_or(Text::from("all questions"), |id| author(id).into());
        let Some(found) = cite!(told.found).some() else {
            let same = Text::from("all the same answer");
            table.row([name, Text::new(), Text::new(), same, Text::new(), Text::new()]);
            continue;
        };
        let figure = |value: Cited<'_, f64>| cited(signed, &value);
        let share = |value: Cited<'_, f64>| Text::from(Number::share(&value));
        table.row([
            name,
            Text::from(count(&cite!(found.yes))),
            Text::from(count(&cite!(found.no))),
            Text::from(figure(cite!(found.auc.value)))
                .and(" (")
                .and(figure(cite!(found.auc.low)))
                .and("–")
                .and(figure(cite!(found.auc.high)))
                .and(")"),
            share(cite!(found.p)),
            share(cite!(found.least_p)),
        ]);
    }
    table
}

fn questions(backtest: &Cited<'_, Backtest>) -> Table {
    let columns = ["Question", "#Odds", "#Worlds", "~Was", "#Outside view", "#Brier", "#Log"];
    let mut table = Table::new(Text::new(), &columns);
    for case in cite!(backtest.cases).each() {
        for one in cite!(case.questions).each() {
            let text = asked(&one.text, one.by.as_deref());
            let name = Text::from(author(&case.scenario.title)).and(": ").and(author(&text));
            table.row(question(name, &one));
        }
    }
    table
}

fn question(name: Text, one: &Cited<'_, ScoredQuestion>) -> [Text; 7] {
    let outside = |rate: Cited<'_, f64>| Text::from(Number::share(&rate));
    [
        name,
        odds::with_interval(&cite!(one.estimate)),
        odds::worlds(&cite!(one.estimate)),
        Text::from(if one.outcome { "yes" } else { "no" }),
        cite!(one.base_rate).some().map_or(Text::from("–"), outside),
        Text::from(cited(score, &cite!(one.brier))),
        Text::from(cited(score, &cite!(one.log))),
    ]
}

fn left_out(found: &Cited<'_, Recalibrated>) -> Vec<Part> {
    let columns = [
        "Left out",
        "#Brier as it is",
        "#With those chosen",
        "#Tries ×",
        "#Resolve ×",
        "#Durability ×",
    ];
    let mut table = Table::new(Text::new(), &columns);
    let brier = |value: Cited<'_, f64>| Text::from(cited(score, &value));
    for one in cite!(found.left_out).each() {
        let [tries, readiness, durability] = factors(&cite!(one.chosen));
        table.row([
            Text::from(author(&one.case.title)),
            brier(cite!(one.as_it_is)),
            brier(cite!(one.with_chosen)),
            tries,
            readiness,
            durability,
        ]);
    }
    let [tries, readiness, durability] = factors(&cite!(found.best));
    table.row([
        Text::from("all questions; on the right, the best of all with hindsight"),
        brier(cite!(found.as_it_is)),
        brier(cite!(found.left_out_score)),
        tries,
        readiness,
        durability,
    ]);
    let note = Text::from(
        "For each case the rate of tries, the noise of readiness and the scale of durability are chosen that score \
         best on the other cases; no position moves. The model’s constants stay as they are.",
    );
    vec![Part::Table(table), Part::Note(note)]
}

fn factors(setting: &Cited<'_, Factors>) -> [Text; 3] {
    let factor = |value: Cited<'_, f64>| Text::from(Number::plain(&value));
    [
        factor(cite!(setting.text_rate)),
        factor(cite!(setting.readiness)),
        factor(cite!(setting.durability_scale)),
    ]
}
