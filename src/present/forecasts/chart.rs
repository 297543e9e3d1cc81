//! One issue as a drawing: who wants what, and the forecasts on the same scale.

use crate::present::number::short;
use crate::present::scale::{Figure, Line, Scale, Tick};
use crate::solution::forecasts::{
    ChallengeOpinion, ElectionOpinion, IssueOpinions, Opinions, PositionTable, Round,
};

use super::words::{self, position};

const FORECAST: char = '◆';
const WINNER: char = '◇';
const ACTOR: char = '●';

/// How to read the marks.
pub(super) const LEGEND: &str = "◆ forecast; of an election its mean, of the challenge model the \
    median after the last round. ◇ position most likely to win. ─ where the median was in the \
    rounds before, or all positions that tie. * two marks in one place.";

/// The drawing of one issue, and for every opinion without an answer its name and reason.
pub(super) fn chart(
    table: &PositionTable,
    opinions: &Opinions,
    issue: usize,
    ticks: &[Tick],
) -> (String, Vec<(String, String)>) {
    let scale = &table.issues()[issue];
    let shown = |at: f64| (at, position(scale, at));
    let mut sheet = Sheet { scale, lines: actors(table, issue), unanswered: Vec::new() };
    sheet.lines.push(Line::heading("Forecasts", ""));
    sheet.fill(&opinions.issues[issue]);
    for opinion in &opinions.together {
        let name = words::name(opinion, &opinions.together);
        sheet.election(&format!("all issues, {name}"), opinion, issue);
    }
    let (low, high) = (shown(scale.low), shown(scale.high));
    let Sheet { lines, unanswered, .. } = sheet;
    (Scale { low, high, ticks: ticks.to_vec(), lines }.draw(), unanswered)
}

/// The actors in the order of their positions, and of the table where those are equal.
fn actors(table: &PositionTable, issue: usize) -> Vec<Line> {
    let scale = &table.issues()[issue];
    let mut order: Vec<_> = table.actors().iter().collect();
    order.sort_by(|a, b| a.positions[issue].total_cmp(&b.positions[issue]));
    let mut lines = vec![Line::heading("Positions", "at  power  salience")];
    for actor in order {
        let at = actor.positions[issue];
        let figures = vec![Figure::Mark { at, sign: ACTOR }];
        let numbers = format!(
            "{} {:>6} {:>9.2}",
            position(scale, at),
            short(actor.capability),
            actor.saliences[issue]
        );
        lines.push(Line::row(&actor.name, figures, numbers));
    }
    lines
}

/// The lines of a drawing under way.
struct Sheet<'a> {
    scale: &'a crate::solution::forecasts::Scale,
    lines: Vec<Line>,
    unanswered: Vec<(String, String)>,
}

impl Sheet<'_> {
    fn fill(&mut self, opinions: &IssueOpinions) {
        match &opinions.compromise {
            Ok(mean) => self.forecast("weighted mean", Vec::new(), *mean),
            Err(error) => self.refuse("weighted mean", &error.to_string()),
        }
        match opinions.median {
            Ok(median) if median.is_unique() => {
                self.forecast("weighted median", Vec::new(), median.point());
            }
            Ok(median) => {
                let tie = Figure::Band { from: median.low, to: median.high, sign: '─' };
                self.forecast("weighted median (a tie)", vec![tie], median.point());
            }
            Err(ref error) => self.refuse("weighted median", &error.to_string()),
        }
        for opinion in &opinions.elections {
            let name = words::name(opinion, &opinions.elections);
            self.election(&format!("election, {name}"), opinion, 0);
        }
        for opinion in &opinions.challenges {
            self.challenge(opinion);
        }
    }

    /// `issue` is counted in the election's own table.
    fn election(&mut self, label: &str, opinion: &ElectionOpinion, issue: usize) {
        match &opinion.answer {
            Ok(election) => {
                let winners = election.leaders().into_iter().map(|option| Figure::Mark {
                    at: election.options[option][issue],
                    sign: WINNER,
                });
                self.forecast(label, winners.collect(), election.mean(issue));
            }
            Err(error) => self.refuse(label, &error.to_string()),
        }
    }

    fn challenge(&mut self, opinion: &ChallengeOpinion) {
        let label = format!("challenge, {}", opinion.rules);
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
                    Some(last) => self.forecast(&label, way, last),
                    None => self.refuse(&label, "no round was played"),
                }
            }
            Err(error) => self.refuse(&label, &error.to_string()),
        }
    }

    fn forecast(&mut self, label: &str, mut figures: Vec<Figure>, at: f64) {
        figures.push(Figure::Mark { at, sign: FORECAST });
        // Under the column of positions, which power and salience follow.
        let number = format!("{}{:17}", position(self.scale, at), "");
        self.lines.push(Line::row(label, figures, number));
    }

    fn refuse(&mut self, label: &str, reason: &str) {
        self.lines.push(Line::row(label, Vec::new(), "no answer"));
        self.unanswered.push((label.to_owned(), reason.to_owned()));
    }
}

fn middle(round: &Round) -> f64 {
    round.median.point()
}
