//! A scorable game: a person in one seat, tactics in the others.

use super::{News, named};
use crate::engine::Trial;
use crate::engine::alternating::{Action, Closing, Game, Illegal, Move, Outcomes, Standing};
use crate::model::{Issue, Scenario};
use crate::present::Words;
use crate::results::story::{
    Agreed, Ending, Happening, Moment, Named, Reason, Story, Term, Time, Valued,
};
use crate::teach::points::{FULL, exact, shown};
use crate::teach::session::{Decision, Room};

/// A game of alternating offers with a person in it.
#[derive(Clone, Debug)]
pub struct Bargain<'r> {
    room: &'r Room,
    game: Game,
}

impl<'r> Bargain<'r> {
    /// A new game, as far as the person's first turn.
    pub(super) fn new(room: &'r Room) -> Self {
        let game = Game::new(&room.scenario, room.seed, &room.values, Trial::default());
        let mut bargain = Self { room, game };
        bargain.others_move();
        bargain
    }

    /// The room.
    pub fn room(&self) -> &'r Room {
        self.room
    }

    /// The game as it stands.
    pub fn game(&self) -> &Game {
        &self.game
    }

    fn others_move(&mut self) {
        while self.game.turn().is_some_and(|turn| turn.party != self.room.role) {
            self.game.play();
        }
    }

    pub(super) fn let_engine_finish(&mut self) {
        while self.game.play().is_some() {}
    }

    pub(super) fn act(&mut self, decision: &Decision) -> Result<(), String> {
        let action = match decision {
            Decision::Offer { package } => Action::Offer(self.outcome(package)?),
            Decision::Accept {} => Action::Accept,
            Decision::Walk {} => Action::Walk,
            Decision::Refuse {} => {
                return Err("here one refuses by making another offer; or walk".to_owned());
            }
            Decision::Push { .. } => {
                return Err("here one says what one wants by an offer".to_owned());
            }
            Decision::Hint {} => return Ok(()),
        };
        self.check(action)?;
        self.game.act(action).map_err(explain)?;
        self.others_move();
        Ok(())
    }

    /// May the person do this? Beyond the rules of the table, it signs nothing that its brief forbids.
    fn check(&self, action: Action) -> Result<(), String> {
        self.game.check(action).map_err(explain)?;
        let signed = match (action, self.game.standing()) {
            (Action::Offer(outcome), _) => Some(outcome),
            (Action::Accept, Some(standing)) => Some(standing.outcome),
            _ => None,
        };
        let wishes = self.game.view(self.room.role).wishes();
        if let Some(outcome) = signed.filter(|&outcome| wishes.refuses(outcome)) {
            return Err(format!(
                "{} crosses a red line of your brief",
                package(&self.room.scenario, self.outcomes(), outcome)
            ));
        }
        Ok(())
    }

    /// All that could be agreed.
    pub fn outcomes(&self) -> &Outcomes {
        self.game.view(self.room.role).outcomes()
    }

    /// The outcome of a package as it is typed. Issues left out are taken from the person's last offer
    /// or, before that, from its favourite.
    fn outcome(&self, given: &[(String, String)]) -> Result<usize, String> {
        let scenario = &self.room.scenario;
        let mut choices = self.outcomes().choose(self.draft());
        let mut given_already = vec![false; choices.len()];
        for (key, choice) in given {
            let issue = named::issue(scenario, key)?;
            if std::mem::replace(&mut given_already[issue], true) {
                return Err(format!("{key} is offered twice"));
            }
            choices[issue] = choice_of(&scenario.issues[issue], choice)?;
        }
        self.outcomes().number(&choices).ok_or_else(|| "there is no such package".to_owned())
    }

    /// What the person's next offer begins from: its last one, or its favourite.
    pub fn draft(&self) -> usize {
        let view = self.game.view(self.room.role);
        let last = view.offers_of(self.room.role).last();
        let favourite = || view.wishes().order().last();
        last.or_else(favourite).map_or(0, |&outcome| outcome as usize)
    }

    /// The round that is played, from 1; when the game is over the last one that was.
    pub fn round(&self) -> usize {
        match (self.game.turn(), self.game.closing()) {
            (Some(turn), _) => turn.round + 1,
            (None, Some(Closing::Agreed { rounds, .. } | Closing::WalkedAway { rounds, .. })) => {
                rounds
            }
            (None, _) => self.game.world().rounds().max(1),
        }
    }

    /// Points of an outcome to the person, if it is agreed on now: what waiting has cost is off.
    pub fn points(&self, outcome: usize) -> f64 {
        self.points_in(outcome, self.round())
    }

    /// Points of an outcome to the person, if it is agreed on in this round.
    fn points_in(&self, outcome: usize, round: usize) -> f64 {
        FULL * self.value_in(outcome, round)
    }

    /// The same from 0 to 1.
    fn value_in(&self, outcome: usize, round: usize) -> f64 {
        let utility = self.game.view(self.room.role).wishes().utility(outcome);
        self.game.world().discounted(self.room.role, utility, round)
    }

    /// Points of an outcome to the person, if it is offered now and all others take it as soon as they can.
    pub(super) fn points_if_offered(&self, outcome: usize) -> f64 {
        // Who acts before the person answers in the next round.
        self.points_in(outcome, self.round() + usize::from(self.room.role > 0))
    }

    /// Points of no deal to the person; waiting takes nothing off them.
    pub fn batna(&self) -> f64 {
        FULL * self.game.view(self.room.role).wishes().reservation()
    }

    /// Points that a choice of an issue brings the person, if it is agreed on now.
    pub fn part(&self, issue: usize, choice: usize) -> f64 {
        let place = self.outcomes().starts()[issue] + choice;
        let part = self.game.view(self.room.role).wishes().part(place);
        FULL * self.game.world().discounted(self.room.role, part, self.round())
    }

    /// Does waiting cost the person anything?
    fn is_discounted(&self) -> bool {
        self.game.world().discounted(self.room.role, 1.0, 2) < 1.0
    }

    /// Can nobody answer an offer that the person makes now? An offer asks everybody anew, and in the last
    /// round only that of the first to act can still be answered by all.
    pub(super) fn is_too_late(&self) -> bool {
        self.left_after() == Some(0) && self.room.role > 0
    }

    /// The rounds after this one, while the game goes on.
    fn left_after(&self) -> Option<usize> {
        self.game.turn().map(|turn| self.game.world().rounds() - turn.round - 1)
    }

    /// What is to be asked before the person does this.
    pub(super) fn doubt(&self, decision: &Decision) -> Option<String> {
        let batna = self.batna();
        match decision {
            Decision::Accept {} => {
                self.check(Action::Accept).ok()?;
                let points = self.points(self.standing()?.outcome);
                (points < batna).then(|| {
                    format!(
                        "It is worth {} points to you, and no deal {}. Accept it for good?",
                        shown(points),
                        shown(batna)
                    )
                })
            }
            Decision::Offer { package } => {
                let outcome = self.outcome(package).ok()?;
                self.check(Action::Offer(outcome)).ok()?;
                let points = self.points_if_offered(outcome);
                if self.is_too_late() {
                    let end =
                        "Nobody can answer an offer any more: it ends the talks without a deal.";
                    Some(format!("{end} Offer it for good?"))
                } else if points < batna {
                    Some(format!(
                        "If they take it you have {} points, and without a deal {}. Offer it for good?",
                        shown(points),
                        shown(batna)
                    ))
                } else {
                    None
                }
            }
            _ => None,
        }
    }

    pub(super) fn is_over(&self) -> bool {
        self.game.closing().is_some()
    }

    /// The offer on the table.
    pub fn standing(&self) -> Option<Standing> {
        self.game.standing()
    }

    pub(super) fn news(&self) -> Vec<News> {
        let story = self.story();
        let words = self.words();
        let news = story.happenings.iter().map(|moment| News {
            when: Words::time(&moment.time),
            text: words.happening(&moment.what),
        });
        let end = self
            .is_over()
            .then(|| News { when: "the end".to_owned(), text: words.own_ending(&story, false) });
        news.chain(end).collect()
    }

    /// How it ended, in a sentence; empty while it goes on.
    pub(crate) fn ending_words(&self) -> String {
        if self.is_over() { self.words().own_ending(&self.story(), false) } else { String::new() }
    }

    fn words(&self) -> Words<'r> {
        Words::at_the_table(&self.room.scenario, self.room.role)
    }

    /// The game as the person may know it: worths are its own, and nobody says why there was no deal.
    fn story(&self) -> Story {
        let scenario = &self.room.scenario;
        let time = |rounds: usize| Time::Round { round: rounds as u64 };
        let terms = |outcome| terms(scenario, self.outcomes(), outcome);
        let mut stands = None;
        let moment = |made: &Move| {
            let party = Named::party(scenario, made.turn.party);
            let rounds = made.turn.round + 1;
            if let Action::Offer(outcome) = made.action {
                stands = Some(outcome);
            }
            let value = stands.map_or(0.0, |outcome| self.value_in(outcome, rounds));
            let worth = Valued { party: Named::party(scenario, self.room.role), value };
            let what = match made.action {
                Action::Accept => Happening::Accepted { party, worth },
                Action::Walk => Happening::Left { party },
                Action::Offer(outcome) => Happening::Offered {
                    party,
                    terms: terms(outcome),
                    worth,
                    instead_of_value: None,
                },
            };
            Moment { time: time(rounds), what }
        };
        let happenings = self.game.moves().iter().map(moment).collect();
        let (mut agreed, mut ending) = (None, Ending::NoDeal { because: None });
        if let Some(Closing::Agreed { outcome, rounds, .. }) = self.game.closing() {
            agreed = Some(Agreed { time: time(rounds), terms: terms(outcome) });
            ending = match self.game.world().voted_down_by(outcome, Trial::default()) {
                Some(party) => {
                    let party = Named::party(scenario, party);
                    Ending::NoDeal { because: Some(Reason::VoteLost { party }) }
                }
                None => {
                    Ending::Deal { in_force: time(rounds), holds_for_months: None, defector: None }
                }
            };
        }
        Story { happenings, agreed, ending, values: Vec::new(), nearest_miss: None }
    }

    /// What each party has at the end, in points, with its alternative where there is no deal in force;
    /// `None` while the game goes on.
    pub fn score(&self, party: usize) -> Option<f64> {
        let world = self.game.world();
        let wishes = self.game.view(party).wishes();
        let value = match self.game.closing()? {
            Closing::Agreed { outcome, rounds, .. } if self.is_in_force(outcome) => {
                world.discounted(party, wishes.utility(outcome), rounds)
            }
            _ => wishes.reservation(),
        };
        Some(FULL * value)
    }

    /// Does an agreed outcome pass every home front?
    pub fn is_in_force(&self, outcome: usize) -> bool {
        self.game.world().voted_down_by(outcome, Trial::default()).is_none()
    }

    pub(super) fn clock(&self) -> String {
        let rounds = self.room.scenario.clock.rounds;
        match self.game.turn() {
            Some(turn) => format!("round {} of {rounds}", turn.round + 1),
            None => "over".to_owned(),
        }
    }

    pub(super) fn question(&self) -> String {
        if self.is_over() {
            let own = self.score(self.room.role).map_or(String::new(), shown);
            let batna = shown(self.batna());
            return format!(
                "{} You have {own} points; no deal was worth {batna}.",
                self.ending_words()
            );
        }
        let mut said = match self.standing() {
            None => "You open. Make an offer, or walk away.".to_owned(),
            Some(standing) => self.standing_words(standing),
        };
        if self.is_discounted() {
            said += " Points are as they count in this round; every round takes some off a deal, and none \
                     off no deal.";
        }
        match self.left_after() {
            Some(0) if self.room.role > 0 => {
                said += " This is your last move, and nobody can answer another offer: accept, or there is \
                         no deal.";
            }
            Some(0) => said += " The last round: the others answer once, and the talks are over.",
            Some(1) if self.room.role > 0 => {
                said += " An offer now is your last that can be answered: in the last round you can only \
                         accept.";
            }
            _ => {}
        }
        said
    }

    /// What lies on the table, against no deal, and who has said yes to it.
    fn standing_words(&self, standing: Standing) -> String {
        let own = standing.proposer == self.room.role;
        let title = |party: usize| self.room.scenario.parties[party].title.as_str();
        let points = self.points(standing.outcome);
        let mut said = if own {
            format!("Your own offer of {} points stands", shown(points))
        } else {
            format!("{} offers {} points", title(standing.proposer), shown(points))
        };
        let less = if points < self.batna() { ", which is more" } else { "" };
        said += &format!("; no deal is worth {}{less}.", shown(self.batna()));
        if self.room.scenario.parties.len() > 2 {
            let yes = self.said_yes();
            let names: Vec<&str> = yes.iter().map(|&party| title(party)).collect();
            said += &match names.as_slice() {
                [] => " Nobody else has said yes to it.".to_owned(),
                names => format!(" Yes so far: {}.", names.join(", ")),
            };
        }
        if own {
            said + " Make another offer, or walk away."
        } else {
            said + " Accept, make another offer, or walk away."
        }
    }

    /// Who has accepted the standing offer.
    fn said_yes(&self) -> Vec<usize> {
        let moves = self.game.moves().iter().rev();
        let since = moves.take_while(|made| !matches!(made.action, Action::Offer(_)));
        let mut yes: Vec<usize> = since
            .filter(|made| made.action == Action::Accept)
            .map(|made| made.turn.party)
            .filter(|&party| party != self.room.role)
            .collect();
        yes.reverse();
        yes
    }
}

/// Why a move cannot be made.
fn explain(illegal: Illegal) -> String {
    match illegal {
        Illegal::Over => "the talks are over".to_owned(),
        Illegal::NothingStands => "there is no offer to accept yet: make one".to_owned(),
        Illegal::OwnOffer => "the offer on the table is your own".to_owned(),
        Illegal::NoSuchOutcome => "there is no such package".to_owned(),
    }
}

/// The number of a choice as it is typed: the name of an option, or a number that may be offered.
fn choice_of(issue: &Issue, text: &str) -> Result<usize, String> {
    if issue.has_options() {
        let same = |name: &String| name.to_lowercase() == text.to_lowercase();
        return issue.options.iter().position(same).ok_or_else(|| {
            format!("{}: “{text}” is no option; there are {}", issue.id, issue.options.join(", "))
        });
    }
    let number: f64 = text
        .parse()
        .map_err(|_| format!("{}: “{text}” is no number; it lies on a scale", issue.id))?;
    let last = issue.points - 1;
    let place = issue.scale.to_unit(number) * last as f64;
    let nearest = place.round();
    if !number.is_finite()
        || (place - nearest).abs() > 1e-6
        || !(0.0..=last as f64).contains(&nearest)
    {
        let step = issue.scale.width() / last as f64;
        return Err(format!(
            "{}: {text} cannot be offered; from {} to {} in steps of {} can",
            issue.id,
            issue.scale.low,
            issue.scale.high,
            exact(step)
        ));
    }
    Ok(nearest as usize)
}

/// A choice as it is written.
pub(crate) fn choice_text(issue: &Issue, choice: usize) -> String {
    if issue.has_options() {
        return issue.options.get(choice).cloned().unwrap_or_default();
    }
    let x = choice as f64 / (issue.points - 1) as f64;
    exact(issue.scale.from_unit(x))
}

fn terms(scenario: &Scenario, outcomes: &Outcomes, outcome: usize) -> Vec<Term> {
    let mut text = Vec::new();
    outcomes.place(outcome, &mut text);
    Term::all(scenario, &text)
}

/// An outcome in words: `price 80, delivery now`.
pub(crate) fn package(scenario: &Scenario, outcomes: &Outcomes, outcome: usize) -> String {
    // Whoever sits at the table, terms are written alike.
    Words::at_the_table(scenario, 0).terms(&terms(scenario, outcomes, outcome))
}

/// An outcome as a decision.
pub(super) fn as_offer(scenario: &Scenario, outcomes: &Outcomes, outcome: usize) -> Decision {
    let choices = outcomes.choose(outcome);
    let pairs = scenario.issues.iter().zip(choices);
    let package = pairs.map(|(issue, choice)| (issue.id.clone(), choice_text(issue, choice)));
    Decision::Offer { package: package.collect() }
}
