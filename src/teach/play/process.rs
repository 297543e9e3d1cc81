//! A peace process with a person in one of its seats. The engine tables texts and plays everybody else;
//! the person answers, and may push for positions.

use super::watch::{Heard, Tabled, Watch};
use super::{News, typed};
use crate::engine::{Demand, Ending, Person, Seat, Table, Trial, Worth};
use crate::model::{Issue, IssueEffect, Outside};
use crate::present::{blocs, interims};
use crate::present::{day_and_month, in_words, lifetime, percent, place};
use crate::teach::points::{FULL, Scale, exact, in_world, shown};
use crate::teach::session::{Decision, Room};

/// A game of the peace process.
#[derive(Clone, Debug)]
pub struct Process<'r> {
    room: &'r Room,
    person: Person,
    walked: bool,
    watch: Watch,
    end: End,
}

/// How the history ended; told only when no question is open.
#[derive(Clone, Debug)]
struct End {
    ending: Ending,
    signed_at: f64,
    ratified_at: f64,
    values: Vec<f64>,
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
        let issue = typed::issue(scenario, key)?;
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
        self.is_over().then(|| FULL * self.end.values[party])
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
        for (t, heard) in &self.watch.heard {
            let day = self.day(*t);
            news.push(News { when: day.clone(), text: self.tell(heard) });
            if let Heard::Text(index) = heard {
                let answers = self.answers(&self.watch.texts[*index]);
                news.extend(answers.map(|text| News { when: day, text }));
            }
        }
        if self.is_over() {
            news.push(News { when: "the end".to_owned(), text: self.told_ending() });
        }
        news
    }

    fn title(&self, party: usize) -> &str {
        if party == self.room.role { "You" } else { &self.room.scenario.parties[party].title }
    }

    fn answers(&self, text: &Tabled) -> Option<String> {
        if !text.settled || text.answers.is_empty() {
            return None;
        }
        let names = |yes: bool| {
            let said = text.answers.iter().filter(|answer| answer.1 == yes);
            said.map(|&(party, _)| self.title(party)).collect::<Vec<_>>().join(", ")
        };
        let parts = [("Yes", names(true)), ("No", names(false))];
        let told = parts.iter().filter(|(_, names)| !names.is_empty());
        let told: Vec<String> = told.map(|(word, names)| format!("{word}: {names}.")).collect();
        Some(told.join(" "))
    }

    fn tell(&self, heard: &Heard) -> String {
        let scenario = &self.room.scenario;
        let party = |party: usize| &scenario.parties[party].title;
        match heard {
            Heard::Text(index) => self.tabled(&self.watch.texts[*index]),
            Heard::Line { line } => {
                let front = |issue: &&Issue| issue.effect == IssueEffect::FrontLine;
                let at = scenario.issues.iter().find(front).map_or(String::new(), |issue| {
                    let at = issue.scale.from_unit(*line);
                    format!(" to {} ({})", exact((at * 10.0).round() / 10.0), in_words(issue, at))
                });
                format!("The line has moved{at}.")
            }
            Heard::Event(event) => {
                format!("{}.", scenario.events[*event].title.trim_end_matches('.'))
            }
            Heard::Pledged { party: who, delivered } => {
                let makes = if *who == self.room.role {
                    "You make your pledge".to_owned()
                } else {
                    format!("{} makes its pledge", party(*who))
                };
                let delivered = percent(*delivered);
                format!("{makes}; all pledges now deliver {delivered} of a full guarantee.")
            }
            Heard::Summit { fruitful: true } => "The leaders meet, and table a text.".to_owned(),
            Heard::Summit { fruitful: false } => {
                "The leaders meet, and part without a text: trust falls.".to_owned()
            }
            Heard::Interim { interim, fate } => interims::told(scenario, *interim, *fate),
            Heard::Signed(terms) => format!(
                "The package is signed, and goes home to be ratified: {}.",
                self.package(terms)
            ),
            Heard::Divided { party: who, division } => {
                let told = blocs::divided(scenario, *who, division);
                if *who == self.room.role {
                    format!("Your home front votes: {told}.")
                } else {
                    format!("The home front of {} votes: {told}.", party(*who))
                }
            }
            Heard::VoteLost(who) if *who == self.room.role => {
                "Your home front votes it down; the talks go on, harder.".to_owned()
            }
            Heard::VoteLost(who) => {
                format!("The home front of {} votes it down; the talks go on, harder.", party(*who))
            }
            Heard::PledgeWithdrawn(who) if *who == self.room.role => {
                "Your home front refuses your pledge, which is withdrawn.".to_owned()
            }
            Heard::PledgeWithdrawn(who) => {
                format!("The home front of {} refuses its pledge, which is withdrawn.", party(*who))
            }
            Heard::Ratified => "It is ratified.".to_owned(),
        }
    }

    fn tabled(&self, text: &Tabled) -> String {
        let who = text.holder.map_or("The mediator", |holder| self.title(holder));
        let s = if text.holder == Some(self.room.role) { "" } else { "s" };
        if let Some(interim) = text.interim {
            let scenario = &self.room.scenario;
            return if text.renewal {
                interims::run_out(scenario, interim)
            } else {
                format!("{who} table{s} {}.", interims::tabled(scenario, interim, &text.text))
            };
        }
        format!("{who} table{s} a package: {}.", self.package(&text.text))
    }

    /// A package in words.
    pub fn package(&self, terms: &[f64]) -> String {
        let parts = self.room.scenario.issues.iter().zip(terms);
        let parts = parts.map(|(issue, &x)| {
            let at = issue.scale.from_unit(x);
            if issue.has_options() {
                format!("{} {}", issue.id, place(issue, at))
            } else {
                format!("{} {}", issue.id, exact((at * 10.0).round() / 10.0))
            }
        });
        parts.collect::<Vec<_>>().join(", ")
    }

    /// How it ended, in a sentence; empty while it goes on.
    pub(crate) fn ending_words(&self) -> String {
        if self.is_over() { self.told_ending() } else { String::new() }
    }

    /// The parties whose home front voted a text down, by name.
    pub(crate) fn voted_down(&self) -> Vec<String> {
        let lost = self.watch.heard.iter().filter_map(|(_, heard)| match heard {
            Heard::VoteLost(party) => Some(self.room.scenario.parties[*party].title.clone()),
            _ => None,
        });
        lost.collect()
    }

    fn told_ending(&self) -> String {
        let own = shown(FULL * self.end.values[self.room.role]);
        match self.end.ending {
            Ending::Agreement { in_force_at, defector: Some(party), .. } => format!(
                "A deal, in force from {}, but {} does not carry it out. Its terms would be worth {own} \
                 points of 100 to you.",
                self.day(in_force_at),
                self.room.scenario.parties[party].title
            ),
            Ending::Agreement { in_force_at, holds_for, defector: None } => {
                let lasts = lifetime(holds_for);
                format!(
                    "A deal, in force from {}; it lasts {lasts}. Its terms are worth {own} points of 100 to \
                     you.",
                    self.day(in_force_at)
                )
            }
            Ending::NoDeal(_) if self.end.ratified_at.is_finite() => format!(
                "The deal of {} broke within a year. Its terms were worth {own} points of \
                 100 to you.",
                self.day(self.end.ratified_at)
            ),
            Ending::NoDeal(_) => {
                let left = if self.walked { " after you left" } else { "" };
                format!("No deal in force at the end{left}. You have {own} points.")
            }
        }
    }

    fn day(&self, t: f64) -> String {
        let scenario = &self.room.scenario;
        day_and_month(scenario.day_of(t).unwrap_or(scenario.as_of))
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
fn play(room: &Room, person: &Person, walked: bool) -> (Watch, End) {
    let table = Table::new(&room.scenario, room.seed);
    let mut seat = Seat::new(&table);
    seat.enter(&room.values, Trial::default());
    let mut watch = Watch::new(room.role, person.answers.len(), walked);
    let history = seat.negotiate_with(Some(person), &mut watch);
    let end = End {
        ending: history.ending,
        signed_at: history.record.signed_at,
        ratified_at: history.record.ratified_at,
        values: history.record.values.clone(),
        terms: history.record.terms.clone(),
    };
    (watch, end)
}
