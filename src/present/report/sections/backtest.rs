//! What the model says of cases whose end is known, and how little that proves.

use crate::analysis::backtest::{Backtest, MeanScore, Recalibration, Reference, Scored, Setting};
use crate::present::backtest::BacktestView;
use crate::present::backtest::words::{self, saved, score, signed};
use crate::present::briefing::{Illustration, Inline, Number, Part, Section, Table, Text, author};
use crate::present::report::{ReportView, odds};
use crate::present::svg::{Interval, Reliability, ReliabilityBin};
use crate::present::terminal::with_date;

/// Cases from which on a back-test may prove something.
const ENOUGH: usize = 30;

pub(super) fn section(view: &ReportView<'_>) -> Option<Section> {
    let tested = view.backtest?;
    let backtest = tested.backtest;
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
    let rest = vec![Part::Table(questions(tested))];
    parts.push(Part::Folded { title: Text::from("Every question with its outcome"), parts: rest });
    if let Some(found) = &backtest.recalibration {
        let title = Text::from("What choosing the model’s constants on the other cases would do");
        parts.push(Part::Folded { title, parts: left_out(backtest, found) });
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

fn number(shown: String, value: f64, at: impl Into<String>) -> Number {
    Number { shown, value, at: at.into() }
}

fn lead(backtest: &Backtest) -> Text {
    let count = |count: usize, at: &str| Number::count(count as u64, at);
    let brier = &backtest.brier;
    Text::from("Played on ")
        .and(count(backtest.cases.len(), "/backtest/counts/cases"))
        .and(" cases whose end is known, with ")
        .and(count(backtest.questions().count(), "/backtest/counts/questions"))
        .and(" questions, the model has a Brier score of ")
        .and(Inline::Strong(Text::from(number(
            score(brier.value),
            brier.value,
            "/backtest/brier/value",
        ))))
        .then(within(brier, "/backtest/brier", score))
        .and(". Whoever always says one half has a quarter.")
}

/// The interval of a mean in brackets, where there is one.
fn within(score: &MeanScore, at: &str, shown: impl Fn(f64) -> String) -> Text {
    let Some((low, high)) = score.interval else { return Text::new() };
    Text::from(" (")
        .and(number(shown(low), low, format!("{at}/interval/0")))
        .and(" to ")
        .and(number(shown(high), high, format!("{at}/interval/1")))
        .and(")")
}

fn verdict(backtest: &Backtest) -> Text {
    let cases = backtest.cases.len();
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

fn scores(backtest: &Backtest) -> Table {
    let columns = ["Who answers", "#Questions", "#Brier", "#Saved", "#Log", "#Saved"];
    let mut table = Table::new(Text::new(), &columns);
    let count = backtest.questions().count();
    let value = |score_of: &MeanScore, at: String| {
        Text::from(number(score(score_of.value), score_of.value, format!("{at}/value")))
    };
    table.row([
        Text::from("the model"),
        Text::from(Number::count(count as u64, "/backtest/counts/questions")),
        value(&backtest.brier, "/backtest/brier".to_owned()),
        Text::new(),
        value(&backtest.log, "/backtest/log".to_owned()),
        Text::new(),
    ]);
    for (index, other) in backtest.references.iter().enumerate() {
        let at = format!("/backtest/references/{index}");
        let gain = |what: &MeanScore, key: &str| {
            let at = format!("{at}/{key}");
            Text::from(number(saved(what), what.value, format!("{at}/value")))
                .then(within(what, &at, signed))
        };
        table.row([
            Text::from(who(other.reference)),
            Text::from(Number::count(other.questions as u64, format!("{at}/questions"))),
            value(&other.brier, format!("{at}/brier")),
            gain(&other.brier_saved, "brier_saved"),
            value(&other.log, format!("{at}/log")),
            gain(&other.log_saved, "log_saved"),
        ]);
    }
    table
}

fn reliability(backtest: &Backtest) -> Illustration {
    let bins = backtest.murphy.bins.iter().map(|bin| {
        let (low, high) = bin.interval();
        ReliabilityBin {
            forecast: bin.mean_odds,
            observed: Interval { value: bin.frequency(), low, high },
            count: bin.count as u64,
        }
    });
    let chart = Reliability {
        id: "reliability".to_owned(),
        title: "Odds given against the share that came true".to_owned(),
        bins: bins.collect(),
    };
    Illustration::new(|width| chart.draw(width), ["/backtest/murphy/table".to_owned()])
}

fn parts_of_the_score(backtest: &Backtest) -> Text {
    let murphy = &backtest.murphy;
    let part = |value: f64, key: &str| {
        let shown = if value < 0.0 { signed(value) } else { score(value) };
        number(shown, value, format!("/backtest/murphy/{key}"))
    };
    Text::from("The Brier score is the distance of odds from frequencies, ")
        .and(part(murphy.reliability, "reliability"))
        .and(" (none is best), less how far frequencies differ between the bins, ")
        .and(part(murphy.resolution, "resolution"))
        .and(" (the more the better), plus how open the questions were, ")
        .and(part(murphy.uncertainty, "uncertainty"))
        .and(", plus what the bins leave out, ")
        .and(part(murphy.within, "within"))
        .and(".")
}

fn told(backtest: &Backtest) -> Table {
    let columns = ["Question", "#Yes", "#No", "#Told apart", "#By chance", "#At best"];
    let mut table = Table::new(Text::new(), &columns);
    for (index, told) in backtest.told.iter().enumerate() {
        let at = format!("/backtest/discrimination/{index}/found");
        let name = told.id.as_deref().map_or(Text::from("all questions"), |id| author(id).into());
        let Some(found) = &told.found else {
            let same = Text::from("all the same answer");
            table.row([name, Text::new(), Text::new(), same, Text::new(), Text::new()]);
            continue;
        };
        let figure = |value: f64, key: &str| number(signed(value), value, format!("{at}/{key}"));
        table.row([
            name,
            Text::from(Number::count(found.yes as u64, format!("{at}/yes"))),
            Text::from(Number::count(found.no as u64, format!("{at}/no"))),
            Text::from(figure(found.auc, "auc"))
                .and(" (")
                .and(figure(found.low, "low"))
                .and("–")
                .and(figure(found.high, "high"))
                .and(")"),
            Text::from(Number::share(found.p, format!("{at}/p"))),
            Text::from(Number::share(found.least_p, format!("{at}/least_p"))),
        ]);
    }
    table
}

fn questions(tested: BacktestView<'_>) -> Table {
    let columns = ["Question", "#Odds", "#Worlds", "~Was", "#Outside view", "#Brier", "#Log"];
    let mut table = Table::new(Text::new(), &columns);
    let cases = tested.backtest.cases.iter().zip(tested.scenarios).enumerate();
    for (number, (case, scenario)) in cases {
        for (index, one) in case.questions.iter().enumerate() {
            let at = format!("/backtest/cases/{number}/questions/{index}");
            let asked = with_date(&scenario.questions[one.question]);
            let name = Text::from(author(&case.title)).and(": ").and(author(&asked));
            table.row(question(name, one, &at));
        }
    }
    table
}

fn question(name: Text, one: &Scored, at: &str) -> [Text; 7] {
    let outside = |rate: f64| Text::from(Number::share(rate, format!("{at}/base_rate")));
    [
        name,
        odds::with_interval(&one.estimate, &format!("{at}/estimate")),
        odds::worlds(&one.estimate, &format!("{at}/estimate")),
        Text::from(if one.happened { "yes" } else { "no" }),
        one.base_rate.map_or(Text::from("–"), outside),
        Text::from(number(score(one.brier), one.brier, format!("{at}/brier"))),
        Text::from(number(score(one.log), one.log, format!("{at}/log"))),
    ]
}

fn left_out(backtest: &Backtest, found: &Recalibration) -> Vec<Part> {
    let columns = [
        "Left out",
        "#Brier as it is",
        "#With those chosen",
        "#Tries ×",
        "#Resolve ×",
        "#Durability ×",
    ];
    let mut table = Table::new(Text::new(), &columns);
    let brier = |value: f64, at: String| Text::from(number(score(value), value, at));
    for (index, one) in found.left_out.iter().enumerate() {
        let at = format!("/backtest/recalibration/left_out/{index}");
        let [tries, readiness, durability] = factors(one.chosen, &format!("{at}/chosen"));
        table.row([
            Text::from(author(&backtest.cases[one.case].title)),
            brier(one.as_it_is, format!("{at}/as_it_is")),
            brier(one.with_chosen, format!("{at}/with_chosen")),
            tries,
            readiness,
            durability,
        ]);
    }
    let at = "/backtest/recalibration";
    let [tries, readiness, durability] = factors(found.best, &format!("{at}/best"));
    table.row([
        Text::from("all questions; on the right, the best of all with hindsight"),
        brier(found.as_it_is, format!("{at}/as_it_is")),
        brier(found.left_out_score, format!("{at}/left_out_score")),
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

fn factors(setting: Setting, at: &str) -> [Text; 3] {
    let factor = |value: f64, key: &str| Text::from(Number::plain(value, format!("{at}/{key}")));
    [
        factor(setting.text_rate, "text_rate"),
        factor(setting.readiness, "readiness"),
        factor(setting.durability_scale, "durability_scale"),
    ]
}
