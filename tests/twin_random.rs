//! Scenarios made at random, for what nobody thought of: the engine and its naive twin agree on
//! them too.

use std::fmt::Write as _;

use zopa::stream::{Purpose, Seed, Stream, StreamKey};

use crate::twin_agreement::{Tally, agree, best_gains_agree};

/// How many are made.
const SCENARIOS: u64 = 160;

/// Where the choices come from.
struct Dice(Stream);

impl Dice {
    fn chance(&mut self, probability: f64) -> bool {
        self.0.uniform() < probability
    }

    fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.0.uniform()
    }

    fn count(&mut self, low: usize, high: usize) -> usize {
        low + (self.0.uniform() * (high - low + 1) as f64) as usize
    }

    /// A number as a file writes it: round, exact or uncertain.
    fn number(&mut self, low: f64, high: f64) -> String {
        match self.count(0, 3) {
            0 => {
                let tenth = self.count(0, 10) as f64 / 10.0;
                format!("{:.3}", low + (high - low) * tenth)
            }
            1 => format!("{:.3}", self.between(low, high)),
            _ => {
                let middle = self.between(low, high);
                format!("{{ uniform = [{low:.3}, {middle:.3}] }}")
            }
        }
    }

    /// `key = number`, or nothing.
    fn maybe(&mut self, text: &mut String, key: &str, low: f64, high: f64) {
        if self.chance(0.5) {
            let number = self.number(low, high);
            line(text, &format!("{key} = {number}"));
        }
    }

    fn date(&mut self) -> String {
        format!("2026-{:02}-{:02}", self.count(1, 6), self.count(2, 28))
    }
}

fn line(text: &mut String, line: &str) {
    let _ = writeln!(text, "{line}");
}

/// Is there a war, and does it move a line?
#[derive(Clone, Copy, PartialEq, Eq)]
enum War {
    None,
    OffTheLine,
    OnTheLine,
}

/// What has been settled of a scenario so far.
struct Plan {
    scales: Vec<(f64, f64)>,
    /// Options of the issues after those with scales: how many each has.
    options: Vec<usize>,
    war: War,
    guarantee: bool,
    mediated: bool,
    principals: Vec<String>,
    others: Vec<(String, &'static str)>,
    /// Quantities that events may change.
    targets: Vec<String>,
    /// Issues that have a status quo, by name.
    settled: Vec<String>,
}

impl Plan {
    fn new(dice: &mut Dice) -> Self {
        let war = match (dice.chance(0.7), dice.chance(0.6)) {
            (false, _) => War::None,
            (true, false) => War::OffTheLine,
            (true, true) => War::OnTheLine,
        };
        let issues = dice.count(1, 4);
        let scale = |dice: &mut Dice| {
            let low = 5.0 * dice.count(0, 4) as f64 - 10.0;
            if dice.chance(0.5) { (0.0, 100.0) } else { (low, low + dice.between(1.0, 60.0)) }
        };
        let name = |dice: &mut Dice, n: usize| format!("{}{n}", ["m", "b", "z"][dice.count(0, 2)]);
        let mediated = dice.chance(0.6);
        let principals = (0..dice.count(2, 4)).map(|n| name(dice, n)).collect();
        let mut roles = if mediated { vec!["mediator"] } else { Vec::new() };
        let all = ["mediator", "guarantor", "guarantor", "stakeholder"];
        roles.extend((0..dice.count(0, 3)).map(|_| all[dice.count(0, 3)]));
        let others = roles.into_iter().enumerate();
        Self {
            scales: (0..issues).map(|_| scale(dice)).collect(),
            options: Vec::new(),
            war,
            guarantee: issues > 1 && dice.chance(0.7),
            mediated,
            principals,
            others: others.map(|(n, role)| (name(dice, n + 10), role)).collect(),
            targets: Vec::new(),
            settled: Vec::new(),
        }
    }

    fn issues(&mut self, dice: &mut Dice, text: &mut String) {
        for (k, &(low, high)) in self.scales.iter().enumerate() {
            line(text, &format!("[issues.i{k}]"));
            line(text, &format!("scale = [{low:.3}, {high:.3}]"));
            line(
                text,
                &format!("anchors = {{ \"{low:.3}\" = \"low\", \"{high:.3}\" = \"high\" }}"),
            );
            let end = if dice.chance(0.5) { low } else { high };
            let is_front = k == 0 && self.war == War::OnTheLine;
            if is_front {
                line(text, "effect = \"front-line\"");
            } else if k == 1 && self.guarantee {
                line(text, &format!("effect = {{ guarantee = {{ strong_end = {end:.3} }} }}"));
            } else if k == 2 && self.war != War::None {
                line(text, &format!("effect = {{ halts-fighting = {{ strong_end = {end:.3} }} }}"));
            }
            if is_front {
                let line_at = dice.number(low, high);
                line(text, &format!("status_quo = {line_at}"));
            } else {
                let before = text.len();
                dice.maybe(text, "status_quo", low, high);
                if text.len() > before {
                    self.settled.push(format!("i{k}"));
                }
            }
            if dice.chance(0.2) {
                dice.maybe(text, "draft_shift", -0.1 * (high - low), 0.1 * (high - low));
            }
        }
    }

    fn choices(&mut self, dice: &mut Dice, text: &mut String) {
        for (k, &count) in self.options.iter().enumerate() {
            let names: Vec<String> = (0..count).map(|o| format!("\"option {o}\"")).collect();
            line(text, &format!("[issues.o{k}]\noptions = [{}]", names.join(", ")));
            if dice.chance(0.5) {
                let option = dice.count(0, count - 1);
                line(text, &format!("status_quo = \"option {option}\""));
                self.settled.push(format!("o{k}"));
            }
        }
    }

    /// What a party makes of the options.
    fn tastes(&self, dice: &mut Dice, text: &mut String, refuses: f64) {
        for (k, &count) in self.options.iter().enumerate() {
            if dice.chance(0.2) {
                continue;
            }
            let scores: Vec<String> = (0..count)
                .map(|o| format!("\"option {o}\" = {}", dice.number(0.0, 100.0)))
                .collect();
            let limit = dice.number(0.0, 80.0);
            let salience = dice.number(0.1, 1.0);
            let mut keys = vec![
                format!("scores = {{ {} }}", scores.join(", ")),
                format!("limit = {limit}"),
                format!("salience = {salience}"),
            ];
            if dice.chance(0.3) {
                keys.push(format!("opening = {}", dice.number(20.0, 100.0)));
            }
            if dice.chance(refuses) {
                keys.push(format!("refuses = [\"option {}\"]", dice.count(0, count - 1)));
            }
            line(text, &format!("o{k} = {{ {} }}", keys.join(", ")));
        }
    }

    fn principal(&mut self, dice: &mut Dice, text: &mut String, n: usize) {
        let id = self.principals[n].clone();
        line(text, &format!("[parties.{id}]\nrole = \"principal\""));
        character(dice, text);
        if self.war != War::None && (n == 0 || dice.chance(0.7)) {
            let scales = self.scales.iter().enumerate();
            let terms: Vec<String> = scales
                .map(|(k, &(low, high))| format!("i{k} = {}", dice.number(low, high)))
                .collect();
            let options = self.options.iter().enumerate();
            let chosen: Vec<String> = options
                .map(|(k, &count)| format!("o{k} = \"option {}\"", dice.count(0, count - 1)))
                .collect();
            let terms = [terms, chosen].concat();
            let cost = dice.number(0.0, 0.3);
            let terms = terms.join(", ");
            line(
                text,
                &format!("outside = {{ war = {{ terms = {{ {terms} }}, cost = {cost} }} }}"),
            );
            self.targets.push(format!("parties.{id}.outside.cost"));
            self.targets.push(format!("parties.{id}.outside.terms.i{}", self.scales.len() - 1));
        } else if dice.chance(0.6) {
            let value = dice.number(0.2, 0.8);
            line(text, &format!("outside = {{ reservation = {value} }}"));
            self.targets.push(format!("parties.{id}.outside.reservation"));
        }
        let keys = ["breach_hazard", "betrayal_loss", "concession_speed", "deadline", "influence"];
        let key = keys[dice.count(0, 4)];
        // What the party leaves to the model is no number of its own.
        let own = text.rfind("[parties.").map_or("", |start| &text[start..]);
        if !key.starts_with('b') || own.contains(key) {
            self.targets.push(format!("parties.{id}.{key}"));
        }
        if own.contains("blocs = {") {
            let home = format!("parties.{id}.ratification");
            self.targets.extend([format!("{home}.blocs.b9.share"), format!("{home}.quota")]);
        }
        self.positions(dice, text, &id, 0.3);
    }

    fn other(&mut self, dice: &mut Dice, text: &mut String, n: usize, needed: &mut Vec<String>) {
        let (id, role) = self.others[n].clone();
        line(text, &format!("[parties.{id}]\nrole = \"{role}\""));
        character(dice, text);
        if dice.chance(0.3) {
            let value = dice.number(0.2, 0.8);
            line(text, &format!("outside = {{ reservation = {value} }}"));
        }
        if role == "guarantor" || dice.chance(0.4) {
            let strength = dice.number(0.0, 1.0);
            let when = if dice.chance(0.3) {
                format!("at = {}", dice.date())
            } else {
                format!("rate = {}", dice.number(0.0, 1.0))
            };
            let needs = match needed.last() {
                Some(last) if dice.chance(0.6) => format!(", needs = \"{last}\""),
                _ => String::new(),
            };
            line(text, &format!("pledge = {{ strength = {strength}, {when}{needs} }}"));
            needed.push(id.clone());
        }
        if role == "mediator" && dice.chance(0.7) {
            let to = &self.principals[0];
            let paid = dice.number(0.0, 0.1);
            if dice.chance(0.5) {
                line(text, "payment = \"at-signature\"");
            }
            line(text, &format!("leverage = {{ {to} = {paid} }}"));
            self.targets.push(format!("parties.{id}.leverage.{to}"));
        }
        self.positions(dice, text, &id, 0.2);
    }

    fn positions(&mut self, dice: &mut Dice, text: &mut String, id: &str, walls: f64) {
        line(text, &format!("[parties.{id}.positions]"));
        for k in 0..self.scales.len() {
            if k > 0 && dice.chance(0.2) {
                continue;
            }
            let (low, high) = self.scales[k];
            let mut keys = vec![
                format!("ideal = {}", dice.number(low, high)),
                format!("limit = {}", dice.number(low, high)),
                format!("salience = {}", dice.number(0.1, 1.0)),
            ];
            if dice.chance(0.4) {
                keys.push(format!("opening = {}", dice.number(low, high)));
                self.targets.push(format!("parties.{id}.positions.i{k}.opening"));
            }
            if dice.chance(walls * 0.6) {
                keys.push(format!("red_line = {}", dice.number(low, high)));
                self.targets.push(format!("parties.{id}.positions.i{k}.red_line"));
            }
            if dice.chance(0.3) {
                let key = ["ideal", "salience"][dice.count(0, 1)];
                self.targets.push(format!("parties.{id}.positions.i{k}.{key}"));
            }
            line(text, &format!("i{k} = {{ {} }}", keys.join(", ")));
            self.targets.push(format!("parties.{id}.positions.i{k}.limit"));
        }
        self.tastes(dice, text, walls);
    }

    fn process(&mut self, dice: &mut Dice, text: &mut String) {
        let (first, second) = (&self.principals[0], &self.principals[1]);
        let trust = dice.number(0.0, 1.0);
        line(text, &format!("[[trust]]\nbetween = [\"{second}\", \"{first}\"]\nvalue = {trust}"));
        self.targets.push(format!("trust.{first}.{second}"));
        if self.war == War::OnTheLine {
            line(text, "[front]");
            let width = self.scales[0].1 - self.scales[0].0;
            dice.maybe(text, "drift", -0.02 * width, 0.02 * width);
            dice.maybe(text, "noise", 0.0, 0.03 * width);
            self.targets.extend(["front.line".to_owned(), "front.drift".to_owned()]);
        }
        line(text, "[mediation]");
        if self.mediated {
            let style = ["formulation", "facilitation"][dice.count(0, 1)];
            line(text, &format!("style = \"{style}\""));
        }
        dice.maybe(text, "pen", 0.0, 3.0);
        if dice.chance(0.5) {
            let named = self.principals.iter().rev().take(dice.count(2, 3));
            let named: Vec<String> = named.map(|id| format!("\"{id}\"")).collect();
            line(text, &format!("[summit]\nparties = [{}]", named.join(", ")));
            dice.maybe(text, "push", 0.0, 2.0);
            self.targets.push("summit.push".to_owned());
        }
        self.targets.push("model.text_rate".to_owned());
        if dice.chance(0.4) {
            line(text, "[talks]");
            if dice.chance(0.5) {
                line(text, "began = 2025-11-11");
            }
            if dice.chance(0.5) {
                line(text, &format!("deadline = {}", dice.date()));
            }
            if dice.chance(0.5) {
                line(text, "conclaves = [{ from = 2026-02-03, to = 2026-02-20 }]");
            }
        }
        line(text, "[coalition]");
        dice.maybe(text, "cohesion", 0.3, 1.0);
        dice.maybe(text, "credibility", 0.0, 1.3);
        dice.maybe(text, "fatigue", 0.0, 1.0);
        self.targets.extend(["coalition.cohesion".to_owned(), "coalition.credibility".to_owned()]);
        line(text, &format!("[durability]\npeacekeepers = {}", dice.chance(0.5)));
        dice.maybe(text, "record", -1.0, 1.0);
    }

    /// What an interim deal settles: every issue that it may at even odds, in one way or another.
    fn settlement(&self, dice: &mut Dice, text: &mut String) {
        let (mut terms, mut within, mut drafted) = (Vec::new(), Vec::new(), Vec::new());
        for k in 0..self.scales.len() + self.options.len() {
            let of_scales = self.scales.len();
            let id = if k < of_scales { format!("i{k}") } else { format!("o{}", k - of_scales) };
            let front = k == 0 && self.war == War::OnTheLine;
            let known = self.war != War::None || self.settled.contains(&id);
            if front || !known || dice.chance(0.5) {
                continue;
            }
            let way = dice.count(0, 2);
            match self.scales.get(k) {
                Some(&(low, high)) if way == 0 => {
                    terms.push(format!("{id} = {}", dice.number(low, high)));
                }
                Some(&(low, high)) if way == 1 => {
                    let middle = low + 0.5 * (high - low);
                    let (from, to) = (dice.number(low, middle), dice.number(middle, high));
                    within.push(format!("{id} = {{ from = {from}, to = {to} }}"));
                }
                None if way == 0 => {
                    let option = dice.count(0, self.options[k - of_scales] - 1);
                    terms.push(format!("{id} = \"option {option}\""));
                }
                _ => drafted.push(format!("\"{id}\"")),
            }
        }
        line(text, &format!("terms = {{ {} }}", terms.join(", ")));
        line(text, &format!("within = {{ {} }}", within.join(", ")));
        line(text, &format!("as_drafted = [{}]", drafted.join(", ")));
    }

    fn interims(&self, dice: &mut Dice, text: &mut String) {
        let fights = |id: &String| self.targets.contains(&format!("parties.{id}.outside.cost"));
        for n in 0..dice.count(0, 3) {
            line(text, &format!("[[interim]]\nid = \"d{}\"", 9 - n));
            self.settlement(dice, text);
            if self.war != War::None && dice.chance(0.4) {
                line(text, &format!("halts_fighting = {}", dice.chance(0.7)));
            }
            if dice.chance(0.7) {
                let lasts = dice.number(0.5, 14.0);
                line(text, &format!("lasts = {lasts}\nrenewable = {}", dice.chance(0.6)));
            }
            let (mut cost, mut relief) = (Vec::new(), Vec::new());
            for id in &self.principals {
                if fights(id) && dice.chance(0.5) {
                    cost.push(format!("{id} = {}", dice.number(0.0, 1.2)));
                } else if !fights(id) {
                    relief.push(format!("{id} = {}", dice.number(0.0, 0.1)));
                }
            }
            let other = self.others.first().map(|(id, _)| format!("{id} = 0.02"));
            relief.extend(other.filter(|_| self.war == War::None || dice.chance(0.5)));
            // Something that it does, whatever the dice have left out.
            if self.war != War::None && cost.is_empty() {
                cost.push(format!("{} = 0.7", self.principals[0]));
            }
            line(text, &format!("cost = {{ {} }}", cost.join(", ")));
            line(text, &format!("relief = {{ {} }}", relief.join(", ")));
            dice.maybe(text, "ripeness", 0.0, 1.0);
            dice.maybe(text, "first", 0.0, 1.0);
        }
    }

    fn events(&self, dice: &mut Dice, text: &mut String) {
        for n in 0..dice.count(0, 4) {
            line(text, &format!("[[events]]\nname = \"e{n}\""));
            if dice.chance(0.4) {
                line(text, &format!("at = {}\nforeseen = {}", dice.date(), dice.chance(0.5)));
            } else {
                let rate = dice.number(0.0, 0.5);
                line(text, &format!("rate = {rate}\nonce = {}", dice.chance(0.4)));
                if dice.chance(0.5) {
                    let condition = ["talks", "truce", "signed"][dice.count(0, 2)];
                    line(text, &format!("while = \"{condition}\""));
                }
            }
            let effects: Vec<String> = (0..dice.count(1, 2))
                .map(|_| {
                    let target = &self.targets[dice.count(0, self.targets.len() - 1)];
                    if dice.chance(0.5) {
                        format!("{{ multiply = \"{target}\", by = {} }}", dice.number(0.5, 1.5))
                    } else {
                        format!("{{ add = \"{target}\", by = {} }}", dice.number(-0.3, 0.3))
                    }
                })
                .collect();
            line(text, &format!("effects = [{}]", effects.join(", ")));
        }
    }
}

/// Numbers that any party may have.
fn character(dice: &mut Dice, text: &mut String) {
    let influence = dice.number(0.1, 1.5);
    line(text, &format!("influence = {influence}"));
    dice.maybe(text, "concession_speed", 0.2, 3.0);
    dice.maybe(text, "reciprocity", 0.0, 1.0);
    dice.maybe(text, "loss_aversion", 1.0, 2.5);
    if dice.chance(0.2) {
        line(text, &format!("deadline = {}", dice.date()));
    } else {
        dice.maybe(text, "deadline", 1.0, 20.0);
    }
    dice.maybe(text, "readiness_spread", 0.0, 0.08);
    dice.maybe(text, "good_faith", 0.0, 1.0);
    dice.maybe(text, "breach_hazard", 0.0, 1.5);
    dice.maybe(text, "betrayal_loss", 0.0, 0.2);
    match dice.count(0, 4) {
        4 => blocs(dice, text),
        0 => line(text, "ratification = { probability = 0.8 }"),
        1 => line(text, "ratification = { vote = { intercept = -2, slope = 4.5 } }"),
        _ => {}
    }
}

/// A home front of one to five blocs.
fn blocs(dice: &mut Dice, text: &mut String) {
    let count = dice.count(1, 5);
    let shares: Vec<f64> = (0..count).map(|_| dice.count(1, 40) as f64).collect();
    let blocs = shares.iter().enumerate().map(|(b, share)| {
        let stance = match dice.count(0, 3) {
            0 => format!("probability = {}", dice.number(0.0, 1.0)),
            1 => format!(
                "intercept = {}, slope = {}",
                dice.number(-3.0, 0.0),
                dice.number(-1.0, 8.0)
            ),
            _ => format!("even_at = {}", dice.number(0.2, 0.8)),
        };
        format!("b{} = {{ share = {share}, {stance}, veto = {} }}", 9 - b, dice.chance(0.2))
    });
    let blocs: Vec<String> = blocs.collect();
    let common_mood = match dice.count(0, 2) {
        0 => String::new(),
        1 => "common_mood = 1, ".to_owned(),
        _ => format!("common_mood = {}, ", dice.number(0.0, 1.0)),
    };
    let seats: f64 = shares.iter().sum();
    let quota = dice.number(0.3, 1.0);
    let blocs = blocs.join(", ");
    line(
        text,
        &format!(
            "ratification = {{ {common_mood}seats = {seats}, quota = {quota}, blocs = {{ {blocs} }} }}"
        ),
    );
}

/// The text of a scenario nobody wrote.
fn random_scenario(number: u64, with_options: bool) -> String {
    let key = StreamKey::new(Seed(5), Purpose::Input, "random scenario");
    let mut dice = Dice(key.history(0, number));
    let mut plan = Plan::new(&mut dice);
    if with_options {
        plan.options = (0..dice.count(1, 2)).map(|_| dice.count(2, 4)).collect();
    }
    let mut text = String::new();
    let rounds = dice.count(1, 60);
    let horizon = dice.count(6, 18);
    line(&mut text, "title = \"Random\"\nas_of = 2026-01-01");
    line(
        &mut text,
        &format!("clock = {{ round = \"{rounds} days\", horizon = \"{horizon} months\" }}"),
    );
    line(&mut text, "[model]");
    let loss = ["linear", "either", "quadratic"][dice.count(0, 2)];
    line(&mut text, &format!("loss = \"{loss}\""));
    dice.maybe(&mut text, "stated_limits_weight", 0.0, 1.0);
    dice.maybe(&mut text, "text_rate", 0.0, 2.0);
    dice.maybe(&mut text, "formulation_error", 0.0, 0.1);
    dice.maybe(&mut text, "durability_scale", 0.1, 3.0);
    plan.issues(&mut dice, &mut text);
    plan.choices(&mut dice, &mut text);
    for n in 0..plan.principals.len() {
        plan.principal(&mut dice, &mut text, n);
    }
    let mut needed = Vec::new();
    for n in 0..plan.others.len() {
        plan.other(&mut dice, &mut text, n, &mut needed);
    }
    plan.process(&mut dice, &mut text);
    plan.events(&mut dice, &mut text);
    plan.interims(&mut dice, &mut text);
    text
}

#[test]
fn random_scenarios_agree() {
    let mut all = Tally::default();
    for number in 0..SCENARIOS {
        println!("scenario {number}");
        all.add(&agree(&random_scenario(number, false), 2, 2));
    }
    println!("{all:?}");
    assert!(all.open * 20 < all.trials, "{all:?}");
    assert!(all.fates.iter().all(|&count| count >= 10), "{all:?}");
}

#[test]
fn best_packages_of_random_scenarios_agree() {
    for number in 0..SCENARIOS / 4 {
        println!("scenario {number}");
        best_gains_agree(&random_scenario(number, false), 1);
    }
}

#[test]
fn random_scenarios_with_options_agree() {
    let mut all = Tally::default();
    for number in 0..SCENARIOS / 2 {
        println!("scenario {number}");
        all.add(&agree(&random_scenario(number, true), 2, 2));
        if number % 8 == 0 {
            best_gains_agree(&random_scenario(number, true), 1);
        }
    }
    println!("{all:?}");
    assert!(all.open * 20 < all.trials, "{all:?}");
}
