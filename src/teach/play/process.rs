//! A peace process with a person in one of its seats. The engine tables texts and plays everybody else;
//! the person answers, and may push for positions.

use super::watch::{Tabled, Watch};
use super::{News, named};
use crate::engine::{Demand, Ending, Person, Seat, Table, Trial, Worth};
use crate::model::Outside;
use crate::present::Words;
use crate::results::story::{Happening, Story, Term, Time};
use crate::teach::points::{FULL, Scale, in_world, shown};
use crate::teach::session::{Decision, Room};
use crate::text::number::percent;

/// A game of the peace process.
#[derive(Clone, Debug)]
pub struct Process<'r> {
    room: &'r Room,
    person: Person,
    walked: bool,
    watch: Watch<'r>,
    end: End,
}

/// How the history ended; told only when no question is open.
#[derive(Clone, Debug)]
struct End {
    /// What the person has heard, and the ending.
    story: Story,
    ending: Ending,
    signed_at: f64,
    ratified_at: f64,
    terms: Vec<f64>,
}

/// A text that lay on the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// When, in months since the as-of date.
    pub t: f64,
    /// Who tabled it; `None` for a mediator.
    pub by: Option<usize>,
    /// The terms, in [0, 1]; of an interim deal the whole draft that it is part of.
    pub terms: Vec<f64>,
    /// The number of the interim deal it is, those of the file first; `None` for the whole.
    pub interim: Option<usize>,
    /// Who said yes or no.
    pub answers: Vec<(usize, bool)>,
    /// What signing was worth to the person.
    pub worth: Option<Worth>,
}

impl<'r> Process<'r> {
    pub(super) fn new(room: &'r Room) -> Result<Self, String> {
        let party = &room.scenario.parties[room.role];
        if !Person::is_asked(&room.scenario, room.role) {
            return Err(format!(
                "{} signs nothing and is never asked for a yes; take the seat of a party that must sign or \
                 that pledges a guarantee",
                party.title
            ));
        }
        let (watch, end) = play(room, &Person::new(room.role), false);
        Ok(Self { room, person: Person::new(room.role), walked: false, watch, end })
    }

    /// The room.
    pub fn room(&self) -> &'r Room {
        self.room
    }

    /// What the person has decided.
    pub fn person(&self) -> &Person {
        &self.person
    }

    pub(super) fn act(&mut self, decision: &Decision) -> Result<(), String> {
        if self.is_over() {
            return Err("the talks are over".to_owned());
        }
        match decision {
            Decision::Accept {} => {
                self.may_sign()?;
                self.person.answers.push(true);
            }
            Decision::Refuse {} => self.person.answers.push(false),
            Decision::Walk {} => self.walked = true,
            Decision::Push { issue, at, at_once } => {
                let demand = self.demand(issue, at, *at_once)?;
                self.person.demands.push(demand);
            }
            Decision::Hint {} => return Ok(()),
            Decision::Offer { .. } => {
                return Err(
                    "here texts are drafted for all: push for a position, accept or refuse"
                        .to_owned(),
                );
            }
        }
        (self.watch, self.end) = play(self.room, &self.person, self.walked);
        Ok(())
    }

    pub(super) fn let_engine_finish(&mut self) {
        self.person.engine_goes_on = true;
        (self.watch, self.end) = play(self.room, &self.person, true);
    }

    /// Red lines bind a person as they bind the engine.
    fn may_sign(&self) -> Result<(), String> {
        match self.open_text().and_then(|text| text.own) {
            Some((_, Some(issue))) => {
                let title = &self.room.scenario.issues[issue].title;
                Err(format!("the text crosses your red line on “{title}”: refuse it"))
            }
            _ => Ok(()),
        }
    }

    fn demand(&self, key: &str, at: &str, at_once: bool) -> Result<Demand, String> {
        let scenario = &self.room.scenario;
        let issue = named::issue(scenario, key)?;
        let shown = &scenario.issues[issue];
        if !self.has_stake(issue) {
            return Err(format!("you have no stake in “{}”; nobody would listen", shown.title));
        }
        let at = if shown.has_options() {
            self.score_of(issue, at)? / FULL
        } else {
            let (low, high) = (shown.scale.low, shown.scale.high);
            let number = at.parse().ok().filter(|number| (low..=high).contains(number));
            let number: f64 = number.ok_or_else(|| {
                format!(
                    "{key}: “{at}” is no position to push for; one is a number from {low} to {high}"
                )
            })?;
            (number - low) / (high - low)
        };
        // The text on the table stays as it was tabled: everybody is bound to what they were shown.
        let from = self.person.answers.len() + usize::from(!at_once);
        Ok(Demand { from, issue, at })
    }

    /// Does the person care for an issue? On others nobody would listen.
    pub(super) fn has_stake(&self, issue: usize) -> bool {
        self.room.scenario.parties[self.room.role].salience_on(issue).is_some()
    }

    /// What each option of an issue is worth to the person, as a score from 0 to 100.
    pub(super) fn scores(&self, issue: usize) -> Vec<f64> {
        let preference = self.room.scenario.parties[self.room.role].preferences[issue].as_ref();
        let scores = preference.map_or(&[][..], |preference| &preference.scores);
        scores.iter().map(|id| self.room.values[id.index()]).collect()
    }

    /// The score that is insisted on: that of an option by its name, or a number.
    fn score_of(&self, issue: usize, at: &str) -> Result<f64, String> {
        let shown = &self.room.scenario.issues[issue];
        let named = shown.options.iter().position(|name| name.to_lowercase() == at.to_lowercase());
        if let Some(score) = named.and_then(|option| self.scores(issue).get(option).copied()) {
            return Ok(score);
        }
        let number = at.parse().ok().filter(|number| (0.0..=FULL).contains(number));
        number.ok_or_else(|| {
            format!(
                "{}: “{at}” is no option; there are {}, or a score from 0 to {FULL} that you insist on",
                shown.id,
                shown.options.join(", ")
            )
        })
    }

    /// What is to be asked before the person does this.
    pub(super) fn doubt(&self, decision: &Decision) -> Option<String> {
        if *decision != (Decision::Accept {}) || self.may_sign().is_err() {
            return None;
        }
        let (worth, _) = self.open_text()?.own?;
        (worth.z < 0.0).then(|| {
            format!(
                "All in all signing is worth {} points to you against no deal. Accept it for good?",
                shown(FULL * worth.z)
            )
        })
    }

    pub(super) fn is_over(&self) -> bool {
        !self.watch.open
    }

    /// How the history ended, once it has.
    pub fn ending(&self) -> Option<Ending> {
        self.is_over().then_some(self.end.ending)
    }

    /// The terms signed first or ratified, in [0, 1]; `None` before and without any.
    pub fn terms(&self) -> Option<&[f64]> {
        let signed = self.is_over() && self.end.signed_at.is_finite();
        signed.then_some(self.end.terms.as_slice())
    }

    /// When the package in force was ratified, in months; `None` without one.
    pub fn ratified_at(&self) -> Option<f64> {
        (self.is_over() && self.end.ratified_at.is_finite()).then_some(self.end.ratified_at)
    }

    /// What a party has at the end, in points.
    pub fn score(&self, party: usize) -> Option<f64> {
        self.is_over().then(|| FULL * self.end.story.values[party].value)
    }

    /// The text that waits for the person's answer.
    fn open_text(&self) -> Option<&Tabled> {
        if self.watch.open { self.watch.texts.last() } else { None }
    }

    /// The terms that wait for an answer, and the interim deal they are, if any.
    pub fn on_the_table(&self) -> Option<(&[f64], Option<usize>)> {
        self.open_text().map(|text| (text.text.as_slice(), text.interim))
    }

    /// Every text so far, the open one last.
    pub fn texts(&self) -> Vec<Text> {
        let text = |text: &Tabled| Text {
            t: text.t,
            by: text.holder,
            terms: text.text.clone(),
            interim: text.interim,
            answers: if text.settled { text.answers.clone() } else { Vec::new() },
            worth: text.own.map(|(worth, _)| worth),
        };
        self.watch.texts.iter().map(text).collect()
    }

    /// What the person pushes for on an issue, on its scale; with options a score.
    pub fn pushed(&self, issue: usize) -> Option<f64> {
        let demand = self.person.demands.iter().rev().find(|demand| demand.issue == issue)?;
        let shown = &self.room.scenario.issues[issue];
        Some(if shown.has_options() { FULL * demand.at } else { shown.scale.from_unit(demand.at) })
    }

    pub(super) fn news(&self) -> Vec<News> {
        let mut news = Vec::new();
        let happenings = &self.end.story.happenings;
        for (number, moment) in happenings.iter().enumerate() {
            let when = Words::time(&moment.time);
            let text = self.words().happening(&moment.what);
            news.push(News { when: when.clone(), text });
            // What others say to an open question is not known yet, and nothing is heard after it.
            let is_open = self.watch.open && number + 1 == happenings.len();
            if let Happening::TextTabled { answers, .. } = &moment.what
                && !is_open
                && !answers.is_empty()
            {
                news.push(News { when, text: self.words().answers(answers) });
            }
        }
        if self.is_over() {
            news.push(News { when: "the end".to_owned(), text: self.told_ending() });
        }
        news
    }

    fn words(&self) -> Words<'r> {
        Words::at_the_table(&self.room.scenario, self.room.role)
    }

    /// A package in words.
    pub fn package(&self, terms: &[f64]) -> String {
        self.words().terms(&Term::all(&self.room.scenario, terms))
    }

    /// How it ended, in a sentence; empty while it goes on.
    pub(crate) fn ending_words(&self) -> String {
        if self.is_over() { self.told_ending() } else { String::new() }
    }

    /// The parties whose home front voted a text down, by name.
    pub(crate) fn voted_down(&self) -> Vec<String> {
        let lost = self.end.story.happenings.iter().filter_map(|moment| match &moment.what {
            Happening::VotedDown { party, .. } => Some(party.title.clone()),
            _ => None,
        });
        lost.collect()
    }

    fn told_ending(&self) -> String {
        self.words().own_ending(&self.end.story, self.walked)
    }

    fn day(&self, t: f64) -> String {
        Words::time(&Time::new(&self.room.scenario, t))
    }

    pub(super) fn clock(&self) -> String {
        let horizon = self.room.scenario.clock.horizon;
        match self.open_text() {
            Some(text) => format!("{}, talks end {}", self.day(text.t), self.day(horizon)),
            None => "over".to_owned(),
        }
    }

    pub(super) fn question(&self) -> String {
        let Some(text) = self.open_text() else { return self.told_ending() };
        let Some((worth, crosses)) = text.own else { return String::new() };
        let points = |value: f64| shown(FULL * value);
        // Another no than the one to a package: the talks go on either way.
        let mut said = if let Some(interim) = text.interim {
            let (deal, without) = match self.room.scenario.interims.get(interim) {
                Some(_) => ("This interim deal", "to go on without it"),
                None => ("A ceasefire alone", "to fight on meanwhile"),
            };
            format!(
                "{deal} is worth {} points to you, for as long as it holds; {without}, {}.",
                points(worth.value),
                points(worth.outside)
            )
        } else {
            format!("This package is worth {} points to you", points(worth.value))
                + &if self.knows_no_deal() {
                    format!("; no deal, {}.", points(worth.outside))
                } else {
                    "; without one the war of others goes on, for which you have no number."
                        .to_owned()
                }
        };
        if let Some(issue) = crosses {
            let title = &self.room.scenario.issues[issue].title;
            said += &format!(" It crosses your red line on “{title}”.");
        }
        said += " Accept or refuse; or push for something first.";
        said
    }

    /// Is what no deal is worth one of the person's own numbers? To a bystander it hangs on what those at
    /// war expect, which its brief does not know.
    fn knows_no_deal(&self) -> bool {
        let scenario = &self.room.scenario;
        scenario.parties[self.room.role].outside != Outside::Unstated
            || scenario.belligerents().next().is_none()
    }

    pub(super) fn hint(&self) -> String {
        let Some(text) = self.open_text() else { return "The game is over.".to_owned() };
        let Some((worth, crosses)) = text.own else { return String::new() };
        let advice = match crosses {
            Some(_) => "it cannot be signed",
            None if worth.z > 0.02 => "signing beats no deal",
            None if worth.z > -0.02 => "signing and no deal are about as good",
            None => "no deal is better",
        };
        let mut said = format!(
            "All in all {advice}{}: with what a breach would cost, signing is worth {} points against no deal, \
             as you believe with {} that the terms will stand.",
            if self.knows_no_deal() { "" } else { ", as your staff sees this war" },
            signed(FULL * worth.z),
            percent(worth.survival)
        );
        if text.interim.is_some() {
            return said;
        }
        let worst = in_world(&self.room.scenario, &self.room.values, |probe| {
            let scale = Scale::new(&self.room.scenario, &self.room.values, self.room.role);
            let lost = |issue: usize| {
                scale.share[issue] - scale.points(probe, self.room.role, issue, text.text[issue])
            };
            let issues = (0..text.text.len()).map(|issue| (issue, lost(issue)));
            issues.max_by(|a, b| a.1.total_cmp(&b.1))
        });
        if let Some((issue, lost)) = worst {
            said += &format!(
                " You lose most on “{}”: {} points off your best. Push there.",
                self.room.scenario.issues[issue].title,
                shown(lost)
            );
        }
        said
    }
}

fn signed(points: f64) -> String {
    if points > 0.0 { format!("+{}", shown(points)) } else { shown(points) }
}

/// Plays the history from its first day with what was decided.
fn play<'r>(room: &'r Room, person: &Person, walked: bool) -> (Watch<'r>, End) {
    let table = Table::new(&room.scenario, room.seed);
    let mut seat = Seat::new(&table);
    seat.enter(&room.values, Trial::default());
    let mut watch = Watch::new(&room.scenario, room.role, person.answers.len(), walked);
    let history = seat.negotiate_with(Some(person), &mut watch);
    let end = End {
        story: watch.narrator.clone().story(&history),
        ending: history.ending,
        signed_at: history.record.signed_at,
        ratified_at: history.record.ratified_at,
        terms: history.record.terms.clone(),
    };
    (watch, end)
}
