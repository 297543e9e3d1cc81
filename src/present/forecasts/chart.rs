//! One issue as a drawing: who wants what, and the forecasts on the same scale.

use crate::present::scale::{Figure, Line, Scale, Tick};
use crate::solution::forecasts::{
    ChallengeOpinion, ChallengeRules, ElectionOpinion, IssueOpinions, Opinions, PositionTable,
    Round, SpatialRules,
    accuracy::{DEU_ALL, DEU_TEST},
};
use crate::text::number::short;

use super::accuracy::{against_mean, of_mean};
use super::words::{self, Digits};

const FORECAST: char = '◆';
const WINNER: char = '◇';
const ACTOR: char = '●';
/// Columns of capability and salience, in which a forecast has its error.
pub(super) const BEHIND: usize = 19;
const NOT_KNOWN: &str = "–";

/// How to read the marks.
pub(super) const LEGEND: &str = "◆ forecast; of an election its mean, of the challenge model the \
    median after the last round. ◇ position most likely to win. ─ where the median was in the \
    rounds before, or all positions that tie. * two marks in one place. EU error: mean error of the \
    weighted mean on decisions of the European Union, in points of 100, and how much more or less \
    the others have; – not known.";

/// The drawing of one issue, and for every opinion without an answer its name and reason.
pub(super) fn chart(
    table: &PositionTable,
    opinions: &Opinions,
    issue: usize,
    ticks: &[Tick],
) -> (String, Vec<(String, String)>) {
    let scale = &table.issues()[issue];
    let digits = Digits::of(table, issue);
    let shown = |at: f64| (at, digits.show(at));
    let mut lines = actors(table, issue);
    let (forecasts, unanswered) = forecast_lines(table, opinions, issue, BEHIND);
    lines.extend(forecasts);
    let (low, high) = (shown(scale.low), shown(scale.high));
    (Scale { low, high, ticks: ticks.to_vec(), lines }.draw(), unanswered)
}

/// The forecasts as lines of a drawing, their errors in so many columns, and for every opinion
/// without an answer its name and reason.
pub(in crate::present) fn forecast_lines(
    table: &PositionTable,
    opinions: &Opinions,
    issue: usize,
    behind: usize,
) -> (Vec<Line>, Vec<(String, String)>) {
    let heading = Line::heading("Forecasts", format!("at {:>behind$}", "EU error"));
    let digits = Digits::of(table, issue);
    let mut sheet = Sheet { digits, behind, lines: vec![heading], unanswered: Vec::new() };
    sheet.fill(&opinions.issues[issue]);
    for opinion in &opinions.together {
        let name = words::name(opinion, &opinions.together);
        sheet.election(&format!("all issues, {name}"), opinion, issue, None);
    }
    (sheet.lines, sheet.unanswered)
}

/// The actors in the order of their positions, and of the table where those are equal.
fn actors(table: &PositionTable, issue: usize) -> Vec<Line> {
    let digits = Digits::of(table, issue);
    let mut order: Vec<_> = table.actors().iter().collect();
    order.sort_by(|a, b| a.positions[issue].total_cmp(&b.positions[issue]));
    let mut lines =
        vec![Line::heading("Positions", format!("at {:>10} {:>8}", "capability", "salience"))];
    for actor in order {
        let at = actor.positions[issue];
        let figures = vec![Figure::Mark { at, sign: ACTOR }];
        let numbers = format!(
            "{} {:>10} {:>8.2}",
            digits.show(at),
            short(actor.capability),
            actor.saliences[issue]
        );
        lines.push(Line::row(&actor.name, figures, numbers));
    }
    lines
}

/// The lines of a drawing under way.
struct Sheet {
    digits: Digits,
    behind: usize,
    lines: Vec<Line>,
    unanswered: Vec<(String, String)>,
}

impl Sheet {
    fn fill(&mut self, opinions: &IssueOpinions) {
        match &opinions.compromise {
            Ok(mean) => {
                let error = of_mean().map_or(NOT_KNOWN.to_owned(), |error| format!("{error:.1}"));
                self.line("weighted mean", Vec::new(), *mean, &error);
            }
            Err(error) => self.refuse("weighted mean", &error.to_string()),
        }
        let error = against_mean(DEU_ALL, "median actor");
        match opinions.median {
            Ok(median) if median.is_unique() => {
                self.forecast("weighted median", Vec::new(), median.point(), error);
            }
            Ok(median) => {
                let tie = Figure::Band { from: median.low, to: median.high, sign: '─' };
                self.forecast("weighted median (a tie)", vec![tie], median.point(), error);
            }
            Err(ref error) => self.refuse("weighted median", &error.to_string()),
        }
        for opinion in &opinions.elections {
            let name = words::name(opinion, &opinions.elections);
            // The election that was tested is KTAB's default.
            let tested = opinion.rules == SpatialRules::default();
            let error = tested.then(|| against_mean(DEU_TEST, "probabilistic Condorcet")).flatten();
            self.election(&format!("election, {name}"), opinion, 0, error);
        }
        for opinion in &opinions.challenges {
            self.challenge(opinion);
        }
    }

    /// `issue` is counted in the election's own table.
    fn election(
        &mut self,
        label: &str,
        opinion: &ElectionOpinion,
        issue: usize,
        error: Option<f64>,
    ) {
        match &opinion.answer {
            Ok(election) => {
                let winners = election.leaders().into_iter().map(|option| Figure::Mark {
                    at: election.options[option][issue],
                    sign: WINNER,
                });
                self.forecast(label, winners.collect(), election.mean(issue), error);
            }
            Err(error) => self.refuse(label, &error.to_string()),
        }
    }

    fn challenge(&mut self, opinion: &ChallengeOpinion) {
        let label = format!("challenge {}", opinion.rules);
        let tested = opinion.rules == ChallengeRules::scholz_paper();
        let error = tested.then(|| against_mean(DEU_ALL, "challenge, as in the paper")).flatten();
        match &opinion.answer {
            Ok(rounds) => {
                let medians: Vec<f64> = rounds.iter().skip(1).map(middle).collect();
                let low = medians.iter().copied().fold(f64::INFINITY, f64::min);
                let high = medians.iter().copied().fold(f64::NEG_INFINITY, f64::max);
                let mut way = Vec::new();
                if low < high {
                    way.push(Figure::Band { from: low, to: high, sign: '─' });
                }
                match rounds.last().map(middle) {
                    Some(last) => self.forecast(&label, way, last, error),
                    None => self.refuse(&label, "no round was played"),
                }
            }
            Err(error) => self.refuse(&label, &error.to_string()),
        }
    }

    /// `error` is how much larger than the weighted mean's this one's was.
    fn forecast(&mut self, label: &str, figures: Vec<Figure>, at: f64, error: Option<f64>) {
        let error = match error {
            Some(more) if more < 0.0 => format!("−{:.1}", -more),
            Some(more) => format!("+{more:.1}"),
            None => NOT_KNOWN.to_owned(),
        };
        self.line(label, figures, at, &error);
    }

    fn line(&mut self, label: &str, mut figures: Vec<Figure>, at: f64, error: &str) {
        figures.push(Figure::Mark { at, sign: FORECAST });
        let numbers = format!("{} {error:>behind$}", self.digits.show(at), behind = self.behind);
        self.lines.push(Line::row(label, figures, numbers));
    }

    fn refuse(&mut self, label: &str, reason: &str) {
        self.lines.push(Line::row(label, Vec::new(), "no answer"));
        self.unanswered.push((label.to_owned(), reason.to_owned()));
    }
}

fn middle(round: &Round) -> f64 {
    round.median.point()
}
