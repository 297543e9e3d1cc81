//! Every chart with the least that shows all its parts.

use zopa::charts::{
    Anchor, Blocker, Blockers, Chain, ChainLink, Concessions, Curve, CurvePoint, Difference,
    Differences, Figure, Histogram, Interval, Level, Offers, Opinion, Opinions, OptionShare,
    OptionShares, Pareto, ParetoPath, ParetoPoint, ParetoStep, PartyValue, PriorShape, PriorSketch,
    Quantiles, Question, Questions, Range, Reliability, ReliabilityBin, Study, StudyPoint,
    StudySeries, Survival, Swing, Terms, TermsParty, Tornado, Unit, Values, VarianceShare,
    VarianceShares, When,
};

fn text(words: &str) -> String {
    words.to_owned()
}

fn interval(value: f64, half: f64) -> Interval {
    Interval { value, low: value - half, high: value + half }
}

fn range(low: f64, high: f64) -> Range {
    Range { low, high }
}

/// Name and drawing of every chart at a width.
pub(super) fn all(width: f64) -> Vec<(&'static str, Figure)> {
    vec![
        ("chain", chain().draw(width)),
        ("questions", questions().draw(width)),
        ("when", when().draw(width)),
        ("terms", terms().draw(width)),
        ("options", options().draw(width)),
        ("blockers", blockers().draw(width)),
        ("survival", survival().draw(width)),
        ("values", values().draw(width)),
        ("pareto", pareto().draw(width)),
        ("tornado", tornado().draw(width)),
        ("shares", shares().draw(width)),
        ("prior", prior().draw(96.0)),
        ("opinions", opinions().draw(width)),
        ("differences", differences().draw(width)),
        ("reliability", reliability().draw(width)),
        ("study", study().draw(width)),
        ("study-words", study_of_words().draw(width)),
        ("histogram", histogram().draw(width)),
        ("concessions", concessions().draw(width)),
    ]
}

pub(super) fn chain() -> Chain {
    let link = |label: &str, value, given| ChainLink {
        label: text(label),
        odds: interval(value, 0.01),
        worlds: Some(range(value / 2.0, value * 1.2)),
        given,
    };
    Chain {
        id: text("chain"),
        title: text("From talks to a deal"),
        links: vec![link("common ground", 0.4, None), link("signed", 0.1, Some(0.25))],
    }
}

fn questions() -> Questions {
    let row = Question {
        text: text("Leaders meet by 31 Dec 2025"),
        odds: interval(0.22, 0.003),
        worlds: Some(range(0.15, 0.3)),
        outside: Some(0.12),
        pooled: Some(0.16),
        words: text("unlikely"),
    };
    let bare = Question {
        text: text("A deal"),
        odds: interval(0.5, 0.01),
        worlds: None,
        outside: None,
        pooled: None,
        words: text("roughly even"),
    };
    Questions { id: text("questions"), title: text("What are the odds?"), rows: vec![row, bare] }
}

fn curve(name: &str, points: &[(f64, f64)]) -> Curve {
    let point = |&(at, value): &(f64, f64)| CurvePoint {
        at,
        value,
        band: Some(range(value * 0.5, (value * 1.5).min(1.0))),
    };
    Curve { name: text(name), points: points.iter().map(point).collect() }
}

fn when() -> When {
    When {
        id: text("when"),
        title: text("When?"),
        axis: text("months after 18 August 2025"),
        axis_title: text("months after 18 August 2025"),
        ticks: vec![],
        series: vec![
            curve("ceasefire", &[(0.0, 0.0), (6.0, 0.1), (12.0, 0.15)]),
            curve("deal", &[(0.0, 0.0), (6.0, 0.05), (12.0, 0.14)]),
        ],
    }
}

fn anchors() -> Vec<Anchor> {
    [(0.0, "none"), (50.0, "freeze on today's line"), (100.0, "all")]
        .map(|(at, words)| Anchor { at, text: text(words) })
        .to_vec()
}

fn signed() -> Quantiles {
    Quantiles { p05: 50.0, p25: 56.0, p50: 59.0, p75: 62.0, p95: 70.0 }
}

fn terms() -> Terms {
    let party = |name: &str, opening, limit| TermsParty {
        name: text(name),
        opening: Some(interval(opening, 4.0)),
        limit: Some(interval(limit, 8.0)),
    };
    Terms {
        id: text("terms"),
        title: text("Territory"),
        scale: range(0.0, 100.0),
        anchors: anchors(),
        parties: vec![party("Russia", 95.0, 58.0), party("Ukraine", 10.0, 64.0)],
        zone: Some(range(58.0, 64.0)),
        signed: Some(signed()),
    }
}

fn options() -> OptionShares {
    let row = |option: &str, share, note: &str| OptionShare {
        option: text(option),
        share,
        note: text(note),
    };
    OptionShares {
        id: text("options"),
        title: text("The pilot"),
        rows: vec![row("joint pilot", 0.7, "wanted by the port"), row("none", 0.3, "")],
    }
}

fn blockers() -> Blockers {
    let parts = vec![(text("Russia on guarantees"), 0.18), (text("Ukraine on status"), 0.05)];
    Blockers {
        id: text("blockers"),
        title: text("Why not"),
        families: vec![
            Blocker { label: text("no package that all would sign"), share: 0.51, parts },
            Blocker { label: text("time ran out"), share: 0.02, parts: vec![] },
        ],
    }
}

fn survival() -> Survival {
    Survival {
        id: text("survival"),
        title: text("Will it last?"),
        axis: text("months after signing"),
        marks: vec![(12.0, text("1 year")), (24.0, text("2 years"))],
        curves: vec![curve("all deals", &[(0.0, 1.0), (12.0, 0.7), (24.0, 0.5)])],
    }
}

fn values() -> Values {
    let row = |party: &str, deal, outside| PartyValue {
        party: text(party),
        deal,
        outside: Some(outside),
        deal_range: deal.map(|deal| range(deal - 0.1, deal + 0.1)),
        outside_range: None,
    };
    Values {
        id: text("values"),
        title: text("Who gets what"),
        rows: vec![row("Russia", Some(0.53), 0.59), row("Ukraine", None, 0.32)],
    }
}

fn pareto() -> Pareto {
    let point = |name: &str, at| ParetoPoint { name: text(name), at };
    Pareto {
        id: text("pareto"),
        title: text("What both could get"),
        across: text("Russia"),
        upright: text("Ukraine"),
        unit: Unit::Value,
        frontier: [((0.4, 0.8), false), ((0.6, 0.6), false), ((0.8, 0.3), true)]
            .map(|(at, after_gap)| ParetoStep { at, after_gap })
            .into(),
        points: vec![point("outside option", (0.5, 0.3)), point("Nash", (0.62, 0.58))],
        paths: vec![ParetoPath { name: text("Russia"), points: vec![(0.75, 0.35), (0.65, 0.5)] }],
        cloud: vec![],
    }
}

fn tornado() -> Tornado {
    let swing = |label: &str, low, high| Swing {
        label: text(label),
        low,
        high,
        low_input: text("2%"),
        high_input: text("9%"),
    };
    Tornado {
        id: text("tornado"),
        title: text("What it hangs on"),
        outcome: text("odds that a deal is signed"),
        unit: Unit::Share,
        baseline: 0.09,
        swings: vec![swing("What the war costs", 0.04, 0.16), swing("Red line", 0.1, 0.12)],
    }
}

fn shares() -> VarianceShares {
    VarianceShares {
        id: text("shares"),
        title: text("What the spread hangs on"),
        rows: vec![VarianceShare {
            label: text("What the war costs"),
            share: 0.16,
            interval: Some(range(0.1, 0.22)),
            direction: text("higher, more likely"),
        }],
    }
}

fn prior() -> PriorSketch {
    PriorSketch {
        id: text("prior"),
        title: text("triangular from 20 to 60"),
        shape: PriorShape::Quantiles(vec![
            (0.0, 20.0),
            (0.25, 33.0),
            (0.5, 39.0),
            (0.75, 45.0),
            (1.0, 60.0),
        ]),
        range: Some((0.0, 100.0)),
    }
}

fn opinions() -> Opinions {
    let row = |name: &str, at, range| Opinion { name: text(name), at, range, note: text("") };
    Opinions {
        id: text("opinions"),
        title: text("Second opinions"),
        scale: range(0.0, 100.0),
        anchors: anchors(),
        signed: Some(signed()),
        rows: vec![
            row("weighted median", Some(60.0), Some(range(55.0, 65.0))),
            row("challenge", None, None),
        ],
    }
}

fn differences() -> Differences {
    let row = |label: &str, value, half| Difference {
        label: text(label),
        difference: interval(value, half),
        note: text("9.0% → 13%"),
    };
    Differences {
        id: text("differences"),
        title: text("What it changes"),
        unit: Unit::Points,
        lower: text("less likely"),
        higher: text("more likely"),
        rows: vec![row("signed", 0.041, 0.004), row("ratified", -0.003, 0.004)],
    }
}

fn reliability() -> Reliability {
    let bin = |forecast, share, half, count| ReliabilityBin {
        forecast,
        observed: interval(share, half),
        count,
    };
    Reliability {
        id: text("reliability"),
        title: text("Were such odds right?"),
        bins: vec![bin(0.1, 0.15, 0.1, 1200), bin(0.7, 0.65, 0.2, 14)],
    }
}

fn study() -> Study {
    let series = |name: &str, slope: f64| StudySeries {
        name: text(name),
        points: [0.0, 1.0]
            .map(|at| StudyPoint {
                at: Level::Number(at),
                outcome: interval(0.1 + slope * at, 0.02),
            })
            .to_vec(),
    };
    Study {
        id: text("study"),
        title: text("What a backstop buys"),
        factor: text("strength of the pledge"),
        outcome: text("odds of a deal"),
        unit: Unit::Share,
        series: vec![series("with pressure", 0.2), series("without", 0.05)],
    }
}

fn study_of_words() -> Study {
    let mut study = study();
    study.id = text("study-words");
    for series in &mut study.series {
        for (point, word) in series.points.iter_mut().zip(["as it is", "pressure"]) {
            point.at = Level::Word(text(word));
        }
    }
    study
}

fn histogram() -> Histogram {
    Histogram {
        id: text("histogram"),
        title: text("How the groups did"),
        axis: text("points of both sides"),
        counted: text("groups"),
        unit: Unit::Number,
        values: vec![81.0, 95.0, 96.0, 110.0],
        within: None,
        marks: vec![(96.0, text("your group"))],
    }
}

fn concessions() -> Concessions {
    let offers =
        |name: &str, offers: &[(f64, f64)]| Offers { name: text(name), offers: offers.to_vec() };
    Concessions {
        id: text("concessions"),
        title: text("Who moved"),
        axis: text("round"),
        value: text("value to whoever offers"),
        unit: Unit::Number,
        parties: vec![
            offers("the Mayor", &[(1.0, 95.0), (2.0, 70.0), (3.0, 62.0)]),
            offers("the Company", &[(1.0, 90.0), (2.0, 85.0), (3.0, 60.0)]),
        ],
        deal: Some(3.0),
    }
}
