//! The observer that makes a story of a history.

use super::{
    Agreed, Amount, Answer, Change, Draft, Ending, Happening, Moment, Named, NearMiss, Story, Term,
    Time, Valued,
};
use crate::engine::{self, Division, Event, History, Observer};
use crate::model::{MediationStyle, Scenario, Target};

/// How far the line must move before it is told, in [0, 1].
const LINE_STEP: f64 = 0.02;

/// An observer that writes down what happens.
#[derive(Clone, Debug)]
pub struct Narrator<'a> {
    scenario: &'a Scenario,
    happenings: Vec<Moment>,
    /// The issue that is the front line.
    front: Option<usize>,
    /// Where the line stood when it was told last, in [0, 1]; `None` before the first round.
    told_line: Option<f64>,
    /// Tries at a text that came to nothing and have not been told.
    tries: u64,
}

impl<'a> Narrator<'a> {
    /// Begins the story of a history of this scenario.
    pub fn new(scenario: &'a Scenario) -> Self {
        let front = scenario.front_issue();
        Self { scenario, happenings: Vec::new(), front, told_line: None, tries: 0 }
    }

    /// The whole story, once the history is over.
    pub fn story(mut self, history: &History<'_>) -> Story {
        self.tell_tries(self.scenario.clock.horizon);
        let scenario = self.scenario;
        let record = history.record;
        let agreed = record.signed_at.is_finite().then(|| Agreed {
            time: Time::new(scenario, record.signed_at),
            terms: Term::all(scenario, &record.terms),
        });
        let failed = matches!(history.ending, engine::Ending::NoDeal(_));
        let values = record.values.iter().enumerate();
        Story {
            agreed,
            ending: Ending::new(scenario, history.ending),
            values: values.map(|(party, &value)| self.valued(party, value)).collect(),
            nearest_miss: if failed { self.nearest_miss() } else { None },
            happenings: self.happenings,
        }
    }

    fn party(&self, party: usize) -> Named {
        Named::party(self.scenario, party)
    }

    fn valued(&self, party: usize, value: f64) -> Valued {
        Valued { party: self.party(party), value }
    }

    fn is_in_rounds(&self) -> bool {
        self.scenario.offers().is_some()
    }

    fn has_home_fronts(&self) -> bool {
        self.scenario.parties.iter().any(|party| party.ratification.is_some())
    }

    fn tell(&mut self, t: f64, what: Happening) {
        self.happenings.push(Moment { time: Time::new(self.scenario, t), what });
    }

    fn tell_tries(&mut self, t: f64) {
        let tries = std::mem::take(&mut self.tries);
        if tries > 0 {
            self.tell(t, Happening::TriesFailed { tries });
        }
    }

    fn line(&mut self, t: f64, line: f64) {
        let Some(front) = self.front else { return };
        let Some(told) = self.told_line else {
            self.told_line = Some(line);
            return;
        };
        if (line - told).abs() >= LINE_STEP {
            let Term { issue, position, .. } = Term::new(self.scenario, front, line);
            self.tell(t, Happening::LineMoved { issue, position });
            self.told_line = Some(line);
        }
    }

    /// What the event told last has changed.
    fn changed(&mut self, target: Target, from: f64, to: f64) {
        let amount = |at: f64| match target {
            Target::Style => {
                let style = MediationStyle::ALL.get(at as usize);
                Amount::Word(style.map_or("", |style| style.word()).to_owned())
            }
            _ => Amount::Number(at),
        };
        let change =
            Change { path: target.path(self.scenario), from: amount(from), to: amount(to) };
        if let Some(Moment { what: Happening::EventHappened { changes, .. }, .. }) =
            self.happenings.last_mut()
        {
            changes.push(change);
        }
    }

    fn interim(&self, interim: usize) -> (Option<Named>, bool) {
        let stated = self.scenario.interims.get(interim);
        let deal = stated.map(|stated| Named::new(&stated.id, &stated.title));
        (deal, stated.is_none_or(|stated| stated.halts_fighting))
    }

    fn draft(&self, text: &[f64], interim: Option<usize>, renewal: bool) -> Draft {
        let Some(interim) = interim else {
            return Draft::Package { terms: Term::all(self.scenario, text) };
        };
        let settles = self.scenario.interims.get(interim).map(|stated| &stated.settles);
        let issues = settles.into_iter().flatten().map(|settled| settled.issue);
        let terms = issues.map(|issue| Term::new(self.scenario, issue, text[issue])).collect();
        let (deal, halts_fighting) = self.interim(interim);
        Draft::Interim { deal, terms, halts_fighting, renewal }
    }

    /// An answer to the text tabled last.
    fn answered(&mut self, event: &Event<'_>) {
        let Event::Answered { party, worth, readiness, noise, foresight, gain, crosses, accepts } =
            *event
        else {
            return;
        };
        let answer = Answer {
            party: self.party(party),
            accepts,
            value_of_terms: worth.value,
            value_of_no_deal: worth.outside,
            believed_survival: worth.survival,
            worth_of_signing: worth.z,
            side_payment: worth.paid,
            bad_faith: worth.dead_letter,
            readiness,
            mood: noise,
            passes_at_home: foresight.all,
            worth_of_name: gain,
            red_line: crosses.map(|issue| Named::issue(self.scenario, issue)),
        };
        let texts = self.happenings.iter_mut().rev();
        let answers = texts.map(|moment| &mut moment.what).find_map(|what| match what {
            Happening::TextTabled { answers, .. } => Some(answers),
            _ => None,
        });
        if let Some(answers) = answers {
            answers.push(answer);
        }
    }

    fn blocs_voted(&self, party: usize, division: &Division) -> Happening {
        let home = self.scenario.parties[party].ratification.as_ref();
        let blocs = home.and_then(|home| home.vote.blocs()).map_or(&[][..], |blocs| &blocs.blocs);
        let says_no = |b: usize| division.against >> b & 1 == 1;
        let against = blocs.iter().enumerate().filter(|&(b, _)| says_no(b));
        Happening::BlocsVoted {
            party: self.party(party),
            yes_share: division.yes,
            against: against.map(|(_, bloc)| Named::new(&bloc.id, &bloc.title)).collect(),
            blocs: blocs.len(),
        }
    }

    /// Of the texts that were answered the one that came nearest, the first of equals.
    fn nearest_miss(&self) -> Option<NearMiss> {
        let mut nearest: Option<(f64, NearMiss)> = None;
        for (happening, moment) in self.happenings.iter().enumerate() {
            let Happening::TextTabled { answers, .. } = &moment.what else { continue };
            let Some(least) = answers.iter().map(|answer| answer.worth_of_name).reduce(f64::min)
            else {
                continue;
            };
            if nearest.as_ref().is_none_or(|(most, _)| least > *most) {
                let lacking = answers.iter().filter_map(Answer::lack).collect();
                nearest = Some((least, NearMiss { time: moment.time.clone(), happening, lacking }));
            }
        }
        nearest.map(|(_, miss)| miss)
    }
}

impl Observer for Narrator<'_> {
    fn observe(&mut self, t: f64, event: Event<'_>) {
        let what = match event {
            Event::RoundEnded { line, .. } => return self.line(t, line),
            Event::Changed { target, from, to, .. } => return self.changed(target, from, to),
            Event::Unripe { .. } => {
                self.tries += 1;
                return;
            }
            Event::Answered { .. } => return self.answered(&event),
            Event::Happened { event } => {
                let stated = &self.scenario.events[event];
                let event = Named::new(&stated.id, &stated.title);
                Happening::EventHappened { event, changes: Vec::new() }
            }
            Event::Pledged { party, delivered } => {
                Happening::PledgeMade { party: self.party(party), delivered_share: delivered }
            }
            Event::Summit { fruitful } => {
                self.tell_tries(t);
                Happening::LeadersMet { text_tabled: fruitful }
            }
            Event::Withheld { party } => Happening::TextWithheld { party: self.party(party) },
            Event::Tabled { text, holder, interim, renewal } => {
                self.tell_tries(t);
                let by = holder.map(|party| self.party(party));
                let draft = self.draft(text, interim, renewal);
                Happening::TextTabled { by, draft, answers: Vec::new() }
            }
            Event::Interim { interim, fate } => {
                let (deal, halts_fighting) = self.interim(interim);
                Happening::InterimDeal { deal, halts_fighting, fate }
            }
            // By alternating offers the last yes has said it.
            Event::Signed { .. } if self.is_in_rounds() => return,
            Event::Signed { text, imposed } => Happening::Signed {
                terms: Term::all(self.scenario, text),
                owed_to_side_payment: imposed,
            },
            Event::Divided { party, division } => self.blocs_voted(party, &division),
            Event::VoteLost { party } => {
                Happening::VotedDown { party: self.party(party), talks_go_on: !self.is_in_rounds() }
            }
            Event::PledgeWithdrawn { party } => {
                Happening::PledgeWithdrawn { party: self.party(party) }
            }
            // Where nobody votes the last yes is the deal.
            Event::Ratified { .. } if self.is_in_rounds() && !self.has_home_fronts() => return,
            Event::Ratified { defector, .. } => {
                Happening::Ratified { defector: defector.map(|party| self.party(party)) }
            }
            Event::Offered { party, text, value, refused } => Happening::Offered {
                party: self.party(party),
                terms: Term::all(self.scenario, text),
                worth: self.valued(party, value),
                instead_of_value: refused,
            },
            Event::Accepted { party, value } => {
                Happening::Accepted { party: self.party(party), worth: self.valued(party, value) }
            }
            Event::WalkedAway { party } => Happening::Left { party: self.party(party) },
        };
        self.tell(t, what);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Seat, Table, Trial};
    use crate::model::Fate;
    use crate::montecarlo::Draws;
    use crate::scenario::{LoadOptions, TemplateKind, load, template};
    use crate::stream::Seed;

    fn scene(kind: TemplateKind) -> Scenario {
        load("scene.toml", &template(kind, "A scene"), &LoadOptions::default()).unwrap().scenario
    }

    /// What is told of these events.
    fn told(scenario: &Scenario, events: &[(f64, Event<'_>)]) -> Vec<Moment> {
        let mut narrator = Narrator::new(scenario);
        for &(t, event) in events {
            narrator.observe(t, event);
        }
        narrator.happenings
    }

    fn ended(round: usize, line: f64) -> Event<'static> {
        Event::RoundEnded { round, line, cohesion: 1.0 }
    }

    #[test]
    fn the_line_is_told_when_it_has_moved_far_enough() {
        let scenario = scene(TemplateKind::PeaceProcess);
        let lines = [0.5, 0.51, 0.521, 0.54, 0.5];
        let events: Vec<_> =
            lines.iter().enumerate().map(|(n, &line)| (n as f64, ended(n, line))).collect();
        let front = scenario.front_issue().unwrap();
        let scale = scenario.issues[front].scale;
        let moved = |t: f64, line: f64| Moment {
            time: Time::new(&scenario, t),
            what: Happening::LineMoved {
                issue: Named::issue(&scenario, front),
                position: scale.from_unit(line),
            },
        };
        // Not the first, from which it is counted; not 0.54, which is 0.019 from what was told.
        assert_eq!(told(&scenario, &events), [moved(2.0, 0.521), moved(4.0, 0.5)]);
    }

    #[test]
    fn tries_are_counted_until_the_next_text_and_changes_belong_to_their_event() {
        let scenario = scene(TemplateKind::Mediated);
        let unripe = Event::Unripe { ripeness: 0.1 };
        let trust = Event::Changed { event: 0, target: Target::Trust(0, 1), from: 0.4, to: 0.3 };
        let events = [
            (0.1, unripe),
            (0.5, Event::Happened { event: 0 }),
            (0.5, trust),
            (0.6, unripe),
            (1.0, Event::Tabled { text: &[0.5; 3], holder: None, interim: None, renewal: false }),
        ];
        let event = Named::new("ship-turned-away", "A ship is turned away");
        let change = Change {
            path: "trust.port.union".to_owned(),
            from: Amount::Number(0.4),
            to: Amount::Number(0.3),
        };
        let draft = Draft::Package { terms: Term::all(&scenario, &[0.5; 3]) };
        let whats: Vec<Happening> =
            told(&scenario, &events).into_iter().map(|moment| moment.what).collect();
        assert_eq!(
            whats,
            [
                Happening::EventHappened { event, changes: vec![change] },
                Happening::TriesFailed { tries: 2 },
                Happening::TextTabled { by: None, draft, answers: Vec::new() },
            ]
        );
    }

    #[test]
    fn an_interim_deal_is_named_and_the_ceasefire_alone_has_no_name() {
        let scenario = scene(TemplateKind::Interim);
        let own = scenario.interims.len();
        let deals = [0, own].map(|interim| Event::Interim { interim, fate: Fate::Agreed });
        let whats = told(&scenario, &deals.map(|event| (1.0, event)));
        let stated = &scenario.interims[0];
        let named = [Some(Named::new(&stated.id, &stated.title)), None];
        let halts = [stated.halts_fighting, true];
        for ((moment, deal), halts_fighting) in whats.iter().zip(named).zip(halts) {
            assert_eq!(
                moment.what,
                Happening::InterimDeal { deal, halts_fighting, fate: Fate::Agreed }
            );
        }
    }

    /// Histories of every template: the story agrees with the record, its JSON reads back as the same story,
    /// and its schema admits it.
    #[test]
    fn a_story_is_what_was_played_and_survives_its_json() {
        let schema = serde_json::to_value(schemars::schema_for!(Story)).unwrap();
        let schema = jsonschema::validator_for(&schema).unwrap();
        let (mut deals, mut failures, mut misses) = (0, 0, 0);
        for kind in TemplateKind::ALL {
            let scenario = scene(kind);
            let in_rounds = scenario.offers().is_some();
            let table = Table::new(&scenario, Seed(3));
            let mut seat = Seat::new(&table);
            let mut draws = Draws::new(&scenario, Seed(3), &[]);
            for world in 0..40 {
                draws.seek(world);
                seat.enter(draws.draw(), Trial { world, history: 0 });
                let mut narrator = Narrator::new(&scenario);
                let history = seat.negotiate(&mut narrator);
                let story = narrator.story(&history);
                let count = |matches: &dyn Fn(&Happening) -> bool| {
                    story.happenings.iter().filter(|moment| matches(&moment.what)).count()
                };
                let texts = count(&|what| match what {
                    Happening::TextTabled { draft: Draft::Interim { renewal, .. }, .. } => !renewal,
                    Happening::TextTabled { .. } | Happening::Offered { .. } => true,
                    _ => false,
                });
                assert_eq!(texts, history.record.texts, "{kind:?} {world}");
                assert_eq!(story.agreed.is_some(), history.record.signed_at.is_finite());
                let values = story.values.iter().map(|own| own.value);
                assert_eq!(values.collect::<Vec<_>>(), history.record.values);
                match (&story.ending, history.ending) {
                    (Ending::Deal { .. }, engine::Ending::Agreement { .. }) => deals += 1,
                    (Ending::NoDeal { because }, engine::Ending::NoDeal(cause)) => {
                        failures += 1;
                        assert_eq!(*because, Some(super::super::Reason::of(&scenario, cause)));
                    }
                    (told, played) => panic!("{told:?} of {played:?}"),
                }
                if let Some(miss) = &story.nearest_miss {
                    misses += 1;
                    assert!(!in_rounds);
                    let moment = &story.happenings[miss.happening];
                    assert!(matches!(moment.what, Happening::TextTabled { .. }), "{moment:?}");
                    assert_eq!(moment.time, miss.time);
                }
                let json = serde_json::to_string(&story).unwrap();
                assert_eq!(serde_json::from_str::<Story>(&json).unwrap(), story, "{json}");
                let json = serde_json::to_value(&story).unwrap();
                assert!(schema.is_valid(&json), "{:?}", schema.validate(&json));
            }
        }
        assert!(deals > 20 && failures > 20 && misses > 5, "{deals} {failures} {misses}");
    }
}
