//! Common ground as of the start: is there a package from which all who must agree gain?
//!
//! At a fixed level of the guarantee every gain is concave and separable, so the package that is
//! best for whoever gains least is the answer of a game between one who chooses packages and one
//! who weighs parties. The twin lets the weights learn by regret matching (Hart & Mas-Colell 2000,
//! with the non-negative regrets of Tammelin 2014): the packages' mean bounds the answer from
//! below, the best package for any weights from above. Levels are a fine grid and every kink.

use super::history::Play;

/// The engine looks at fewer levels of the guarantee and so may miss common ground that is this
/// narrow: a surplus up to here is left open.
pub(crate) const NARROW: f64 = 5e-3;
/// A lack up to here is left open: the twin's own error.
pub(crate) const TOO_NEAR: f64 = 1e-3;
/// A level that falls short by this much cannot hide an answer between its neighbours.
const HOPELESS: f64 = 0.02;
const STEP: f64 = 0.01;
const FINE_STEPS: i32 = 20;
const ROUNDS: usize = 4000;

/// What a level can give the party that gains least: between these.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bounds {
    pub(crate) low: f64,
    pub(crate) high: f64,
}

impl Bounds {
    /// Of the better of two.
    fn or(self, other: Self) -> Self {
        Self { low: self.low.max(other.low), high: self.high.max(other.high) }
    }
}

const NOTHING: Bounds = Bounds { low: f64::NEG_INFINITY, high: f64::NEG_INFINITY };

/// What an answer is wanted for: how much is enough, and below what it does not matter.
#[derive(Clone, Copy, Debug)]
struct Aim {
    enough: f64,
    floor: f64,
}

/// `None` where it is too near to call.
pub(crate) fn common_ground(start: &Play<'_>) -> Option<bool> {
    let enough = if start.guarantee_issue().is_some() { NARROW } else { TOO_NEAR };
    let best = search(start, Aim { enough, floor: -HOPELESS });
    if best.low > enough {
        Some(true)
    } else if best.high < -TOO_NEAR {
        Some(false)
    } else {
        None
    }
}

/// Bounds of what the best package of all gives the party that gains least.
pub(crate) fn best_gain(start: &Play<'_>) -> Bounds {
    search(start, Aim { enough: f64::INFINITY, floor: f64::NEG_INFINITY })
}

/// Every combination of options: coordinates by issue; a single empty one without options.
fn combinations(play: &Play<'_>) -> Vec<Vec<(usize, f64)>> {
    let mut combinations = vec![Vec::new()];
    for (k, issue) in play.scenario.issues.iter().enumerate().filter(|(_, i)| i.has_options()) {
        let count = issue.options.len();
        let longer = |known: &Vec<(usize, f64)>| {
            let with = |option: usize| (k, option as f64 / (count - 1) as f64);
            let known = known.clone();
            (0..count).map(move |option| [known.clone(), vec![with(option)]].concat())
        };
        combinations = combinations.iter().flat_map(longer).collect();
    }
    combinations
}

fn search(start: &Play<'_>, aim: Aim) -> Bounds {
    let mut best = NOTHING;
    for options in combinations(start) {
        best = best.or(search_with(start, &options, aim));
    }
    best
}

fn search_with(start: &Play<'_>, options: &[(usize, f64)], mut aim: Aim) -> Bounds {
    let mut play = start.clone();
    for (pledged, party) in play.pledged.iter_mut().zip(&start.scenario.parties) {
        *pledged = party.pledge.is_some();
    }
    let Some((issue, _)) = play.guarantee_issue() else {
        return play.best_at(options, aim);
    };
    let mut best = NOTHING;
    let mut coarse = Vec::new();
    for level in play.levels(issue) {
        let bounds = play.best_at(&[options, &[(issue, level)]].concat(), aim);
        best = best.or(bounds);
        if best.low > aim.enough {
            return best;
        }
        aim.floor = aim.floor.max(best.low - HOPELESS);
        coarse.push((level, bounds));
    }
    coarse.sort_by(|a, b| b.1.high.total_cmp(&a.1.high));
    for (level, bounds) in coarse.into_iter().take(4) {
        for step in -FINE_STEPS..=FINE_STEPS {
            let near = level + STEP * f64::from(step) / f64::from(FINE_STEPS);
            if bounds.high > aim.floor && (0.0..=1.0).contains(&near) {
                best = best.or(play.best_at(&[options, &[(issue, near)]].concat(), aim));
            }
        }
    }
    best
}

/// The gains of a level: for each party a constant less its losses, node by node.
struct Contest {
    constants: Vec<f64>,
    factors: Vec<f64>,
    /// By issue: the coordinates that matter, and what each party loses at each.
    nodes: Vec<Vec<(f64, Vec<f64>)>>,
}

impl Contest {
    /// The best coordinates for these weights of the parties.
    fn best_reply(&self, weights: &[f64]) -> Vec<usize> {
        let cost = |losses: &[f64]| -> f64 { losses.iter().zip(weights).map(|(l, w)| l * w).sum() };
        let cheapest = |nodes: &Vec<(f64, Vec<f64>)>| {
            let costs: Vec<f64> = nodes.iter().map(|node| cost(&node.1)).collect();
            (0..costs.len()).fold(0, |best, at| if costs[at] < costs[best] { at } else { best })
        };
        self.nodes.iter().map(cheapest).collect()
    }

    fn gains(&self, reply: &[usize]) -> Vec<f64> {
        let loss = |s: usize| -> f64 {
            reply.iter().zip(&self.nodes).map(|(&at, nodes)| nodes[at].1[s]).sum()
        };
        self.constants.iter().enumerate().map(|(s, constant)| constant - loss(s)).collect()
    }
}

impl Play<'_> {
    /// Coordinates of the guarantee issue that are tried.
    fn levels(&self, issue: usize) -> Vec<f64> {
        let steps = (1.0 / STEP).round() as i32;
        let mut levels: Vec<f64> = (0..=steps).map(|n| f64::from(n) * STEP).collect();
        levels.extend(self.kinks(issue));
        let strength = |g: f64| {
            let (_, end) = self.guarantee_issue()?;
            Some(if end.position() > 0.5 { g } else { 1.0 - g })
        };
        levels.extend(strength(self.delivered(&self.pledged)));
        for j in 0..self.scenario.parties.len() {
            let consents_from = self.delivered_without(j) + 0.05 / self.world.credibility;
            levels.extend(strength(consents_from));
            levels.extend(strength(consents_from - 1e-9));
        }
        levels.retain(|level| (0.0..=1.0).contains(level));
        levels
    }

    /// Where the loss of some party on an issue has a kink, and every wall.
    fn kinks(&self, issue: usize) -> Vec<f64> {
        let mut kinks = Vec::new();
        for (i, player) in self.world.players.iter().enumerate() {
            let stake = &player.stakes[issue];
            kinks.push(stake.ideal);
            if let Some(status_quo) = self.world.status_quo[issue] {
                kinks.extend([status_quo, 2.0 * stake.ideal - status_quo]);
            }
            let (low, high) = self.room(&[i], issue);
            kinks.extend([low, high]);
        }
        kinks
    }

    /// The coordinates of an issue that a best package may have, within these walls.
    fn nodes(&self, issue: usize, low: f64, high: f64) -> Vec<f64> {
        let mut nodes = vec![low, high];
        nodes.extend(self.kinks(issue));
        if self.world.quadratic {
            nodes.extend((0..=400).map(|n| f64::from(n) / 400.0));
        }
        nodes.retain(|x| (low..=high).contains(x));
        nodes
    }

    /// The game at a level; `None` where the walls leave no room.
    fn contest(&self, parties: &[usize], fixed: &[(usize, f64)]) -> Option<Contest> {
        let package = self.package(fixed);
        let g = self.guarantee(&package);
        let factor = |i: usize| self.world.players[i].good_faith * self.survival(i, g);
        let at = |issue: usize, x: f64| -> (f64, Vec<f64>) {
            (x, parties.iter().map(|&i| factor(i) * self.loss(i, issue, x)).collect())
        };
        let mut nodes = Vec::new();
        for k in 0..package.len() {
            let (low, high) = self.room(parties, k);
            let coordinates = match fixed.iter().find(|(issue, _)| *issue == k) {
                Some(&(_, level)) => vec![level],
                None => self.nodes(k, low, high),
            };
            let allowed = coordinates.into_iter().filter(|x| (low..=high).contains(x));
            nodes.push(allowed.map(|x| at(k, x)).collect::<Vec<_>>());
        }
        // A home front has to pass the package at even odds, or it is no gain.
        let constant = |&i: &usize| {
            let own = self.gain(i, &package) + factor(i) * (1.0 - self.value(i, &package));
            self.even_value(i).map_or(own, |even| own.min(factor(i) * (1.0 - even)))
        };
        let constants = parties.iter().map(constant).collect();
        let factors = parties.iter().map(|&i| factor(i)).collect();
        nodes.iter().all(|nodes| !nodes.is_empty()).then_some(Contest { constants, factors, nodes })
    }

    /// A package with these coordinates, in the middle elsewhere.
    fn package(&self, fixed: &[(usize, f64)]) -> Vec<f64> {
        let mut package = vec![0.5; self.scenario.issues.len()];
        for &(issue, x) in fixed {
            package[issue] = x;
        }
        package
    }

    /// z + ε.
    fn gain(&self, i: usize, package: &[f64]) -> f64 {
        self.worth(i, package) + self.readiness[i]
    }

    /// What the party that gains least can be given at a level of the guarantee issue and with options
    /// so chosen.
    fn best_at(&self, fixed: &[(usize, f64)], aim: Aim) -> Bounds {
        let package = self.package(fixed);
        let parties = self.signatories(&package);
        let refused = |&&(k, x): &&(usize, f64)| {
            let option = self.scenario.issues[k].option_at(x);
            self.scenario.issues[k].has_options() && self.is_refused(&parties, k, option)
        };
        if fixed.iter().any(|at| refused(&at)) {
            return NOTHING;
        }
        let Some(contest) = self.contest(&parties, fixed) else { return NOTHING };
        let mut regrets = vec![0.0; parties.len()];
        let mut sum = vec![0.0; package.len()];
        let mut bounds = Bounds { low: f64::NEG_INFINITY, high: f64::INFINITY };
        for round in 1..=ROUNDS {
            let total: f64 = regrets.iter().sum();
            let even = 1.0 / parties.len() as f64;
            let weights: Vec<f64> =
                regrets.iter().map(|r| if total > 0.0 { r / total } else { even }).collect();
            let reply = contest.best_reply(&weights);
            let gains = contest.gains(&reply);
            let mean: f64 = gains.iter().zip(&weights).map(|(g, w)| g * w).sum();
            bounds.high = bounds.high.min(mean);
            for (regret, gain) in regrets.iter_mut().zip(&gains) {
                *regret = (*regret + mean - gain).max(0.0);
            }
            for (k, sum) in sum.iter_mut().enumerate() {
                *sum += round as f64 * contest.nodes[k][reply[k]].0;
            }
            let weight = (round * (round + 1)) as f64 / 2.0;
            let average: Vec<f64> = sum.iter().map(|sum| sum / weight).collect();
            let least = parties.iter().enumerate().map(|(s, &i)| {
                let losses = (0..average.len()).map(|k| self.loss(i, k, average[k]));
                contest.constants[s] - contest.factors[s] * losses.sum::<f64>()
            });
            bounds.low = bounds.low.max(least.fold(f64::INFINITY, f64::min));
            let decided = bounds.low > aim.enough || bounds.high < aim.floor;
            if decided || bounds.high - bounds.low < TOO_NEAR / 10.0 {
                break;
            }
        }
        bounds
    }
}
