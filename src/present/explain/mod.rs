//! The story of one trial: what moved, who proposed what, who answered how and why, and what was
//! missing at the end. An observer writes it down while the history is played.

mod brief;

pub use brief::{Brief, Entry};

use super::anchor::{in_words, place};
use super::discover::words;
use super::number::{change, lifetime, percent, position};
use super::wrap::{WIDTH, hang, wrap};
use super::{blocs, interims, offers};
use crate::engine::{Cause, Ending, Event, Foresight, History, Observer, Worth};
use crate::model::{Issue, IssueEffect, MediationStyle, Scenario, Target};

/// Columns of the date before each line of the story.
const DATE: usize = 13;
/// How far the line must move before it is told, in [0, 1].
const LINE_STEP: f64 = 0.02;

/// An observer that writes the story of a history.
pub struct Chronicle<'a> {
    scenario: &'a Scenario,
    told: Vec<Told>,
    told_line: f64,
    unripe: usize,
    nearest: Option<Near>,
    answers: Vec<Reply>,
    /// Where in `told` the text stands that is being answered.
    on_table: usize,
    /// By alternating offers: what each party offered last, in words.
    pub(super) offers: Vec<(usize, String)>,
}

/// A line of the story.
struct Told {
    /// When, in months since the as-of date.
    t: f64,
    what: Happening,
    text: String,
}

/// What a line tells, as far as a shortened story needs to know.
pub(super) enum Happening {
    /// The party's answer to the text last tabled.
    Answer,
    /// Tries that came to nothing, a pledge, a move of the line.
    Aside,
    /// An event of the scenario, by its index.
    Event(usize),
    /// A meeting that brought no text.
    BarrenSummit,
    /// A text.
    Tabled {
        /// An interim deal, not the whole.
        interim: bool,
        /// The same without its terms.
        short: String,
        replies: Vec<Reply>,
    },
    /// A signature under the text last tabled.
    Signature,
    /// By alternating offers: somebody offers something new.
    Offer,
    /// Anything else: it is always told.
    Turn,
}

/// An answer in short.
#[derive(Clone, Copy)]
pub(super) struct Reply {
    party: usize,
    /// Worth of signing with readiness, without mood.
    gain: f64,
    /// The issue on which the text crosses its red line.
    crosses: Option<usize>,
    accepts: bool,
}

/// The text that came nearest, and who was short of what.
struct Near {
    least: f64,
    /// Where in `told` it stands.
    told: usize,
    replies: Vec<Reply>,
}

impl<'a> Chronicle<'a> {
    /// Begins the story of a trial of this scenario.
    pub fn new(scenario: &'a Scenario) -> Self {
        Self {
            scenario,
            told: Vec::new(),
            told_line: f64::NAN,
            unripe: 0,
            nearest: None,
            answers: Vec::new(),
            on_table: 0,
            offers: Vec::new(),
        }
    }

    /// The whole story, with a head that names the trial and the ending.
    pub fn tell(mut self, head: &str, history: &History<'_>) -> String {
        self.close_answers();
        self.tell_unripe(self.scenario.clock.horizon);
        let mut out = String::new();
        for line in wrap(&self.scenario.title, WIDTH) {
            out.push_str(&line);
            out.push('\n');
        }
        hang(&mut out, "", 0, head);
        out.push('\n');
        for told in &self.told {
            hang(&mut out, &self.day(told.t), DATE, &told.text);
        }
        out.push('\n');
        hang(&mut out, "", 0, &self.ending(history));
        if let (Ending::NoDeal(_), Some(near)) = (history.ending, &self.nearest) {
            hang(&mut out, "", 0, &self.near_miss(near));
        }
        let by_offers = self.scenario.protocol.alternating().is_some();
        hang(&mut out, "", 0, if by_offers { offers::LEGEND } else { LEGEND });
        out
    }

    pub(super) fn party(&self, party: usize) -> &'a str {
        &self.scenario.parties[party].title
    }

    pub(super) fn line(&mut self, t: f64, what: Happening, text: impl Into<String>) {
        self.told.push(Told { t, what, text: text.into() });
    }

    /// The date of a time in months since the as-of date.
    fn day(&self, t: f64) -> String {
        if self.scenario.protocol.alternating().is_some() {
            return format!("round {t}");
        }
        let day = self.scenario.day_of(t);
        day.map_or_else(|| format!("month {t:.1}"), super::terminal::date)
    }

    /// What the event told last has changed.
    fn changed(&mut self, target: Target, from: f64, to: f64) {
        let path = target.path(self.scenario);
        let value = |at: f64| match target {
            Target::Style => MediationStyle::ALL
                .get(at as usize)
                .map_or(String::new(), |style| style.word().to_owned()),
            _ => words::value(Some(self.scenario), &path, at),
        };
        let change = if from.total_cmp(&to).is_eq() {
            format!("stays at {}", value(to))
        } else {
            format!("goes from {} to {}", value(from), value(to))
        };
        let change = format!(" {} {change}.", upper(&words::quantity(self.scenario, &path)));
        if let Some(told) = self.told.last_mut() {
            told.text.push_str(&change);
        }
    }

    fn tell_unripe(&mut self, t: f64) {
        let tries = std::mem::take(&mut self.unripe);
        if tries > 0 {
            let times = if tries == 1 { "A try".to_owned() } else { format!("{tries} tries") };
            let text = format!("{times} at a text came to nothing: the moment was not ripe.");
            self.line(t, Happening::Aside, text);
        }
    }

    pub(super) fn terms(&self, text: &[f64]) -> String {
        let parts =
            self.scenario.issues.iter().zip(text).map(|(issue, &x)| {
                format!("{} {}", issue.id, place(issue, issue.scale.from_unit(x)))
            });
        parts.collect::<Vec<_>>().join("; ")
    }

    fn tabled(&mut self, t: f64, text: &[f64], holder: Option<usize>, interim: Option<usize>) {
        let who = holder.map_or("The mediator", |i| self.party(i));
        let (whole, short) = match interim {
            Some(m) => (
                interims::tabled(self.scenario, m, text),
                interims::tabled_in_short(self.scenario, m),
            ),
            None => (format!("a package: {}", self.terms(text)), "a package".to_owned()),
        };
        let [whole, short] = [whole, short].map(|what| format!("{who} tables {what}."));
        self.on_the_table(t, interim.is_some(), short, whole);
    }

    /// An interim deal has run out: whether to go on with it is the next question.
    fn run_out(&mut self, t: f64, interim: usize) {
        let text = interims::run_out(self.scenario, interim);
        self.on_the_table(t, true, text.clone(), text);
    }

    fn on_the_table(&mut self, t: f64, interim: bool, short: String, text: String) {
        self.tell_unripe(t);
        self.on_table = self.told.len();
        self.line(t, Happening::Tabled { interim, short, replies: Vec::new() }, text);
    }

    fn answered(&mut self, t: f64, answer: &Answered) {
        let Answered { party, worth, readiness, noise, foresight, gain, crosses, accepts } =
            *answer;
        let says = if accepts { "would sign" } else { "refuses" };
        let mut why = format!(
            "terms {:.2} against {:.2} without, believed to last with {}; worth of signing {}",
            worth.value,
            worth.outside,
            percent(worth.survival),
            change(worth.z, 3)
        );
        for (what, part) in [("side payment", worth.paid), ("bad faith", worth.dead_letter)] {
            if part != 0.0 {
                why += &format!(", of which {what} {}", change(part, 3));
            }
        }
        why += &format!(", readiness {}, mood {}", change(readiness, 3), change(noise, 3));
        if foresight.all < 1.0 {
            why += &format!(
                "; odds that it passes at home {}, which makes the worth of its name {}",
                percent(foresight.all),
                change(gain, 3)
            );
        }
        if let Some(issue) = crosses {
            why +=
                &format!("; the text crosses its red line on {}", self.scenario.issues[issue].id);
        }
        let who = self.party(party);
        self.line(t, Happening::Answer, format!("  {who} {says}: {why}."));
        self.answers.push(Reply { party, gain, crosses, accepts });
    }

    /// Ends the answers to a text: keeps them if it came nearest so far.
    fn close_answers(&mut self) {
        let replies = std::mem::take(&mut self.answers);
        if replies.is_empty() {
            return;
        }
        let least = replies.iter().map(|reply| reply.gain).fold(f64::INFINITY, f64::min);
        if let Some(Told { what: Happening::Tabled { replies: own, .. }, .. }) =
            self.told.get_mut(self.on_table)
        {
            own.clone_from(&replies);
        }
        if self.nearest.as_ref().is_none_or(|near| least > near.least) {
            self.nearest = Some(Near { least, told: self.on_table, replies });
        }
    }

    fn near_miss(&self, near: &Near) -> String {
        let lacking =
            near.replies.iter().filter(|reply| reply.gain <= 0.0 || reply.crosses.is_some());
        let parts: Vec<String> = lacking.map(|reply| self.lack(*reply)).collect();
        let day = self.told.get(near.told).map_or(String::new(), |told| self.day(told.t));
        if parts.is_empty() {
            return format!(
                "The nearest miss was the text of {day}: all were inclined to sign, and a passing \
                 mood decided."
            );
        }
        format!("The nearest miss was the text of {day}: {}.", parts.join("; "))
    }

    /// What kept a party from signing.
    fn lack(&self, reply: Reply) -> String {
        let who = self.party(reply.party);
        match reply.crosses {
            Some(issue) => {
                format!("{who}’s red line on {} had to move", self.scenario.issues[issue].id)
            }
            None if reply.gain > -0.0005 => format!("{who} lacked less than 0.001 in value"),
            None => format!("{who} lacked {:.3} in value", -reply.gain),
        }
    }

    fn ending(&self, history: &History<'_>) -> String {
        if self.scenario.protocol.alternating().is_some() {
            return offers::ending(self.scenario, history);
        }
        let cause = match history.ending {
            Ending::Agreement { in_force_at, defector: Some(party), .. } => {
                return format!(
                    "The end: a deal, signed, and in force from {}, but {} does not carry it out.",
                    self.day(in_force_at),
                    self.party(party)
                );
            }
            Ending::Agreement { in_force_at, holds_for, defector: None } => {
                let lasts = lifetime(holds_for);
                return format!(
                    "The end: a deal, signed, and in force from {}. It lasts {lasts}.",
                    self.day(in_force_at)
                );
            }
            Ending::NoDeal(cause) => cause,
        };
        let issue = |k: usize| &self.scenario.issues[k].id;
        let why = match cause {
            Cause::Collapsed => "the deal collapsed within a year".to_owned(),
            Cause::DeadLetter { party } => {
                format!("{} did not carry out what was signed", self.party(party))
            }
            Cause::VoteLost { party } => {
                format!("{}’s home front voted it down", self.party(party))
            }
            Cause::VoteFeared { party } => format!(
                "all would have signed the nearest text but for the vote at home, which {} looked likeliest \
                 to lose",
                self.party(party)
            ),
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
            self.line(t, Happening::Aside, format!("The line has moved to {shown} ({words})."));
            self.told_line = line;
        }
    }
}

/// With a capital at the beginning.
fn upper(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// An answer as observed.
struct Answered {
    party: usize,
    worth: Worth,
    readiness: f64,
    noise: f64,
    foresight: Foresight,
    gain: f64,
    crosses: Option<usize>,
    accepts: bool,
}

const LEGEND: &str = "How to read an answer: a party signs when worth of signing + readiness + mood is \
    above 0 and no red line of its own is crossed. Where a vote at home lies ahead, worth and readiness \
    count with the odds that it is won, less what a lost one would cost. Values run from 0 to 1; readiness \
    is drawn once a history, mood once a text.";

impl Observer for Chronicle<'_> {
    fn observe(&mut self, t: f64, event: Event<'_>) {
        if !matches!(event, Event::Answered { .. }) {
            self.close_answers();
        }
        match event {
            Event::RoundEnded { line, .. } => self.round(t, line),
            Event::Happened { event } => {
                let title = &self.scenario.events[event].title;
                self.line(t, Happening::Event(event), format!("Event: {title}."));
            }
            Event::Changed { target, from, to, .. } => self.changed(target, from, to),
            Event::Pledged { party, delivered } => {
                let who = self.party(party);
                let text = format!(
                    "{who} makes its pledge; all pledges now deliver {} of a full guarantee.",
                    percent(delivered)
                );
                self.line(t, Happening::Aside, text);
            }
            Event::Unripe { .. } => self.unripe += 1,
            Event::Summit { fruitful } => {
                self.tell_unripe(t);
                if fruitful {
                    self.line(t, Happening::Turn, "The leaders meet, and table a text.");
                } else {
                    let text = "The leaders meet, and part without a text: trust falls.";
                    self.line(t, Happening::BarrenSummit, text);
                }
            }
            Event::Withheld { party } => {
                let who = self.party(party).to_owned();
                let text = format!(
                    "{who} drafts a package that it would not sign itself, and tables nothing."
                );
                self.line(t, Happening::Aside, text);
            }
            Event::Tabled { interim: Some(interim), renewal: true, .. } => self.run_out(t, interim),
            Event::Tabled { text, holder, interim, .. } => self.tabled(t, text, holder, interim),
            Event::Answered {
                party,
                worth,
                readiness,
                noise,
                foresight,
                gain,
                crosses,
                accepts,
            } => {
                let said =
                    Answered { party, worth, readiness, noise, foresight, gain, crosses, accepts };
                self.answered(t, &said);
            }
            Event::Interim { interim, fate } => {
                self.line(t, Happening::Turn, interims::told(self.scenario, interim, fate));
            }
            Event::Signed { .. }
            | Event::Divided { .. }
            | Event::VoteLost { .. }
            | Event::PledgeWithdrawn { .. }
            | Event::Ratified { .. } => self.after_signing(t, event),
            Event::Offered { party, text, value, refused } => {
                self.offered(t, party, text, (value, refused));
            }
            Event::Accepted { party, value } => self.accepted(t, party, value),
            Event::WalkedAway { party } => {
                let who = self.party(party);
                self.line(
                    t,
                    Happening::Turn,
                    format!("{who} leaves: nothing is worth more to it than no deal."),
                );
            }
        }
    }
}

impl Chronicle<'_> {
    /// What becomes of a package that all have signed.
    fn after_signing(&mut self, t: f64, event: Event<'_>) {
        match event {
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
                self.line(t, Happening::Signature, format!("The package is signed.{how}"));
            }
            Event::Divided { party, division } => {
                let who = self.party(party);
                let told = blocs::divided(self.scenario, party, &division);
                let text = format!("{who}’s home front votes: {told}.");
                self.line(t, Happening::Turn, text);
            }
            Event::VoteLost { party } => {
                let who = self.party(party);
                let after = match self.scenario.protocol.alternating() {
                    Some(_) => ".",
                    None => "; the talks go on, harder.",
                };
                let text = format!("{who}’s home front votes it down{after}");
                self.line(t, Happening::Turn, text);
            }
            Event::PledgeWithdrawn { party } => {
                let who = self.party(party);
                let text = format!("{who}’s home front refuses its pledge, which is withdrawn.");
                self.line(t, Happening::Turn, text);
            }
            Event::Ratified { defector, .. } => {
                let home = self.scenario.parties.iter().any(|party| party.ratification.is_some());
                if home || self.scenario.protocol.alternating().is_none() {
                    let parts =
                        defector.map(|i| format!(" {} does not do its part.", self.party(i)));
                    let text = format!("It is ratified.{}", parts.unwrap_or_default());
                    self.line(t, Happening::Turn, text);
                }
            }
            _ => {}
        }
    }
}
