//! What happens in a history, and how it ends, in words: the one place for them. Whoever reads decides on
//! some: an onlooker sees what everything is worth to whom, somebody at the table reads of himself as “you”
//! and of his own points.

use super::anchor::{in_words, place};
use super::causes::why;
use super::interims;
use super::words::listed;
use crate::model::{Issue, Scenario};
use crate::results::discover::{quantity, value};
use crate::results::story::{
    Amount, Answer, Change, Draft, Ending, Happening, Lack, Named, NearMiss, Reason, Story, Term,
    Time, Valued,
};
use crate::text::number::{change, exact, lifetime, percent, position, score};

/// Points of all that a party could want, as those at the table count.
const FULL: f64 = 100.0;

/// Words for the stories of a scenario.
#[derive(Clone, Copy)]
pub(crate) struct Words<'a> {
    scenario: &'a Scenario,
    /// The party that reads; `None` for an onlooker.
    you: Option<usize>,
}

impl<'a> Words<'a> {
    /// For an onlooker.
    pub(crate) fn new(scenario: &'a Scenario) -> Self {
        Self { scenario, you: None }
    }

    /// For somebody in the seat of this party.
    pub(crate) fn at_the_table(scenario: &'a Scenario, role: usize) -> Self {
        Self { scenario, you: Some(role) }
    }

    fn is_you(self, party: &Named) -> bool {
        self.you.is_some_and(|you| self.scenario.parties[you].id == party.id)
    }

    /// A party and what it does: “You table”, “Northland tables”.
    fn does(self, party: &Named, you: &str, others: &str) -> String {
        if self.is_you(party) { format!("You {you}") } else { format!("{} {others}", party.title) }
    }

    fn home_front(self, party: &Named) -> String {
        match self.you {
            Some(_) if self.is_you(party) => "Your home front".to_owned(),
            Some(_) => format!("The home front of {}", party.title),
            None => format!("{}’s home front", party.title),
        }
    }

    fn in_rounds(self) -> bool {
        self.scenario.offers().is_some()
    }

    fn issue(self, named: &Named) -> Option<&'a Issue> {
        self.scenario.issue_index(&named.id).map(|issue| &self.scenario.issues[issue])
    }

    /// The day or the round.
    pub(crate) fn time(time: &Time) -> String {
        match time {
            Time::Round { round } => format!("round {round}"),
            Time::Month { months, date } => {
                let day = date.as_ref().and_then(|date| date.parse().ok());
                day.map_or_else(|| format!("month {months:.1}"), crate::text::date)
            }
        }
    }

    /// A position on an issue's scale, as those at the table write it: as it is where it is chosen, and
    /// rounded where it is drafted.
    fn written(self, at: f64) -> String {
        exact(if self.in_rounds() { at } else { (at * 10.0).round() / 10.0 })
    }

    /// Terms: with what they mean for an onlooker, as they are written at the table.
    pub(crate) fn terms(self, terms: &[Term]) -> String {
        let words = |term: &Term| {
            let at = match (&term.option, self.you, self.issue(&term.issue)) {
                (Some(option), _, _) => option.clone(),
                (None, None, Some(issue)) => place(issue, term.position),
                (None, _, _) => self.written(term.position),
            };
            format!("{} {at}", term.issue.id)
        };
        let separator = if self.you.is_some() { ", " } else { "; " };
        terms.iter().map(words).collect::<Vec<_>>().join(separator)
    }

    /// Something that happened, in a sentence. What is answered to a text is told apart.
    pub(crate) fn happening(self, what: &Happening) -> String {
        match what {
            Happening::LineMoved { issue, position } => self.line_moved(issue, *position),
            Happening::EventHappened { event, changes } => {
                let event = event.title.trim_end_matches('.');
                let head = if self.you.is_some() { "" } else { "Event: " };
                let changes: Vec<String> =
                    changes.iter().map(|change| self.change(change)).collect();
                format!("{head}{event}.{}", changes.concat())
            }
            Happening::PledgeMade { party, delivered_share } => format!(
                "{}; all pledges now deliver {} of a full guarantee.",
                self.does(party, "make your pledge", "makes its pledge"),
                percent(*delivered_share)
            ),
            Happening::TriesFailed { tries } => {
                let times = if *tries == 1 { "A try".to_owned() } else { format!("{tries} tries") };
                format!("{times} at a text came to nothing: the moment was not ripe.")
            }
            Happening::LeadersMet { text_tabled: true } => {
                "The leaders meet, and table a text.".to_owned()
            }
            Happening::LeadersMet { text_tabled: false } => {
                "The leaders meet, and part without a text: trust falls.".to_owned()
            }
            Happening::TextWithheld { party } => format!(
                "{} drafts a package that it would not sign itself, and tables nothing.",
                party.title
            ),
            Happening::TextTabled { by, draft, .. } => self.tabled(by.as_ref(), draft, false),
            Happening::InterimDeal { deal, halts_fighting, fate } => {
                interims::told(deal.as_ref(), *halts_fighting, *fate)
            }
            Happening::Signed { terms, .. } if self.you.is_some() => {
                format!(
                    "The package is signed, and goes home to be ratified: {}.",
                    self.terms(terms)
                )
            }
            Happening::Signed { owed_to_side_payment, .. } => {
                let how = " Without its side payment one of them would not have.";
                format!("The package is signed.{}", if *owed_to_side_payment { how } else { "" })
            }
            Happening::BlocsVoted { party, yes_share, against, blocs } => {
                format!(
                    "{} votes: {}.",
                    self.home_front(party),
                    divided(*yes_share, against, *blocs)
                )
            }
            Happening::VotedDown { party, talks_go_on } => {
                let after = if *talks_go_on { "; the talks go on, harder" } else { "" };
                format!("{} votes it down{after}.", self.home_front(party))
            }
            Happening::PledgeWithdrawn { party } => format!(
                "{} refuses {} pledge, which is withdrawn.",
                self.home_front(party),
                if self.is_you(party) { "your" } else { "its" }
            ),
            Happening::Ratified { defector } => {
                let part =
                    defector.as_ref().map(|who| format!(" {} does not do its part.", who.title));
                format!("It is ratified.{}", part.unwrap_or_default())
            }
            Happening::Offered { party, terms, worth, instead_of_value } => {
                let offers = self.does(party, "offer", "offers");
                format!("{offers} {}{}.", self.terms(terms), self.worth(worth, *instead_of_value))
            }
            Happening::Accepted { party, .. } if self.you.is_some() => {
                format!("{}.", self.does(party, "accept", "accepts"))
            }
            Happening::Accepted { party, worth } => {
                format!("{} says yes{}.", party.title, self.worth(worth, None))
            }
            Happening::Left { party } if self.you.is_some() => {
                format!("{}.", self.does(party, "walk away", "walks away"))
            }
            Happening::Left { party } => {
                format!("{} leaves: nothing is worth more to it than no deal.", party.title)
            }
        }
    }

    fn line_moved(self, issue: &Named, at: f64) -> String {
        let Some(issue) = self.issue(issue) else { return "The line has moved.".to_owned() };
        let shown = match self.you {
            Some(_) => self.written(at),
            None => position(at, issue.scale.width()),
        };
        format!("The line has moved to {shown} ({}).", in_words(issue, at))
    }

    fn change(self, change: &Change) -> String {
        let shown = |amount: &Amount| match amount {
            Amount::Number(at) => value(Some(self.scenario), &change.path, *at),
            Amount::Word(word) => word.clone(),
        };
        let what = upper(&quantity(self.scenario, &change.path));
        if change.from == change.to {
            return format!(" {what} stays at {}.", shown(&change.to));
        }
        format!(" {what} goes from {} to {}.", shown(&change.from), shown(&change.to))
    }

    /// That a text is on the table; in short without its terms.
    pub(crate) fn tabled(self, by: Option<&Named>, draft: &Draft, in_short: bool) -> String {
        let what = match draft {
            Draft::Interim { deal, renewal: true, .. } => return interims::run_out(deal.as_ref()),
            Draft::Interim { deal, terms, halts_fighting, .. } => {
                // Whoever reads, it is the meaning that counts: nobody bargains over these terms.
                let terms = Self::new(self.scenario).terms(terms);
                let terms = (!in_short).then_some((terms, *halts_fighting));
                interims::tabled(deal.as_ref(), terms)
            }
            Draft::Package { .. } if in_short => "a package".to_owned(),
            Draft::Package { terms } => format!("a package: {}", self.terms(terms)),
        };
        let tables = match by {
            Some(party) => self.does(party, "table", "tables"),
            None => "The mediator tables".to_owned(),
        };
        format!("{tables} {what}.")
    }

    fn worth(self, worth: &Valued, instead_of: Option<f64>) -> String {
        if self.you.is_some() {
            return format!(" ({} points to you)", score(FULL * worth.value));
        }
        let instead = instead_of.map_or(String::new(), |value| format!(", instead of {value:.3}"));
        format!(": worth {:.3} to it{instead}", worth.value)
    }

    /// What a party says to a text, and why: all of it.
    pub(crate) fn answer(answer: &Answer) -> String {
        let says = if answer.accepts { "would sign" } else { "refuses" };
        let mut why = format!(
            "terms {:.2} against {:.2} without, believed to last with {}; worth of signing {}",
            answer.value_of_terms,
            answer.value_of_no_deal,
            percent(answer.believed_survival),
            change(answer.worth_of_signing, 3)
        );
        for (what, part) in [("side payment", answer.side_payment), ("bad faith", answer.bad_faith)]
        {
            if part != 0.0 {
                why += &format!(", of which {what} {}", change(part, 3));
            }
        }
        why += &format!(
            ", readiness {}, mood {}",
            change(answer.readiness, 3),
            change(answer.mood, 3)
        );
        if answer.passes_at_home < 1.0 {
            why += &format!(
                "; odds that it passes at home {}, which makes the worth of its name {}",
                percent(answer.passes_at_home),
                change(answer.worth_of_name, 3)
            );
        }
        if let Some(issue) = &answer.red_line {
            why += &format!("; the text crosses its red line on {}", issue.id);
        }
        format!("{} {says}: {why}.", answer.party.title)
    }

    /// Who would sign and who would not: in short for an onlooker, aloud at the table.
    pub(crate) fn answers(self, answers: &[Answer]) -> String {
        let names = |accept: bool| {
            let those = answers.iter().filter(|answer| answer.accepts == accept);
            let names: Vec<String> = those.map(|answer| self.name(answer)).collect();
            names.join(", ")
        };
        let (yes, no) = (names(true), names(false));
        match (self.you, yes.is_empty(), no.is_empty()) {
            (None, _, true) => "All would sign.".to_owned(),
            (None, true, false) => format!("None would sign: {no}."),
            (None, false, false) => format!("Would sign: {yes}. Would not: {no}."),
            (Some(_), _, true) => format!("Yes: {yes}."),
            (Some(_), true, false) => format!("No: {no}."),
            (Some(_), false, false) => format!("Yes: {yes}. No: {no}."),
        }
    }

    fn name(self, answer: &Answer) -> String {
        match &answer.red_line {
            _ if self.is_you(&answer.party) => "You".to_owned(),
            Some(issue) if self.you.is_none() => {
                format!("{} (red line on {})", answer.party.title, issue.id)
            }
            _ => answer.party.title.clone(),
        }
    }

    /// How near the nearest text came.
    pub(crate) fn near_miss(miss: &NearMiss) -> String {
        let parts: Vec<String> = miss.lacking.iter().map(lack).collect();
        let lacked = if parts.is_empty() {
            "all were inclined to sign, and a passing mood decided".to_owned()
        } else {
            parts.join("; ")
        };
        format!("The nearest miss was the text of {}: {lacked}.", Words::time(&miss.time))
    }

    /// How it ended, for an onlooker.
    pub(crate) fn ending(self, story: &Story) -> String {
        let worth = || {
            let parts = story.values.iter();
            let parts = parts.map(|own| format!("{} {:.3}", own.party.title, own.value));
            parts.collect::<Vec<_>>().join(", ")
        };
        match &story.ending {
            Ending::Deal { in_force, .. } if self.in_rounds() => {
                format!("The end: a deal in {}. It is worth: {}.", Words::time(in_force), worth())
            }
            Ending::Deal { in_force, defector, holds_for_months } => {
                let after = match defector {
                    Some(party) => format!(", but {} does not carry it out.", party.title),
                    None => format!(". It lasts {}.", lasts(*holds_for_months)),
                };
                let day = Words::time(in_force);
                format!("The end: a deal, signed, and in force from {day}{after}")
            }
            Ending::NoDeal { because } => {
                let why = because.as_ref().map(|reason| why(reason, self.in_rounds()));
                let why = why.map_or(String::new(), |why| format!(", because {why}"));
                let each = if self.in_rounds() {
                    format!(" Each has: {}.", worth())
                } else {
                    String::new()
                };
                format!("The end: no deal{why}.{each}")
            }
        }
    }

    /// How it ended, for somebody at the table who may have left it before.
    pub(crate) fn own_ending(self, story: &Story, left: bool) -> String {
        if self.in_rounds() {
            return self.closed(story);
        }
        let own = story.values.iter().find(|own| self.is_you(&own.party));
        let own = own.map_or(String::new(), |own| score(FULL * own.value));
        match &story.ending {
            Ending::Deal { in_force, defector: Some(party), .. } => format!(
                "A deal, in force from {}, but {} does not carry it out. Its terms would be worth {own} \
                 points of 100 to you.",
                Words::time(in_force),
                party.title
            ),
            Ending::Deal { in_force, holds_for_months, defector: None } => format!(
                "A deal, in force from {}; it lasts {}. Its terms are worth {own} points of 100 to you.",
                Words::time(in_force),
                lasts(*holds_for_months)
            ),
            Ending::NoDeal { .. } => {
                let left = if left { " after you left" } else { "" };
                format!("No deal in force at the end{left}. You have {own} points.")
            }
        }
    }

    /// How a game of offers ended, for somebody who played in it.
    fn closed(self, story: &Story) -> String {
        let agreed = story.agreed.as_ref();
        let [round, terms] = agreed.map_or_else(Default::default, |agreed| {
            [Words::time(&agreed.time), self.terms(&agreed.terms)]
        });
        let last = story.happenings.last().map(|moment| &moment.what);
        match (&story.ending, last) {
            (Ending::Deal { .. }, _) => format!("A deal in {round}: {terms}."),
            (Ending::NoDeal { because: Some(Reason::VoteLost { party }) }, _) => {
                let who = if self.is_you(party) {
                    "your own home front".to_owned()
                } else {
                    format!("the home front of {}", party.title)
                };
                format!("Agreed in {round} on {terms}, but voted down by {who}. No deal.")
            }
            (_, Some(Happening::Left { party })) => {
                format!(
                    "{} walked away. No deal.",
                    if self.is_you(party) { "You" } else { &party.title }
                )
            }
            _ => "The last round is over. No deal.".to_owned(),
        }
    }
}

fn lasts(months: Option<f64>) -> String {
    lifetime(months.unwrap_or(f64::INFINITY))
}

/// What kept a party from signing.
fn lack(lack: &Lack) -> String {
    let who = &lack.party.title;
    match &lack.red_line {
        Some(issue) => format!("{who}’s red line on {} had to move", issue.id),
        None if lack.worth_of_name > -0.0005 => format!("{who} lacked less than 0.001 in value"),
        None => format!("{who} lacked {:.3} in value", -lack.worth_of_name),
    }
}

/// How the blocs of a home front voted: “62% of the seats say yes; the Farmers say no”.
fn divided(yes: f64, against: &[Named], blocs: usize) -> String {
    let titles: Vec<&str> = against.iter().map(|bloc| bloc.title.as_str()).collect();
    match titles.as_slice() {
        [] => "all blocs say yes".to_owned(),
        all if all.len() == blocs => "no bloc says yes".to_owned(),
        [one] => format!("{} of the seats say yes; {one} says no", percent(yes)),
        some => format!("{} of the seats say yes; {} say no", percent(yes), listed(some)),
    }
}

/// With a capital at the beginning.
fn upper(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Fate;
    use crate::results::story::{Agreed, Moment};
    use crate::scenario::{LoadOptions, TemplateKind, load, template};

    fn scene(kind: TemplateKind) -> Scenario {
        load("scene.toml", &template(kind, "A scene"), &LoadOptions::default()).unwrap().scenario
    }

    /// What happens at the docks, for an onlooker and for the port.
    fn told(what: &Happening) -> [String; 2] {
        let scenario = scene(TemplateKind::Mediated);
        [Words::new(&scenario), Words::at_the_table(&scenario, 0)]
            .map(|words| words.happening(what))
    }

    fn port() -> Named {
        Named::new("port", "Port of Eastmere")
    }

    fn union() -> Named {
        Named::new("union", "Dockers' union")
    }

    fn package() -> Vec<Term> {
        Term::all(&scene(TemplateKind::Mediated), &[0.5, 0.0, 0.3333])
    }

    const TERMS: &str = "wages 6.0, inflation; jobs 0, none; cranes 33, between “all at once” and \
                         “half the terminals”";
    const WRITTEN: &str = "wages 6, jobs 0, cranes 33.3";

    #[test]
    fn what_moves_and_happens() {
        let line = Happening::LineMoved { issue: Named::new("wages", "Pay rise"), position: 5.04 };
        assert_eq!(
            told(&line),
            [
                "The line has moved to 5.0 (near “inflation”).",
                "The line has moved to 5 (near “inflation”)."
            ]
        );
        let event = |from, to| Happening::EventHappened {
            event: Named::new("ship-turned-away", "A ship is turned away"),
            changes: vec![Change {
                path: "trust.port.union".to_owned(),
                from: Amount::Number(from),
                to: Amount::Number(to),
            }],
        };
        assert_eq!(
            told(&event(0.4, 0.3))[0],
            "Event: A ship is turned away. Trust between Port of Eastmere and Dockers' union goes \
             from 0.4 to 0.3."
        );
        assert_eq!(
            told(&event(0.0, 0.0))[0],
            "Event: A ship is turned away. Trust between Port of Eastmere and Dockers' union stays \
             at 0."
        );
        let event = Named::new("ship-turned-away", "A ship is turned away.");
        assert_eq!(
            told(&Happening::EventHappened { event, changes: Vec::new() }),
            ["Event: A ship is turned away.", "A ship is turned away."]
        );
        assert_eq!(
            told(&Happening::PledgeMade { party: port(), delivered_share: 0.14 }),
            [
                "Port of Eastmere makes its pledge; all pledges now deliver 14% of a full guarantee.",
                "You make your pledge; all pledges now deliver 14% of a full guarantee."
            ]
        );
        let tries = |tries| told(&Happening::TriesFailed { tries })[0].clone();
        assert_eq!(tries(1), "A try at a text came to nothing: the moment was not ripe.");
        assert_eq!(tries(3), "3 tries at a text came to nothing: the moment was not ripe.");
        let met = |text_tabled| told(&Happening::LeadersMet { text_tabled })[1].clone();
        assert_eq!(met(true), "The leaders meet, and table a text.");
        assert_eq!(met(false), "The leaders meet, and part without a text: trust falls.");
    }

    #[test]
    fn texts_and_what_becomes_of_them() {
        let withheld = Happening::TextWithheld { party: Named::new("judge", "The judge") };
        assert_eq!(
            told(&withheld)[0],
            "The judge drafts a package that it would not sign itself, and tables nothing."
        );
        let tabled = |by: Option<Named>, draft: Draft| {
            told(&Happening::TextTabled { by, draft, answers: Vec::new() })
        };
        assert_eq!(
            tabled(Some(port()), Draft::Package { terms: package() }),
            [
                format!("Port of Eastmere tables a package: {TERMS}."),
                format!("You table a package: {WRITTEN}.")
            ]
        );
        let interim = |deal: Option<Named>, terms, renewal| {
            tabled(None, Draft::Interim { deal, terms, halts_fighting: true, renewal })[1].clone()
        };
        let pause = || Some(Named::new("pause", "A pause"));
        assert_eq!(
            interim(pause(), package()[1..2].to_vec(), false),
            "The mediator tables an interim deal, “A pause”: jobs 0, none; the guns fall silent."
        );
        assert_eq!(
            interim(None, Vec::new(), false),
            "The mediator tables a ceasefire alone: the guns fall silent where they stand."
        );
        assert_eq!(
            interim(pause(), Vec::new(), true),
            "“A pause” has run out; the parties are asked to go on with it."
        );
        let fates = |deal: Option<Named>| {
            Fate::ALL.map(|fate| {
                let deal = deal.clone();
                told(&Happening::InterimDeal { deal, halts_fighting: true, fate })[0].clone()
            })
        };
        assert_eq!(
            fates(pause()),
            [
                "“A pause” comes into force.",
                "“A pause” is renewed.",
                "“A pause” ends, and the fighting goes on.",
                "“A pause” is broken; trust falls.",
                "“A pause” has led to the whole.",
            ]
        );
        assert_eq!(fates(None)[0], "A ceasefire comes into force.");
        assert_eq!(fates(None)[3], "The ceasefire breaks; trust falls.");
        let signed = |owed_to_side_payment| {
            told(&Happening::Signed { terms: package(), owed_to_side_payment })
        };
        assert_eq!(
            signed(false),
            [
                "The package is signed.".to_owned(),
                format!("The package is signed, and goes home to be ratified: {WRITTEN}.")
            ]
        );
        assert_eq!(
            signed(true)[0],
            "The package is signed. Without its side payment one of them would not have."
        );
    }

    #[test]
    fn what_home_fronts_say() {
        let bloc = |title: &str| Named::new(title, title);
        let voted = |party: Named, against: Vec<Named>| {
            told(&Happening::BlocsVoted { party, yes_share: 0.62, against, blocs: 3 })
        };
        assert_eq!(
            voted(union(), vec![bloc("Old Town")]),
            [
                "Dockers' union’s home front votes: 62% of the seats say yes; Old Town says no.",
                "The home front of Dockers' union votes: 62% of the seats say yes; Old Town says no."
            ]
        );
        assert_eq!(voted(port(), Vec::new())[1], "Your home front votes: all blocs say yes.");
        assert_eq!(
            voted(port(), vec![bloc("A"), bloc("B")])[1],
            "Your home front votes: 62% of the seats say yes; A and B say no."
        );
        assert_eq!(
            voted(port(), vec![bloc("A"), bloc("B"), bloc("C")])[1],
            "Your home front votes: no bloc says yes."
        );
        let lost = |talks_go_on| told(&Happening::VotedDown { party: port(), talks_go_on });
        assert_eq!(
            lost(true),
            [
                "Port of Eastmere’s home front votes it down; the talks go on, harder.",
                "Your home front votes it down; the talks go on, harder."
            ]
        );
        assert_eq!(lost(false)[0], "Port of Eastmere’s home front votes it down.");
        assert_eq!(
            told(&Happening::PledgeWithdrawn { party: port() }),
            [
                "Port of Eastmere’s home front refuses its pledge, which is withdrawn.",
                "Your home front refuses your pledge, which is withdrawn."
            ]
        );
        assert_eq!(told(&Happening::Ratified { defector: None })[1], "It is ratified.");
        assert_eq!(
            told(&Happening::Ratified { defector: Some(union()) })[0],
            "It is ratified. Dockers' union does not do its part."
        );
    }

    #[test]
    fn offers_and_how_a_game_ends() {
        let scenario = scene(TemplateKind::ScorableGame);
        let [onlooker, ana] = [Words::new(&scenario), Words::at_the_table(&scenario, 0)];
        let told = |what: &Happening| [onlooker.happening(what), ana.happening(what)];
        let [her, him] = [0, 1].map(|party| Named::party(&scenario, party));
        let terms = Term::all(&scenario, &[0.0, 0.5, 0.125]);
        let worth = Valued { party: her.clone(), value: 0.4325 };
        let offered = Happening::Offered {
            party: her.clone(),
            terms: terms.clone(),
            worth: worth.clone(),
            instead_of_value: Some(0.2),
        };
        assert_eq!(
            told(&offered),
            [
                "Ana offers flat Ana the large one; kitchen Ben; rent 35.0, between “a third” and \
                 “half”: worth 0.432 to it, instead of 0.200.",
                "You offer flat Ana the large one, kitchen Ben, rent 35 (43.3 points to you)."
            ]
        );
        assert_eq!(
            told(&Happening::Accepted { party: him.clone(), worth }),
            ["Ben says yes: worth 0.432 to it.", "Ben accepts."]
        );
        let left = Happening::Left { party: her.clone() };
        assert_eq!(
            told(&left),
            ["Ana leaves: nothing is worth more to it than no deal.", "You walk away."]
        );
        let time = Time::Round { round: 4 };
        let story = |happenings, agreed: bool, ending| Story {
            happenings,
            agreed: agreed.then(|| Agreed { time: time.clone(), terms: terms.clone() }),
            ending,
            values: vec![Valued { party: him.clone(), value: 0.5 }],
            nearest_miss: None,
        };
        let deal = Ending::Deal { in_force: time.clone(), holds_for_months: None, defector: None };
        let no_deal = |because| Ending::NoDeal { because };
        let ends = |story: &Story| [onlooker.ending(story), ana.own_ending(story, false)];
        assert_eq!(
            ends(&story(Vec::new(), true, deal)),
            [
                "The end: a deal in round 4. It is worth: Ben 0.500.",
                "A deal in round 4: flat Ana the large one, kitchen Ben, rent 35."
            ]
        );
        assert_eq!(
            ends(&story(Vec::new(), true, no_deal(Some(Reason::VoteLost { party: him.clone() })))),
            [
                "The end: no deal, because Ben’s home front voted it down. Each has: Ben 0.500.",
                "Agreed in round 4 on flat Ana the large one, kitchen Ben, rent 35, but voted down \
                 by the home front of Ben. No deal."
            ]
        );
        assert_eq!(
            ends(&story(Vec::new(), false, no_deal(Some(Reason::TimeRanOut)))),
            [
                "The end: no deal, because the rounds ran out. Each has: Ben 0.500.",
                "The last round is over. No deal."
            ]
        );
        let gone = vec![Moment { time: time.clone(), what: left }];
        assert_eq!(ends(&story(gone, false, no_deal(None)))[1], "You walked away. No deal.");
    }

    #[test]
    #[expect(clippy::too_many_lines, reason = "a table of endings and their words")]
    fn how_talks_end_and_what_was_missing() {
        let scenario = scene(TemplateKind::Mediated);
        let [onlooker, at_port] = [Words::new(&scenario), Words::at_the_table(&scenario, 0)];
        let day = Time::new(&scenario, 2.0);
        let deal = |holds_for_months, defector| Ending::Deal {
            in_force: day.clone(),
            holds_for_months,
            defector,
        };
        let ends = |ending| {
            let story = Story {
                happenings: Vec::new(),
                agreed: None,
                ending,
                values: vec![Valued { party: port(), value: 0.4325 }],
                nearest_miss: None,
            };
            [onlooker.ending(&story), at_port.own_ending(&story, true)]
        };
        assert_eq!(
            ends(deal(Some(36.0), None)),
            [
                "The end: a deal, signed, and in force from 6 Mar 2026. It lasts 3 years.",
                "A deal, in force from 6 Mar 2026; it lasts 3 years. Its terms are worth 43.3 points \
                 of 100 to you."
            ]
        );
        assert!(ends(deal(None, None))[0].ends_with("It lasts more than 50 years."));
        assert_eq!(
            ends(deal(Some(36.0), Some(union()))),
            [
                "The end: a deal, signed, and in force from 6 Mar 2026, but Dockers' union does not \
                 carry it out.",
                "A deal, in force from 6 Mar 2026, but Dockers' union does not carry it out. Its \
                 terms would be worth 43.3 points of 100 to you."
            ]
        );
        assert_eq!(
            ends(Ending::NoDeal { because: Some(Reason::NeverTabled) }),
            [
                "The end: no deal, because no text was ever tabled.",
                "No deal in force at the end after you left. You have 43.3 points."
            ]
        );
        let answer = Answer {
            party: port(),
            accepts: false,
            value_of_terms: 0.5,
            value_of_no_deal: 0.45,
            believed_survival: 0.8,
            worth_of_signing: 0.04,
            side_payment: 0.02,
            bad_faith: 0.0,
            readiness: -0.01,
            mood: 0.005,
            passes_at_home: 0.6,
            worth_of_name: -0.0312,
            red_line: Some(Named::new("cranes", "Automation of the cranes")),
        };
        assert_eq!(
            Words::answer(&answer),
            "Port of Eastmere refuses: terms 0.50 against 0.45 without, believed to last with 80%; \
             worth of signing +0.040, of which side payment +0.020, readiness −0.010, mood +0.005; \
             odds that it passes at home 60%, which makes the worth of its name −0.031; the text \
             crosses its red line on cranes."
        );
        let willing = Answer { party: union(), accepts: true, red_line: None, ..answer.clone() };
        let both = [answer, willing];
        assert_eq!(
            onlooker.answers(&both),
            "Would sign: Dockers' union. Would not: Port of Eastmere (red line on cranes)."
        );
        assert_eq!(onlooker.answers(&both[1..]), "All would sign.");
        assert_eq!(
            onlooker.answers(&both[..1]),
            "None would sign: Port of Eastmere (red line on cranes)."
        );
        assert_eq!(at_port.answers(&both), "Yes: Dockers' union. No: You.");
        let lack = |worth_of_name, red_line| Lack { party: union(), red_line, worth_of_name };
        let miss =
            |lacking| Words::near_miss(&NearMiss { time: day.clone(), happening: 0, lacking });
        assert_eq!(
            miss(vec![
                lack(-0.0312, None),
                lack(-0.0001, None),
                lack(0.1, Some(Named::new("jobs", "Job guarantee")))
            ]),
            "The nearest miss was the text of 6 Mar 2026: Dockers' union lacked 0.031 in value; \
             Dockers' union lacked less than 0.001 in value; Dockers' union’s red line on jobs had \
             to move."
        );
        assert_eq!(
            miss(Vec::new()),
            "The nearest miss was the text of 6 Mar 2026: all were inclined to sign, and a passing \
             mood decided."
        );
    }
}
