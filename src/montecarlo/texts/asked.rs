//! Asking everybody about many texts at once, for whoever looks for a better one: yes or no alone, without what
//! becomes of a signature.

use std::ops::Range;

use crate::engine::{Event, Observer, OnTheDay, Table};
use crate::model::Scenario;
use crate::montecarlo::chunks::{Division, Place, Work, play_all};
use crate::montecarlo::plan::Plan;
use crate::montecarlo::progress::Progress;

/// How a text is received.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Histories in which everybody is asked.
    pub histories: u64,
    /// By party: how many of them have it say no.
    pub noes: Vec<u64>,
    /// In how many all say yes, and a mediator would table it.
    pub all: u64,
}

/// Which of the plan's worlds are asked in, and on which day, in months.
#[derive(Clone, Copy, Debug)]
pub struct Sample {
    /// So many of its first worlds, at most.
    pub worlds: u64,
    /// Months after the as-of date.
    pub t: f64,
}

impl Asked {
    /// Odds that a party does not say no; none where nobody was asked.
    pub fn willing(&self, party: usize) -> f64 {
        if self.histories == 0 {
            return 0.0;
        }
        1.0 - self.noes[party] as f64 / self.histories as f64
    }

    fn merge(&mut self, other: &Self) {
        self.histories += other.histories;
        self.all += other.all;
        self.noes.iter_mut().zip(&other.noes).for_each(|(own, theirs)| *own += theirs);
    }
}

/// Asks about every text in the same histories. Where `progress` wants to stop, of those played by then.
pub fn ask_texts(
    scenario: &Scenario,
    texts: &[Vec<f64>],
    sample: Sample,
    plan: &Plan,
    progress: &dyn Progress,
) -> Vec<Asked> {
    let table = Table::new(scenario, plan.seed);
    let job = Job { table: &table, plan, texts, t: sample.t };
    let mut total = job.open();
    let plan = Plan { worlds: plan.worlds.min(sample.worlds), ..plan.clone() };
    play_all(&job, Division::of(&plan, Division::STAGE), progress, |chunks| {
        for chunk in chunks {
            total.iter_mut().zip(&chunk).for_each(|(own, theirs)| own.merge(theirs));
        }
        None
    });
    total
}

struct Job<'a> {
    table: &'a Table<'a>,
    plan: &'a Plan,
    texts: &'a [Vec<f64>],
    t: f64,
}

/// Counts the noes to one text.
struct Noes<'a> {
    noes: &'a mut [u64],
    any: bool,
}

impl Observer for Noes<'_> {
    fn observe(&mut self, _t: f64, event: Event<'_>) {
        if let Event::Answered { party, accepts: false, .. } = event {
            self.noes[party] += 1;
            self.any = true;
        }
    }
}

impl<'a> Work for Job<'a> {
    type Place = Place<'a>;
    type Chunk = Vec<Asked>;

    fn sit(&self) -> Place<'a> {
        Place::new(self.table, self.plan)
    }

    fn play(&self, place: &mut Place<'a>, worlds: Range<u64>) -> Vec<Asked> {
        let mut chunk = self.open();
        place.seek(worlds.start);
        for world in worlds {
            place.enter(world);
            for _ in 0..self.plan.histories {
                if place.seat.reach(self.t) != Some(OnTheDay::Talks) {
                    continue;
                }
                for (text, asked) in self.texts.iter().zip(&mut chunk) {
                    let mut noes = Noes { noes: &mut asked.noes, any: false };
                    let Some(reception) = place.seat.ask(text, &mut noes) else { continue };
                    asked.all += u64::from(!noes.any && reception.withheld_by.is_none());
                    asked.histories += 1;
                }
            }
        }
        chunk
    }
}

impl Job<'_> {
    fn open(&self) -> Vec<Asked> {
        let noes = vec![0; self.table.scenario.parties.len()];
        vec![Asked { noes, ..Asked::default() }; self.texts.len()]
    }
}
