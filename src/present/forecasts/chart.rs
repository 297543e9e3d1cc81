//! One issue as a drawing: who wants what, and the forecasts on the same scale.

use super::accuracy::{against_mean, of_mean};
use super::words::{Digits, name, name_of_all};
use crate::document::{Figure, Line, Number, Scale, Text, author};
use crate::results::forecasts::{
    Challenge, Election, IssueForecasts, JointElection, PositionForecasts, Stand, WeightedMedian,
};
use crate::results::{Cited, cite};
use crate::solution::forecasts::accuracy::{DEU_ALL, DEU_TEST};
use crate::solution::forecasts::{ChallengeRules, SpatialRules};

const FORECAST: char = '◆';
const WINNER: char = '◇';
const ACTOR: char = '●';
const NOT_KNOWN: &str = "–";

/// How to read the marks.
pub(super) const LEGEND: &str = "◆ forecast; of an election its mean, of the challenge model the \
    median after the last round. ◇ position most likely to win. ─ where the median was in the \
    rounds before, or all positions that tie. * two marks in one place. EU error: mean error of the \
    weighted mean on decisions of the European Union, in points of 100, and how much more or less \
    the others have; – not known.";

/// The drawing of an issue of a table, and for every opinion without an answer that it has none.
pub(super) fn chart(
    all: &Cited<'_, PositionForecasts>,
    own: &Cited<'_, IssueForecasts>,
    issue: usize,
) -> (Scale, Vec<Text>) {
    let digits = Digits::of(own);
    let mut lines = actors(all, own);
    let mut forecasts = Forecasts::of(own, &["at", "", "EU error"]);
    let together = cite!(all.all_issues);
    for election in together.each() {
        forecasts.on_all_issues(&election, together.part(), issue);
    }
    lines.extend(forecasts.lines);
    let shown = |at: f64| (at, digits.show(at));
    let scale = Scale { low: shown(own.low), high: shown(own.high), ticks: Vec::new(), lines };
    (scale, forecasts.unanswered)
}

/// The actors in the order of their positions, and of the table where those are equal.
fn actors(all: &Cited<'_, PositionForecasts>, own: &Cited<'_, IssueForecasts>) -> Vec<Line> {
    let digits = Digits::of(own);
    let (powers, stands) = (cite!(all.actors), cite!(own.positions));
    let mut order: Vec<_> = powers.each().zip(stands.each()).collect();
    order.sort_by(|(_, a), (_, b)| a.position.total_cmp(&b.position));
    let mut lines = vec![Line::heading("Positions", &["at", "capability", "salience"])];
    for (power, stand) in order {
        let capability = Number::plain(&cite!(power.capability));
        lines.push(actor(&stand, capability, digits));
    }
    lines
}

fn actor(stand: &Cited<'_, Stand>, capability: Number, digits: Digits) -> Line {
    let figures = vec![Figure::Mark { at: stand.position, sign: ACTOR }];
    let numbers = [
        digits.number(&cite!(stand.position)),
        capability,
        Number::decimals(&cite!(stand.salience), 2),
    ];
    Line::row(author(&stand.actor), figures, numbers.map(Text::from))
}

/// The forecasts on an issue as lines of a drawing.
pub(in crate::present) struct Forecasts {
    /// A heading, and a line each.
    pub(in crate::present) lines: Vec<Line>,
    /// Which have no answer, and why.
    pub(in crate::present) unanswered: Vec<Text>,
    digits: Digits,
    /// Columns behind the scale: the forecast stands in the first and its error in the last.
    columns: usize,
}

impl Forecasts {
    /// All that are of this issue alone, under these headings.
    pub(in crate::present) fn of(own: &Cited<'_, IssueForecasts>, columns: &[&str]) -> Self {
        let mut sheet = Self {
            lines: vec![Line::heading("Forecasts", columns)],
            unanswered: Vec::new(),
            digits: Digits::of(own),
            columns: columns.len(),
        };
        match cite!(own.weighted_mean.value).some() {
            Some(mean) => {
                let error = of_mean().map_or(NOT_KNOWN.to_owned(), |error| format!("{error:.1}"));
                sheet.line("weighted mean", Vec::new(), &mean, error);
            }
            None => sheet.refuse("weighted mean", own.weighted_mean.reason.as_deref()),
        }
        sheet.median(&cite!(own.weighted_median));
        let elections = cite!(own.elections);
        for election in elections.each() {
            sheet.election(&election, elections.part());
        }
        for challenge in cite!(own.challenges).each() {
            sheet.challenge(&challenge);
        }
        sheet
    }

    fn median(&mut self, median: &Cited<'_, WeightedMedian>) {
        let error = against_mean(DEU_ALL, "median actor");
        let Some(value) = cite!(median.value).some() else {
            return self.refuse("weighted median", median.reason.as_deref());
        };
        match (median.tie, median.low.zip(median.high)) {
            (Some(true), Some((from, to))) => {
                let tie = Figure::Band { from, to, sign: '─' };
                self.forecast("weighted median (a tie)", vec![tie], &value, error);
            }
            _ => self.forecast("weighted median", Vec::new(), &value, error),
        }
    }

    fn election(&mut self, election: &Cited<'_, Election>, all: &[Election]) {
        let label = format!("election, {}", name(election, all));
        // The election that was tested is KTAB's default.
        let tested = election.name == SpatialRules::default().to_string();
        let error = tested.then(|| against_mean(DEU_TEST, "probabilistic Condorcet")).flatten();
        let Some(mean) = cite!(election.mean).some() else {
            return self.refuse(&label, election.reason.as_deref());
        };
        let winners = election.most_likely.iter().flatten();
        let winners = winners.map(|&at| Figure::Mark { at, sign: WINNER }).collect();
        self.forecast(&label, winners, &mean, error);
    }

    /// An election on all issues at once, as it is on this one.
    fn on_all_issues(
        &mut self,
        election: &Cited<'_, JointElection>,
        all: &[JointElection],
        issue: usize,
    ) {
        let label = format!("all issues, {}", name_of_all(election, all));
        let Some(mean) = cite!(election.mean).some() else {
            return self.refuse(&label, election.reason.as_deref());
        };
        let winners = election.most_likely.iter().flatten().filter_map(|won| won.get(issue));
        let winners = winners.map(|won| Figure::Mark { at: won.position, sign: WINNER }).collect();
        self.forecast(&label, winners, &cite!(mean[issue].position), None);
    }

    fn challenge(&mut self, challenge: &Cited<'_, Challenge>) {
        let label = format!("challenge {}", challenge.name);
        let tested = challenge.name == ChallengeRules::scholz_paper().to_string();
        let error = tested.then(|| against_mean(DEU_ALL, "challenge, as in the paper")).flatten();
        let Some(rounds) = cite!(challenge.rounds).some() else {
            return self.refuse(&label, challenge.reason.as_deref());
        };
        let medians = || rounds.iter().skip(1).map(|round| round.median);
        let from = medians().fold(f64::INFINITY, f64::min);
        let to = medians().fold(f64::NEG_INFINITY, f64::max);
        let way = (from < to).then_some(Figure::Band { from, to, sign: '─' });
        match rounds.each().last() {
            Some(last) => {
                self.forecast(&label, way.into_iter().collect(), &cite!(last.median), error);
            }
            None => self.refuse(&label, Some("no round was played")),
        }
    }

    /// `error` is how much larger than the weighted mean's this one's was.
    fn forecast(
        &mut self,
        label: &str,
        figures: Vec<Figure>,
        at: &Cited<'_, f64>,
        error: Option<f64>,
    ) {
        let error = match error {
            Some(more) if more < 0.0 => format!("−{:.1}", -more),
            Some(more) => format!("+{more:.1}"),
            None => NOT_KNOWN.to_owned(),
        };
        self.line(label, figures, at, error);
    }

    fn line(&mut self, label: &str, mut figures: Vec<Figure>, at: &Cited<'_, f64>, error: String) {
        figures.push(Figure::Mark { at: **at, sign: FORECAST });
        let between = self.columns.saturating_sub(2);
        let number = Text::from(self.digits.number(at));
        let blank = std::iter::repeat_n(Text::new(), between);
        let numbers = [number].into_iter().chain(blank).chain([Text::from(error)]);
        self.lines.push(Line::row(label, figures, numbers));
    }

    fn refuse(&mut self, label: &str, reason: Option<&str>) {
        let blank = std::iter::repeat_n(Text::new(), self.columns.saturating_sub(1));
        let numbers = blank.chain([Text::from("no answer")]);
        self.lines.push(Line::row(label, Vec::new(), numbers));
        let why = author(reason.unwrap_or_default());
        self.unanswered.push(Text::from(format!("No answer from {label}: ")).and(why).and("."));
    }
}
