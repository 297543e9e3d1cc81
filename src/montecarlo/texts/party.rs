//! What one party says to one text, counted.

use super::figures::{Over, RefusalParts, Refusals, SignatoryOdds};
use super::share::{Count, Share};
use super::watch::{Answer, counted};
use crate::engine::IssueLoss;
use crate::montecarlo::quality::{Mean, RatioSums};
use crate::solution::suits;

/// A sum of values over the cases of a [`Count`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Sum {
    ratio: RatioSums,
    current: i128,
}

impl Sum {
    fn add(&mut self, value: f64) {
        self.current += counted(value);
    }

    fn end_world(&mut self, cases: u64) {
        self.ratio.record(std::mem::take(&mut self.current), cases);
    }

    fn mean(&self, worlds: u64) -> Option<Mean> {
        self.ratio.mean(worlds)
    }
}

/// Of V, W, S and the parts of the margin.
const PARTS: usize = 8;

/// Counts of one party.
#[derive(Clone, Debug)]
pub(super) struct PartyCounts {
    /// Of the histories in which the text is on the table: its yes is needed, it is needed and says no, and nobody
    /// else does.
    asked: Share,
    no: Share,
    alone: Share,
    /// Of those in which it is asked.
    yes: Share,
    /// Of those in which it says no: over a red line, issue by issue …
    red_lines: Vec<Share>,
    crossed: Share,
    /// … or for want of gain, where this issue takes most from it …
    dearest: Vec<Share>,
    /// … and what it loses on each, of all it could have and against its alternative, …
    losses: Vec<Sum>,
    excesses: Vec<Sum>,
    /// … the parts of its margin, …
    parts: [Sum; PARTS],
    /// … and where no red line is crossed, by how much it falls short.
    short: Count,
    shortfall: Sum,
}

impl PartyCounts {
    pub(super) fn new(issues: usize) -> Self {
        Self {
            asked: Share::default(),
            no: Share::default(),
            alone: Share::default(),
            yes: Share::default(),
            red_lines: vec![Share::default(); issues],
            crossed: Share::default(),
            dearest: vec![Share::default(); issues],
            losses: vec![Sum::default(); issues],
            excesses: vec![Sum::default(); issues],
            parts: [Sum::default(); PARTS],
            short: Count::default(),
            shortfall: Sum::default(),
        }
    }

    /// Counts its answer; `alone` where it is the only one to say no, and `dearest`, on which issue it loses most,
    /// showing what it loses on each.
    pub(super) fn record(
        &mut self,
        answer: &Answer,
        alone: bool,
        dearest: impl FnOnce(&mut dyn FnMut(usize, IssueLoss)) -> Option<usize>,
    ) {
        self.asked.record(true);
        self.yes.record(answer.accepts);
        if answer.accepts {
            return;
        }
        self.no.record(true);
        self.alone.record(alone);
        let (losses, excesses) = (&mut self.losses, &mut self.excesses);
        let dearest = dearest(&mut |k, IssueLoss { lost, excess }| {
            losses[k].add(lost);
            excesses[k].add(excess);
        });
        // A party whose gain alone would have made it sign refuses over its red line.
        match (answer.crosses, dearest) {
            (Some(issue), _) => {
                self.crossed.record(true);
                self.red_lines[issue].record(true);
            }
            (None, Some(issue)) => self.dearest[issue].record(true),
            (None, None) => {}
        }
        let worth = &answer.worth;
        let parts = [
            worth.value,
            worth.outside,
            worth.survival,
            worth.terms(),
            worth.paid,
            worth.dead_letter,
            answer.votes,
            answer.leaning,
        ];
        self.parts.iter_mut().zip(parts).for_each(|(sum, part)| sum.add(part));
        if answer.crosses.is_none() {
            debug_assert!(!suits(answer.margin()));
            self.short.record(true);
            self.shortfall.add(-answer.margin());
        }
    }

    /// Closes a world in which the text was on the table so often.
    pub(super) fn end_world(&mut self, tabled: u64) {
        let asked = self.asked.end_world(tabled);
        let no = self.no.end_world(tabled);
        self.alone.end_world(tabled);
        self.yes.end_world(asked);
        self.crossed.end_world(no);
        for share in self.red_lines.iter_mut().chain(&mut self.dearest) {
            share.end_world(no);
        }
        for sum in self.losses.iter_mut().chain(&mut self.excesses).chain(&mut self.parts) {
            sum.end_world(no);
        }
        let short = self.short.end_world();
        self.shortfall.end_world(short);
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.asked.merge(&other.asked);
        self.no.merge(&other.no);
        self.alone.merge(&other.alone);
        self.yes.merge(&other.yes);
        self.crossed.merge(&other.crossed);
        let theirs = other.red_lines.iter().chain(&other.dearest);
        let own = self.red_lines.iter_mut().chain(&mut self.dearest);
        own.zip(theirs).for_each(|(own, theirs)| own.merge(theirs));
        let theirs = other.losses.iter().chain(&other.excesses).chain(&other.parts);
        let own = self.losses.iter_mut().chain(&mut self.excesses).chain(&mut self.parts);
        own.zip(theirs).for_each(|(own, theirs)| own.ratio.merge(&theirs.ratio));
        self.short.merge(&other.short);
        self.shortfall.ratio.merge(&other.shortfall.ratio);
    }

    /// Its odds, of the histories in which the text is on the table; `None` where it was never asked.
    pub(super) fn sum_up(
        &self,
        (party, principal): (usize, bool),
        tabled: &Count,
        size: (u64, u64),
    ) -> Option<SignatoryOdds> {
        if self.asked.count().moments.sum == 0 {
            return None;
        }
        Some(SignatoryOdds {
            party,
            principal,
            asked: self.asked.of(tabled, size)?,
            yes: self.yes.of(self.asked.count(), size)?,
            no: self.no.of(tabled, size)?,
            alone: self.alone.of(tabled, size)?,
            refusals: self.refusals(size),
        })
    }

    fn refusals(&self, size: (u64, u64)) -> Option<Refusals> {
        let cases = self.no.count();
        let crossed = self.crossed.of(cases, size)?;
        let mut over: Vec<Over> = Vec::new();
        let shares = self.red_lines.iter().zip(&self.dearest);
        let issues = shares.zip(self.losses.iter().zip(&self.excesses)).enumerate();
        for (issue, ((red_line, dearest), (lost, excess))) in issues {
            over.push(Over {
                issue,
                red_line: red_line.of(cases, size)?,
                dearest: dearest.of(cases, size)?,
                lost: lost.mean(size.0)?,
                excess: excess.mean(size.0)?,
            });
        }
        // What it most often refuses over first; on a tie the order of the file.
        let often = |over: &Over| over.red_line.value + over.dearest.value;
        over.sort_by(|a, b| often(b).total_cmp(&often(a)));
        let mean = |part: usize| self.parts[part].mean(size.0);
        Some(Refusals {
            crossed,
            shortfall: self.shortfall.mean(size.0),
            over,
            value: mean(0)?,
            outside: mean(1)?,
            survival: mean(2)?,
            margin: RefusalParts {
                terms: mean(3)?,
                paid: mean(4)?,
                dead_letter: mean(5)?,
                votes: mean(6)?,
                leaning: mean(7)?,
            },
        })
    }
}
