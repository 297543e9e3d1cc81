//! Parts of a scenario that change nothing.

use super::Warn;
use crate::model::{
    Bargainer, Event, EventEffect, Fate, Operation, PledgeTime, Question, Tactic, Target, What,
    When,
};
use crate::prior::Prior;
use crate::scenario::codes;
use crate::scenario::diagnostic::Diagnostic;

impl Warn<'_> {
    pub(super) fn idle_events(&mut self) {
        let scenario = self.scenario;
        for (index, event) in scenario.events.iter().enumerate() {
            let asked =
                scenario.questions.iter().any(|question| question.what == What::Event(index));
            if event.effects.is_empty() && !asked {
                let span = self.item_key("events", index, "name");
                self.push(
                    Diagnostic::new(
                        codes::IDLE_EVENT,
                        span,
                        format!(
                            "the event `{}` has no effects, and no question asks about it",
                            event.id
                        ),
                    )
                    .help("give it `effects`, or drop it")
                    .path(format!("events.{}", event.id)),
                );
            }
            for effect in &event.effects {
                self.idle_effect(event, effect);
            }
            let counts = |effect: &EventEffect| effect.target.is_part_of_alternatives();
            if event.foreseen && !event.effects.iter().any(counts) {
                let span = self.item_key("events", index, "foreseen");
                self.push(
                    Diagnostic::new(
                        codes::IDLE_ANNOUNCEMENT,
                        span,
                        format!("that the event `{}` is announced changes nothing", event.id),
                    )
                    .label("nothing it does is part of an alternative")
                    .help("drop `foreseen`, or say what it does to war costs, war terms, reservations or the front's drift")
                    .path(format!("events.{}.foreseen", event.id)),
                );
            }
        }
    }

    fn idle_effect(&mut self, event: &Event, effect: &EventEffect) {
        let by = &self.scenario.inputs[effect.by.index()].prior;
        let nothing = match effect.operation {
            Operation::Add => *by == Prior::Constant(0.0),
            Operation::Multiply => *by == Prior::Constant(1.0),
            Operation::Set => false,
        };
        let guaranteed = self.scenario.guarantee_issue().is_some()
            && self.scenario.parties.iter().any(|party| party.pledge.is_some());
        let why = match effect.target {
            _ if nothing && effect.operation == Operation::Add => "adding 0 changes nothing",
            _ if nothing => "multiplying by 1 changes nothing",
            Target::Cohesion | Target::Credibility if !guaranteed => {
                "without pledges and a guarantee issue nothing hangs on the coalition"
            }
            _ => return,
        };
        let span = self.span(effect.by);
        self.push(
            Diagnostic::new(
                codes::IDLE_EFFECT,
                span,
                format!("an effect of the event `{}` changes nothing", event.id),
            )
            .label(why)
            .help("drop the effect, or say what it was meant to change")
            .path(self.path(effect.by)),
        );
    }

    pub(super) fn idle_pledges(&mut self) {
        if self.scenario.guarantee_issue().is_some() {
            return;
        }
        let scenario = self.scenario;
        for party in scenario.parties.iter().filter(|party| party.pledge.is_some()) {
            let span = self.key(&["parties", &party.id, "pledge"]);
            self.push(
                Diagnostic::new(
                    codes::IDLE_PLEDGE,
                    span,
                    format!("`{}` makes a pledge, but no issue is a guarantee", party.id),
                )
                .label("it stands behind nothing")
                .help(
                    "give an issue effect = { guarantee = { strong_end = 0 } }, or drop the pledge",
                )
                .path(format!("parties.{}.pledge", party.id)),
            );
        }
    }

    pub(super) fn idle_leverage(&mut self) {
        if self.scenario.mediation.style.is_some() {
            return;
        }
        let scenario = self.scenario;
        for party in scenario.parties.iter().filter(|party| !party.leverage.is_empty()) {
            let span = self.key(&["parties", &party.id, "leverage"]);
            self.push(
                Diagnostic::new(
                    codes::IDLE_LEVERAGE,
                    span,
                    format!("`{}` has leverage, but nobody mediates", party.id),
                )
                .label("side payments come with a mediator's text")
                .help("add [mediation] with style = \"formulation\" or \"facilitation\"")
                .path(format!("parties.{}.leverage", party.id)),
            );
        }
    }

    /// By alternating offers a party with a tactic has no use for its concession speed.
    pub(super) fn idle_concession_speed(&mut self) {
        let scenario = self.scenario;
        for party in &scenario.parties {
            let bargains = party.bargainer.as_ref();
            let follows = |bargainer: &Bargainer| bargainer.tactics.contains(&Tactic::Patience);
            let stated = scenario.inputs[party.concession_speed.index()].provenance.stated;
            if !stated || bargains.is_none_or(follows) {
                continue;
            }
            self.push(
                Diagnostic::new(
                    codes::IDLE_PATIENCE,
                    self.span(party.concession_speed),
                    format!(
                        "`{}` has a tactic, and its concession speed changes nothing",
                        party.id
                    ),
                )
                .help("drop it, or write the tactic as { polynomial = 1/concession_speed }")
                .path(self.path(party.concession_speed)),
            );
        }
    }

    /// What hangs together with nothing.
    pub(super) fn idle_dependence(&mut self) {
        let Some(dependence) = &self.scenario.dependence else { return };
        for member in dependence.members() {
            let input = &self.scenario.inputs[member.input.index()];
            if !input.prior.is_uncertain() {
                let message = format!("`{}` is known, and hangs together with nothing", input.path);
                self.push(
                    Diagnostic::new(codes::IDLE_DEPENDENCE, self.span(member.input), message)
                        .label("the same in every world")
                        .help("give it a range, or drop its loadings and correlations")
                        .path(input.path.as_str()),
                );
            }
        }
        for (index, factor) in dependence.factors.iter().enumerate() {
            if factor.loadings.len() < 2 {
                let message = format!("the factor `{}` has one loading only", factor.id);
                self.push(
                    Diagnostic::new(
                        codes::IDLE_DEPENDENCE,
                        self.item_key("factors", index, "loadings"),
                        message,
                    )
                    .label("a cause of one number is that number's own spread")
                    .help("add what else it moves, or drop the factor")
                    .path(format!("factors.{}", factor.id)),
                );
            }
        }
    }

    /// Questions whose answer can only be no.
    pub(super) fn questions(&mut self) {
        let scenario = self.scenario;
        for (index, question) in scenario.questions.iter().enumerate() {
            let why = match question.what {
                What::Summit if scenario.summit.is_none() => "there is no [summit]",
                What::Pledged(Some(party)) if scenario.parties[party].pledge.is_none() => {
                    "that party has no pledge to make"
                }
                What::Pledged(None) if scenario.parties.iter().all(|p| p.pledge.is_none()) => {
                    "no party has a pledge to make"
                }
                What::Interim(fate, interim) if !self.may_come(fate, interim) => match fate {
                    Fate::Lapsed => "no such interim deal runs out",
                    Fate::Renewed => "no such interim deal is `renewable`",
                    _ => "there is no interim deal",
                },
                _ if self.is_due_at_once(question) => {
                    self.due_at_once(index, question);
                    continue;
                }
                _ => continue,
            };
            let span = self.item_key("questions", index, "what");
            self.push(
                Diagnostic::new(
                    codes::NEVER_TRUE,
                    span,
                    format!("the answer to `{}` can only be no", question.id),
                )
                .label(why)
                .help("add what the question is about, or drop the question")
                .path(format!("questions.{}", question.id)),
            );
        }
    }

    /// May this become of the interim deal, or of any?
    fn may_come(&self, fate: Fate, interim: Option<usize>) -> bool {
        let all = self.scenario.interims.iter().enumerate();
        let mut asked = all.filter(|(index, _)| interim.is_none_or(|own| own == *index));
        match fate {
            Fate::Lapsed => asked.any(|(_, deal)| deal.lasts.is_some()),
            Fate::Renewed => asked.any(|(_, deal)| deal.renewable),
            // The ceasefire alone is one, too.
            _ => asked.next().is_some() || self.scenario.bare_ceasefire().is_some(),
        }
    }

    /// Is it due on the as-of date, and about something that is not dated on that very day?
    fn is_due_at_once(&self, question: &Question) -> bool {
        let scenario = self.scenario;
        let today = |time: Option<f64>| time.is_some_and(|months| months <= 0.0);
        let pledged = |party: usize| match scenario.parties[party].pledge.as_ref().map(|p| p.time) {
            Some(PledgeTime::At(months)) => today(Some(months)),
            _ => false,
        };
        let happens = match question.what {
            What::Event(event) => match scenario.events.get(event).map(|event| event.when) {
                Some(When::At(months)) => today(Some(months)),
                _ => false,
            },
            What::Pledged(Some(party)) => pledged(party),
            What::Pledged(None) => (0..scenario.parties.len()).any(pledged),
            _ => false,
        };
        today(question.by_months) && !happens
    }

    fn due_at_once(&mut self, index: usize, question: &Question) {
        self.push(
            Diagnostic::new(
                codes::NEVER_TRUE,
                self.item_key("questions", index, "by"),
                format!("the answer to `{}` can only be no", question.id),
            )
            .label("this is the as-of date, and nothing has happened yet")
            .help("make the date later, or `as_of` earlier")
            .path(format!("questions.{}", question.id)),
        );
    }
}
