//! The story of one trial: what moved, who proposed what, who answered how and why, and what was
//! missing at the end. An observer writes it down while the history is played.

use super::anchor::{in_words, place};
use super::number::{percent, position};
use super::offers;
use super::wrap::{WIDTH, hang, wrap};
use crate::engine::{Cause, Ending, Event, History, Observer, Worth};
use crate::model::{Issue, IssueEffect, Scenario};

/// Columns of the date before each line of the story.
const DATE: usize = 13;
/// How far the line must move before it is told, in [0, 1].
const LINE_STEP: f64 = 0.02;

/// An observer that writes the story of a history.
pub struct Chronicle<'a> {
    scenario: &'a Scenario,
    story: String,
    told_line: f64,
    unripe: usize,
    nearest: Option<Near>,
    answers: Vec<(usize, f64, Option<usize>)>,
    /// By alternating offers: what each party offered last, in words.
    pub(super) offers: Vec<(usize, String)>,
}

/// The text that came nearest, and who was short of what.
struct Near {
    least: f64,
    at: f64,
    answers: Vec<(usize, f64, Option<usize>)>,
}

impl<'a> Chronicle<'a> {
    /// Begins the story of a trial of this scenario.
    pub fn new(scenario: &'a Scenario) -> Self {
        Self {
            scenario,
            story: String::new(),
            told_line: f64::NAN,
            unripe: 0,
            nearest: None,
            answers: Vec::new(),
            offers: Vec::new(),
        }
    }

    /// The whole story, with a head that names the trial and the ending.
    pub fn tell(mut self, head: &str, history: &History<'_>) -> String {
        self.close_answers(self.scenario.clock.horizon);
        self.tell_unripe(self.scenario.clock.horizon);
        let mut out = String::new();
        for line in wrap(&self.scenario.title, WIDTH) {
            out.push_str(&line);
            out.push('\n');
        }
        hang(&mut out, "", 0, head);
        out.push('\n');
        out.push_str(&self.story);
        out.push('\n');
        if self.scenario.protocol.alternating().is_some() {
            hang(&mut out, "", 0, &offers::ending(self.scenario, history));
            hang(&mut out, "", 0, offers::LEGEND);
            return out;
        }
        hang(&mut out, "", 0, &self.ending(history));
        if let (Ending::NoDeal(_), Some(near)) = (history.ending, &self.nearest) {
            hang(&mut out, "", 0, &self.near_miss(near));
        }
        hang(&mut out, "", 0, LEGEND);
        out
    }

    pub(super) fn party(&self, party: usize) -> &'a str {
        &self.scenario.parties[party].title
    }

    pub(super) fn line(&mut self, t: f64, text: &str) {
        let day = self.day(t);
        hang(&mut self.story, &day, DATE, text);
    }

    /// The date of a time in months since the as-of date.
    fn day(&self, t: f64) -> String {
        if self.scenario.protocol.alternating().is_some() {
            return format!("round {t}");
        }
        let days = (t * crate::model::MONTH_DAYS).floor() as i64;
        self.scenario
            .as_of
            .checked_add(jiff::Span::new().try_days(days).unwrap_or_default())
            .map_or_else(|_| format!("month {t:.1}"), super::terminal::date)
    }

    fn tell_unripe(&mut self, t: f64) {
        let tries = std::mem::take(&mut self.unripe);
        if tries > 0 {
            let times = if tries == 1 { "A try".to_owned() } else { format!("{tries} tries") };
            self.line(t, &format!("{times} at a text came to nothing: the moment was not ripe."));
        }
    }

    pub(super) fn terms(&self, text: &[f64]) -> String {
        let parts =
            self.scenario.issues.iter().zip(text).map(|(issue, &x)| {
                format!("{} {}", issue.id, place(issue, issue.scale.from_unit(x)))
            });
        parts.collect::<Vec<_>>().join("; ")
    }

    fn tabled(&mut self, t: f64, text: &[f64], holder: Option<usize>, truce_only: bool) {
        self.tell_unripe(t);
        let who = holder.map_or("The mediator".to_owned(), |i| self.party(i).to_owned());
        if truce_only {
            self.line(
                t,
                &format!("{who} tables a ceasefire alone: the guns fall silent where they stand."),
            );
        } else {
            let terms = self.terms(text);
            self.line(t, &format!("{who} tables a package: {terms}."));
        }
    }

    fn answered(&mut self, t: f64, answer: &Answered) {
        let Answered { party, worth, resolve, noise, crosses, accepts } = *answer;
        let says = if accepts { "would sign" } else { "refuses" };
        let mut why = format!(
            "terms {:.2} against {:.2} without, believed to last with {}; worth of signing {:+.3}",
            worth.value,
            worth.outside,
            percent(worth.survival),
            worth.z
        );
        if worth.side_payment > 0.0 {
            why += &format!(" of which side payment {:+.3}", worth.side_payment);
        }
        why += &format!(", resolve {resolve:+.3}, mood {noise:+.3}");
        if let Some(issue) = crosses {
            why +=
                &format!("; the text crosses its red line on {}", self.scenario.issues[issue].id);
        }
        let who = self.party(party);
        self.line(t, &format!("  {who} {says}: {why}."));
        self.answers.push((party, worth.z + resolve, crosses));
    }

    /// Ends the answers to a text: keeps them if it came nearest so far.
    fn close_answers(&mut self, t: f64) {
        let answers = std::mem::take(&mut self.answers);
        let least = answers.iter().map(|answer| answer.1).fold(f64::INFINITY, f64::min);
        let nearer = self.nearest.as_ref().is_none_or(|near| least > near.least);
        if !answers.is_empty() && nearer {
            self.nearest = Some(Near { least, at: t, answers });
        }
    }

    fn near_miss(&self, near: &Near) -> String {
        let lacking = near.answers.iter().filter(|answer| answer.1 <= 0.0 || answer.2.is_some());
        let parts: Vec<String> = lacking
            .map(|&(party, gain, crosses)| {
                let who = self.party(party);
                match crosses {
                    Some(issue) => {
                        let issue = &self.scenario.issues[issue];
                        format!("{who}’s red line on {} had to move", issue.id)
                    }
                    None => format!("{who} lacked {:.3} in value", -gain),
                }
            })
            .collect();
        let day = self.day(near.at);
        if parts.is_empty() {
            return format!(
                "The nearest miss was the text of about {day}: all were inclined to sign, and a passing \
                 mood decided."
            );
        }
        format!("The nearest miss was the text of about {day}: {}.", parts.join("; "))
    }

    fn ending(&self, history: &History<'_>) -> String {
        let cause = match history.ending {
            Ending::Agreement { signed_at, holds_for } => {
                let lasts = if holds_for >= 600.0 {
                    "more than 50 years".to_owned()
                } else if holds_for >= 24.0 {
                    format!("{:.0} years", holds_for / 12.0)
                } else {
                    format!("{holds_for:.1} months")
                };
                return format!(
                    "The end: a deal, signed on {} and ratified. It lasts {lasts}.",
                    self.day(signed_at)
                );
            }
            Ending::NoDeal(cause) => cause,
        };
        let issue = |k: usize| &self.scenario.issues[k].id;
        let why = match cause {
            Cause::Collapsed => "the deal collapsed within a year".to_owned(),
            Cause::VoteLost { party } => {
                format!("{}’s home front voted it down", self.party(party))
            }
            Cause::RedLinesCross { first, second, issue: k } => format!(
                "the red lines of {} and {} leave no room on {}",
                self.party(first),
                self.party(second),
                issue(k)
            ),
            Cause::NeverTabled => "no text was ever tabled".to_owned(),
            Cause::NoCommonGround { party, issue: k } => format!(
                "no package would have satisfied everybody; {} was farthest, over {}",
                self.party(party),
                issue(k)
            ),
            Cause::RedLine { party, issue: k } => format!(
                "all would have taken the nearest text but for {}’s red line on {}",
                self.party(party),
                issue(k)
            ),
            Cause::TimeRanOut => "time ran out while all would have taken the mean text".to_owned(),
            Cause::Short { party, issue: k } => format!(
                "there was common ground, but no text was good enough for {}, over {}",
                self.party(party),
                issue(k)
            ),
        };
        format!("The end: no deal, because {why}.")
    }

    fn round(&mut self, t: f64, line: f64) {
        let front = |issue: &&Issue| issue.effect == IssueEffect::FrontLine;
        let Some(issue) = self.scenario.issues.iter().find(front) else { return };
        if self.told_line.is_nan() {
            self.told_line = line;
        } else if (line - self.told_line).abs() >= LINE_STEP {
            let at = issue.scale.from_unit(line);
            let shown = position(at, issue.scale.width());
            let words = in_words(issue, at);
            self.line(t, &format!("The line has moved to {shown} ({words})."));
            self.told_line = line;
        }
    }
}

/// An answer as observed.
struct Answered {
    party: usize,
    worth: Worth,
    resolve: f64,
    noise: f64,
    crosses: Option<usize>,
    accepts: bool,
}

const LEGEND: &str = "How to read an answer: a party signs when worth of signing + resolve + mood is \
    above 0 and no red line of its own is crossed. Values run from 0 to 1; resolve is drawn once a \
    history, mood once a text.";

impl Observer for Chronicle<'_> {
    fn observe(&mut self, t: f64, event: Event<'_>) {
        if !matches!(event, Event::Answered { .. }) {
            self.close_answers(t);
        }
        match event {
            Event::RoundEnded { line, .. } => self.round(t, line),
            Event::Happened { event } => {
                let title = &self.scenario.events[event].title;
                self.line(t, &format!("Event: {title}."));
            }
            Event::Pledged { party, delivered } => {
                let who = self.party(party);
                let text = format!(
                    "{who} makes its pledge; all pledges now deliver {} of a full guarantee.",
                    percent(delivered)
                );
                self.line(t, &text);
            }
            Event::Unripe { .. } => self.unripe += 1,
            Event::Summit { fruitful } => {
                self.tell_unripe(t);
                let came = if fruitful {
                    "and table a text"
                } else {
                    "and part without a text: trust falls"
                };
                self.line(t, &format!("The leaders meet, {came}."));
            }
            Event::Tabled { text, holder, truce_only } => self.tabled(t, text, holder, truce_only),
            Event::Answered { party, worth, resolve, noise, crosses, accepts } => {
                self.answered(t, &Answered { party, worth, resolve, noise, crosses, accepts });
            }
            Event::TruceAgreed => self.line(t, "A ceasefire comes into force."),
            Event::TruceBroke => self.line(t, "The ceasefire breaks; trust falls."),
            Event::Signed { imposed, .. } => {
                if self.scenario.protocol.alternating().is_some() {
                    // The last yes has been told.
                    return;
                }
                let how = if imposed {
                    " Without its side payment one of them would not have."
                } else {
                    ""
                };
                self.line(t, &format!("The package is signed.{how}"));
            }
            Event::VoteLost { party } => {
                let who = self.party(party);
                let after = match self.scenario.protocol.alternating() {
                    Some(_) => ".",
                    None => "; the talks go on, harder.",
                };
                self.line(t, &format!("{who}’s home front votes it down{after}"));
            }
            Event::PledgeWithdrawn { party } => {
                let who = self.party(party);
                self.line(
                    t,
                    &format!("{who}’s home front refuses its pledge, which is withdrawn."),
                );
            }
            Event::Offered { party, text, value, refused } => {
                self.offered(t, party, text, (value, refused));
            }
            Event::Accepted { party, value } => self.accepted(t, party, value),
            Event::WalkedAway { party } => {
                let who = self.party(party);
                self.line(t, &format!("{who} leaves: nothing is worth more to it than no deal."));
            }
            Event::Ratified { .. } => {
                let home = self.scenario.parties.iter().any(|party| party.ratification.is_some());
                if home || self.scenario.protocol.alternating().is_none() {
                    self.line(t, "It is ratified.");
                }
            }
        }
    }
}
