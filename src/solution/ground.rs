//! Common ground: is there a package that every signatory gains from, and which gives the worst-off
//! signatory most?
//!
//! At a fixed level of the guarantee a signatory's gain is concave and separable in the other
//! issues: g_s(x) = min(constant_s + resolve_s, cap_s) − factor_s · Σ_k lost_sk(x_k), where the cap is how
//! a home front comes in that has to pass the package at even odds. The package that maximises the least
//! gain is then found exactly, level by level:
//!
//! - two signatories: the efficient packages form one chain of trades, cheapest first (log-rolling,
//!   Raiffa 1982); walk it to where both gain the same. The chain does not depend on the level or
//!   the history, so a world builds it once;
//! - more: column generation (Dantzig & Wolfe 1960) on the matrix game of packages and signatories,
//!   until the dual bound meets the value.
//!
//! Losses that are not piecewise linear (γ = 2) are taken on [`CURVE_NODES`] chords an issue; with
//! weights that sum to 1 the error is below 1/(4·64²) ≈ 6·10⁻⁵ in value, on the cautious side.

use super::game::{Game, Value};
use super::stake::{Stake, loss};
use crate::model::Loss;

/// Chords that stand for a curved loss.
const CURVE_NODES: usize = 64;
/// Column generation stops when bound and value are this close.
const GAP: f64 = 1e-9;
/// … or after so many columns; never reached in the tests, a bound all the same.
const MAX_COLUMNS: usize = 200;

/// A level of the guarantee with a combination of options, and everything that hangs on them.
#[derive(Clone, Copy, Debug)]
pub struct Level {
    /// Coordinate of the guarantee issue; of no meaning where there is none.
    pub position: f64,
    /// Bit s: must signatory s agree at this level? Always set for the principals.
    pub needed: u64,
    /// Number of the combination of options, which is fixed with the guarantee.
    pub combination: usize,
}

/// What a signatory gains at a level: min(constant + readiness, cap) − factor × (loss on the free issues).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Terms {
    /// Its gain at no loss, without readiness.
    pub constant: f64,
    /// What a unit of loss costs it.
    pub factor: f64,
    /// How far its home front is above even odds at no loss, in the same unit, so that a package that the
    /// home front would not pass is no gain; infinite where none votes on the terms.
    pub cap: f64,
}

/// A trade along the efficient chain of two principals: issue `issue` moves by `by`, the first
/// gives up `cost`, the second gains `gain`.
#[derive(Clone, Copy, Debug)]
struct Trade {
    issue: usize,
    /// In which order it was found, for ties.
    order: usize,
    by: f64,
    cost: f64,
    gain: f64,
}

/// The common-ground problem of one world. Buffers are kept from world to world.
#[derive(Clone, Debug, Default)]
pub struct Ground {
    issues: usize,
    /// The guarantee issue: fixed by the level.
    fixed: Option<usize>,
    shape: Option<Loss>,
    /// `stakes[s * issues + k]`.
    stakes: Vec<Stake>,
    aversion: Vec<f64>,
    /// How many of the signatories are principals; they come first.
    principals: usize,
    /// What the principals' red lines allow.
    walls: Vec<(f64, f64)>,
    levels: Vec<Level>,
    /// The level of the last best package.
    best_level: Option<usize>,
    /// `constants[level * signatories + s]`, and the same for `factors`.
    constants: Vec<f64>,
    factors: Vec<f64>,
    /// The most that a constant with readiness can be: what a home front leaves of it.
    caps: Vec<f64>,
    /// What each signatory loses at the least on the free issues.
    least_loss: Vec<f64>,
    start: Vec<f64>,
    /// Losses of the two principals at `start`.
    start_loss: [f64; 2],
    trades: Vec<Trade>,
    package: Vec<f64>,
    proofs: Proofs,
    candidates: Candidates,
    scratch: Scratch,
}

/// The coordinates at which anything can be best: kinks of anybody's value and ends of anybody's
/// red lines, issue by issue, with what each signatory loses there. Worked out when first needed.
#[derive(Clone, Debug, Default)]
struct Candidates {
    coordinates: Vec<f64>,
    /// Where each issue's coordinates start; one more entry than issues.
    starts: Vec<usize>,
    /// `lost[candidate * signatories + s]`.
    lost: Vec<f64>,
}

/// What the general method has proved in this world. Resolve only shifts gains, so that a proof of
/// one history often settles the next ones.
#[derive(Clone, Debug, Default)]
struct Proofs {
    /// Gains without readiness of packages that all once gained from: a level and one gain a signatory
    /// (infinite where it need not agree).
    witnesses: Vec<f64>,
    /// Weights of signatories, one a signatory, whose weighted gain without readiness is at most the
    /// bound, as (level, bound).
    refuted: Vec<(usize, f64)>,
    weights: Vec<f64>,
}

#[derive(Clone, Debug, Default)]
struct Scratch {
    game: Game,
    members: Vec<usize>,
    /// Coordinates along one issue, while its trades are worked out.
    nodes: Vec<f64>,
    /// What each issue's coordinates may be at the level: inside everybody's red lines.
    ranges: Vec<(f64, f64)>,
    gains: Vec<f64>,
    weights: Vec<f64>,
    stakes: Vec<f64>,
    /// Levels that the cheap proofs leave open.
    open: Vec<usize>,
    /// The best package over the levels seen so far.
    best: Vec<f64>,
    /// Coordinates of every package in the game.
    packages: Vec<f64>,
}

impl Ground {
    /// Begins a new problem: the principals first, then those who may have to agree.
    pub fn clear(&mut self, shape: Loss, fixed: Option<usize>, walls: &[(f64, f64)]) {
        self.issues = walls.len();
        self.fixed = fixed;
        self.shape = Some(shape);
        self.walls.clear();
        self.walls.extend_from_slice(walls);
        self.stakes.clear();
        self.aversion.clear();
        self.principals = 0;
        self.levels.clear();
        self.constants.clear();
        self.factors.clear();
        self.caps.clear();
        self.proofs.witnesses.clear();
        self.proofs.refuted.clear();
        self.proofs.weights.clear();
        self.candidates.starts.clear();
    }

    /// Adds a signatory. All principals must be added before anybody else.
    pub fn add_signatory(&mut self, is_principal: bool, aversion: f64, stakes: &[Stake]) {
        debug_assert_eq!(stakes.len(), self.issues);
        if is_principal {
            debug_assert_eq!(self.principals, self.aversion.len());
            self.principals += 1;
        }
        self.aversion.push(aversion);
        self.stakes.extend_from_slice(stakes);
    }

    /// Adds a level, with the terms of every signatory there.
    pub fn add_level(&mut self, level: Level, terms: impl Iterator<Item = Terms>) {
        self.levels.push(level);
        for Terms { constant, factor, cap } in terms {
            self.constants.push(constant);
            self.factors.push(factor);
            self.caps.push(cap);
        }
        debug_assert_eq!(self.constants.len(), self.levels.len() * self.aversion.len());
    }

    /// The levels added.
    pub fn levels(&self) -> &[Level] {
        &self.levels
    }

    /// Finishes the problem: builds the chain of trades of two principals.
    pub fn prepare(&mut self) {
        self.package.clear();
        self.package.resize(self.issues, 0.0);
        self.trades.clear();
        self.start.clear();
        self.start.resize(self.issues, 0.0);
        self.start_loss = [0.0; 2];
        self.least_loss.clear();
        for s in 0..self.aversion.len() {
            let free = (0..self.issues).filter(|&k| Some(k) != self.fixed);
            let least = free.map(|k| {
                let (low, high) = self.walls[k];
                let ideal = self.stakes[s * self.issues + k].ideal;
                self.lost(s, k, ideal.max(low).min(high))
            });
            let least = least.sum();
            self.least_loss.push(least);
        }
        if self.principals == 2 && !self.is_walled_off() {
            for k in 0..self.issues {
                if Some(k) != self.fixed {
                    self.add_trades(k);
                }
            }
            // Cheapest first: most gain for the second per loss of the first.
            self.trades.sort_unstable_by(|a, b| {
                let rate = (b.gain * a.cost).total_cmp(&(a.gain * b.cost));
                rate.then(a.issue.cmp(&b.issue)).then(a.order.cmp(&b.order))
            });
        }
    }

    /// Do red lines of principals leave no room on some issue?
    pub fn is_walled_off(&self) -> bool {
        self.walls.iter().any(|&(low, high)| low > high)
    }

    /// The largest least gain over all levels and packages, with `readiness` added to each
    /// signatory's gain; the package is then in [`Ground::package`]. −∞ where walls leave no room.
    pub fn best(&mut self, readiness: &[f64]) -> f64 {
        let mut best = f64::NEG_INFINITY;
        self.best_level = None;
        for level in 0..self.levels.len() {
            // What the principals alone could have bounds what all can have.
            if self.bound(level, readiness) > best {
                let gain = self.least_gain(level, readiness, false);
                if gain > best {
                    best = gain;
                    self.best_level = Some(level);
                    self.scratch.best.clone_from(&self.package);
                }
            }
        }
        if best > f64::NEG_INFINITY {
            self.package.copy_from_slice(&self.scratch.best);
        }
        best
    }

    /// The level of the last [`Ground::best`]; `None` where there was no package.
    pub fn best_level(&self) -> Option<usize> {
        self.best_level
    }

    /// The package of the last [`Ground::best`].
    pub fn package(&self) -> &[f64] {
        &self.package
    }

    /// Is there a package that gives every signatory who must agree a positive gain?
    pub fn exists(&mut self, readiness: &[f64]) -> bool {
        // The cheap proofs first: at most levels the principals' own best package decides.
        self.scratch.open.clear();
        for level in 0..self.levels.len() {
            if self.bound(level, readiness) > 0.0 {
                // Only of two principals does the bound leave a package behind.
                if self.principals == 2 && self.others_gain(level, readiness) > 0.0 {
                    return true;
                }
                self.scratch.open.push(level);
            }
        }
        if self.scratch.open.is_empty() {
            return false;
        }
        if self.is_witnessed(readiness) {
            return true;
        }
        let open = std::mem::take(&mut self.scratch.open);
        let exists = open.iter().any(|&level| {
            !self.is_refuted(level, readiness)
                && self.generate_columns(level, readiness, true) > 0.0
        });
        self.scratch.open = open;
        exists
    }

    /// Does everybody gain from a package found before?
    fn is_witnessed(&self, readiness: &[f64]) -> bool {
        let mut witnesses = self.proofs.witnesses.chunks_exact(self.aversion.len().max(1));
        witnesses.any(|gains| gains.iter().zip(readiness).all(|(gain, shift)| gain + shift > 0.0))
    }

    /// Do weights found before bound the least gain at this level by zero?
    fn is_refuted(&self, level: usize, readiness: &[f64]) -> bool {
        let weights = self.proofs.weights.chunks_exact(self.aversion.len().max(1));
        self.proofs.refuted.iter().zip(weights).any(|(&(at, bound), weights)| {
            if at != level {
                return false;
            }
            let first = level * self.aversion.len();
            let shift: f64 = weights
                .iter()
                .zip(readiness)
                .enumerate()
                .map(|(s, (w, &r))| if *w > 0.0 { w * self.counted(first + s, r) } else { 0.0 })
                .sum();
            bound + shift <= 0.0
        })
    }

    /// An upper bound of the least gain at a level; −∞ where red lines leave no room. With two
    /// principals it is what they alone could have, and their package is left behind.
    fn bound(&mut self, level: usize, readiness: &[f64]) -> f64 {
        if self.is_walled_off() || self.level_is_forbidden(level) {
            return f64::NEG_INFINITY;
        }
        let mut bound = f64::INFINITY;
        for s in self.members(self.levels[level].needed) {
            let at = level * self.aversion.len() + s;
            bound =
                bound.min(self.lossless(at, readiness[s]) - self.factors[at] * self.least_loss[s]);
        }
        if self.principals == 2 && bound > 0.0 {
            bound = bound.min(self.walk(level, readiness));
        }
        bound
    }

    /// The largest least gain at a level. With `sign_only` it may stop as soon as the sign is sure.
    fn least_gain(&mut self, level: usize, readiness: &[f64], sign_only: bool) -> f64 {
        if self.is_walled_off() || self.level_is_forbidden(level) {
            return f64::NEG_INFINITY;
        }
        if self.principals == 2 {
            let gain = self.walk(level, readiness);
            // The principals' best package is everybody's when the others gain as much from it.
            let others = self.others_gain(level, readiness);
            if others >= gain || (sign_only && (gain <= 0.0 || others > 0.0)) {
                return gain.min(others);
            }
        }
        self.generate_columns(level, readiness, sign_only)
    }

    /// Does a red line of someone who must agree forbid the level itself?
    fn level_is_forbidden(&self, level: usize) -> bool {
        let Level { position, needed, .. } = self.levels[level];
        self.fixed.is_some_and(|k| {
            self.members(needed).any(|s| self.stakes[s * self.issues + k].forbids(position))
        })
    }

    fn members(&self, needed: u64) -> impl Iterator<Item = usize> + use<> {
        (0..self.aversion.len()).filter(move |&s| needed >> s & 1 == 1)
    }

    fn lost(&self, signatory: usize, issue: usize, x: f64) -> f64 {
        let stake = &self.stakes[signatory * self.issues + issue];
        let shape = self.shape.unwrap_or(Loss::Linear);
        stake.lost(shape, self.aversion[signatory], x, stake.status_quo_loss)
    }

    /// Gain of a signatory from `package` at a level.
    fn gain(&self, level: usize, signatory: usize, package: &[f64], readiness: f64) -> f64 {
        let at = level * self.aversion.len() + signatory;
        self.lossless(at, readiness) - self.factors[at] * self.lost_by(signatory, package)
    }

    /// What a signatory loses by a package on the free issues.
    fn lost_by(&self, signatory: usize, package: &[f64]) -> f64 {
        let free = (0..self.issues).filter(|&k| Some(k) != self.fixed);
        free.map(|k| self.lost(signatory, k, package[k])).sum()
    }

    /// min(constant + readiness, cap): the gain at no loss.
    #[inline]
    fn lossless(&self, at: usize, readiness: f64) -> f64 {
        (self.constants[at] + readiness).min(self.caps[at])
    }

    /// How much of a readiness counts at a level: a cap may leave nothing for it to add.
    fn counted(&self, at: usize, readiness: f64) -> f64 {
        self.lossless(at, readiness) - self.constants[at]
    }

    /// Gain of a signatory from a package at a level, without readiness and whatever its home front says.
    fn uncapped(&self, level: usize, signatory: usize, package: &[f64]) -> f64 {
        let at = level * self.aversion.len() + signatory;
        self.constants[at] - self.factors[at] * self.lost_by(signatory, package)
    }

    /// Adds the trades of issue k: from the first principal's best coordinate to the second's.
    fn add_trades(&mut self, k: usize) {
        let (low, high) = self.walls[k];
        let (first, second) = (self.stakes[k], self.stakes[self.issues + k]);
        let from = first.ideal.clamp(low, high);
        let to = second.ideal.clamp(low, high);
        self.start[k] = from;
        self.start_loss[0] += self.lost(0, k, from);
        self.start_loss[1] += self.lost(1, k, from);
        let mut nodes = std::mem::take(&mut self.scratch.nodes);
        nodes.clear();
        nodes.push(to);
        let (least, most) = (from.min(to), from.max(to));
        for stake in [first, second] {
            kinks(&stake, self.shape, |x| {
                if x > least && x < most {
                    nodes.push(x);
                }
            });
        }
        if self.shape == Some(Loss::Quadratic) {
            nodes.extend(
                (1..CURVE_NODES).map(|i| from + (to - from) * i as f64 / CURVE_NODES as f64),
            );
        }
        // In place: a stable sort of many allocates.
        nodes.sort_unstable_by(f64::total_cmp);
        if to < from {
            nodes.reverse();
        }
        let mut here = from;
        for &node in &nodes {
            let cost = self.lost(0, k, node) - self.lost(0, k, here);
            let gain = self.lost(1, k, here) - self.lost(1, k, node);
            if gain > 0.0 {
                let order = self.trades.len();
                let (by, cost) = (node - here, cost.max(0.0));
                self.trades.push(Trade { issue: k, order, by, cost, gain });
            }
            here = node;
        }
        self.scratch.nodes = nodes;
    }

    /// Walks the chain to where both principals gain the same; leaves the package and returns the
    /// lesser gain.
    fn walk(&mut self, level: usize, readiness: &[f64]) -> f64 {
        let at = level * self.aversion.len();
        let (s0, s1) = (self.factors[at], self.factors[at + 1]);
        let mut first = self.lossless(at, readiness[0]) - s0 * self.start_loss[0];
        let mut second = self.lossless(at + 1, readiness[1]) - s1 * self.start_loss[1];
        self.package.copy_from_slice(&self.start);
        if let Some(k) = self.fixed {
            self.package[k] = self.levels[level].position;
        }
        for trade in &self.trades {
            let lead = first - second;
            if lead <= 0.0 {
                break;
            }
            let closes = s0 * trade.cost + s1 * trade.gain;
            let share = if closes > lead { lead / closes } else { 1.0 };
            first -= share * s0 * trade.cost;
            second += share * s1 * trade.gain;
            self.package[trade.issue] += share * trade.by;
        }
        first.min(second)
    }

    /// Least gain of the others who must agree from the package at hand; −∞ if it crosses a red
    /// line of theirs.
    fn others_gain(&self, level: usize, readiness: &[f64]) -> f64 {
        let mut least = f64::INFINITY;
        for s in self.members(self.levels[level].needed).filter(|&s| s >= self.principals) {
            let stakes = &self.stakes[s * self.issues..(s + 1) * self.issues];
            if stakes.iter().zip(&self.package).any(|(stake, &x)| stake.forbids(x)) {
                return f64::NEG_INFINITY;
            }
            least = least.min(self.gain(level, s, &self.package, readiness[s]));
        }
        least
    }

    /// Any number of signatories: packages are added as columns of a game until none improves it.
    fn generate_columns(&mut self, level: usize, readiness: &[f64], sign_only: bool) -> f64 {
        let mut scratch = std::mem::take(&mut self.scratch);
        let gain = self.generate_with(level, readiness, sign_only, &mut scratch);
        self.scratch = scratch;
        gain
    }

    fn generate_with(
        &mut self,
        level: usize,
        readiness: &[f64],
        sign_only: bool,
        scratch: &mut Scratch,
    ) -> f64 {
        scratch.members.clear();
        scratch.members.extend(self.members(self.levels[level].needed));
        self.place_candidates();
        if !self.place_ranges(scratch) {
            return f64::NEG_INFINITY;
        }
        let rows = scratch.members.len();
        scratch.game.clear(rows);
        scratch.packages.clear();
        // Everybody's own best package first: the game is then bounded on every row.
        for row in 0..rows {
            self.respond(level, readiness, scratch, |other| f64::from(u8::from(other == row)));
        }
        loop {
            let Value(value) = scratch.game.solve();
            self.mix(level, scratch);
            if sign_only && value > 0.0 {
                self.keep_witness(level, scratch);
                return value;
            }
            let mut weights = std::mem::take(&mut scratch.weights);
            weights.clear();
            weights.extend_from_slice(scratch.game.row_weights());
            let bound = self.respond(level, readiness, scratch, |row| weights[row]);
            scratch.weights = weights;
            let done = bound - value <= GAP || scratch.game.columns() >= MAX_COLUMNS;
            if sign_only && bound <= 0.0 {
                self.keep_refutation(level, bound, readiness, scratch);
            }
            if done || (sign_only && bound <= 0.0) {
                return value;
            }
        }
    }

    /// Remembers the package at hand, which all gain from.
    fn keep_witness(&mut self, level: usize, scratch: &Scratch) {
        for s in 0..self.aversion.len() {
            let needed = scratch.members.contains(&s);
            // Without its cap: the home front passes the package, whatever the readiness.
            let gain = if needed { self.uncapped(level, s, &self.package) } else { f64::INFINITY };
            self.proofs.witnesses.push(gain);
        }
    }

    /// Remembers the weights of the last response, which bound everybody's least gain.
    fn keep_refutation(&mut self, level: usize, bound: f64, readiness: &[f64], scratch: &Scratch) {
        let start = self.proofs.weights.len();
        self.proofs.weights.resize(start + self.aversion.len(), 0.0);
        let mut shift = 0.0;
        for (row, &s) in scratch.members.iter().enumerate() {
            let at = level * self.aversion.len() + s;
            self.proofs.weights[start + s] = scratch.weights[row];
            if scratch.weights[row] > 0.0 {
                shift += scratch.weights[row] * self.counted(at, readiness[s]);
            }
        }
        self.proofs.refuted.push((level, bound - shift));
    }

    /// Works out the candidates of this world, unless that is done.
    fn place_candidates(&mut self) {
        if !self.candidates.starts.is_empty() {
            return;
        }
        let mut candidates = std::mem::take(&mut self.candidates);
        candidates.coordinates.clear();
        candidates.lost.clear();
        for k in 0..self.issues {
            candidates.starts.push(candidates.coordinates.len());
            if Some(k) == self.fixed {
                continue;
            }
            let (low, high) = self.walls[k];
            candidates.coordinates.extend([low, high]);
            for s in 0..self.aversion.len() {
                let stake = &self.stakes[s * self.issues + k];
                let mut visit = |x: f64| {
                    if x > low && x < high {
                        candidates.coordinates.push(x);
                    }
                };
                visit(stake.wall_low);
                visit(stake.wall_high);
                kinks(stake, self.shape, visit);
            }
            if self.shape == Some(Loss::Quadratic) {
                let inner = (1..CURVE_NODES).map(|i| i as f64 / CURVE_NODES as f64);
                candidates.coordinates.extend(inner.map(|share| low + (high - low) * share));
            }
            let first = candidates.starts[k];
            candidates.coordinates[first..].sort_unstable_by(f64::total_cmp);
            for at in first..candidates.coordinates.len() {
                let x = candidates.coordinates[at];
                candidates.lost.extend((0..self.aversion.len()).map(|s| self.lost(s, k, x)));
            }
        }
        candidates.starts.push(candidates.coordinates.len());
        self.candidates = candidates;
    }

    /// What the members' red lines leave of every issue; false where they leave nothing.
    fn place_ranges(&self, scratch: &mut Scratch) -> bool {
        scratch.ranges.clear();
        for k in 0..self.issues {
            let (mut low, mut high) = self.walls[k];
            for &s in &scratch.members {
                let stake = &self.stakes[s * self.issues + k];
                low = low.max(stake.wall_low);
                high = high.min(stake.wall_high);
            }
            scratch.ranges.push((low, high));
        }
        scratch
            .ranges
            .iter()
            .enumerate()
            .all(|(k, (low, high))| Some(k) == self.fixed || low <= high)
    }

    /// Adds the package that is best for the weighted sum of gains; returns that sum, which bounds
    /// the value of the game from above when the weights sum to 1.
    fn respond(
        &self,
        level: usize,
        readiness: &[f64],
        scratch: &mut Scratch,
        weight: impl Fn(usize) -> f64,
    ) -> f64 {
        let column = scratch.packages.len();
        let signatories = self.aversion.len();
        // What a unit of value lost by each member weighs.
        scratch.stakes.clear();
        for (row, &s) in scratch.members.iter().enumerate() {
            scratch.stakes.push(weight(row) * self.factors[level * signatories + s]);
        }
        for k in 0..self.issues {
            if Some(k) == self.fixed {
                scratch.packages.push(self.levels[level].position);
                continue;
            }
            let (low, high) = scratch.ranges[k];
            let mut best = (f64::INFINITY, 0.0);
            for at in self.candidates.starts[k]..self.candidates.starts[k + 1] {
                let x = self.candidates.coordinates[at];
                if x < low || x > high {
                    continue;
                }
                let losses = &self.candidates.lost[at * signatories..(at + 1) * signatories];
                let lost = scratch
                    .members
                    .iter()
                    .zip(&scratch.stakes)
                    .map(|(&s, stake)| stake * losses[s])
                    .sum::<f64>();
                if lost < best.0 {
                    best = (lost, x);
                }
            }
            scratch.packages.push(best.1);
        }
        scratch.gains.clear();
        for &s in &scratch.members {
            let package = &scratch.packages[column..];
            scratch.gains.push(self.gain(level, s, package, readiness[s]));
        }
        let sum = scratch.gains.iter().enumerate().map(|(row, gain)| weight(row) * gain).sum();
        scratch.game.push(&scratch.gains);
        sum
    }

    /// The mixture of packages the game has found, as one package.
    fn mix(&mut self, level: usize, scratch: &Scratch) {
        self.package.fill(0.0);
        let columns = scratch.packages.chunks_exact(self.issues);
        for (share, package) in scratch.game.column_weights().iter().zip(columns) {
            for (x, coordinate) in self.package.iter_mut().zip(package) {
                *x += share * coordinate;
            }
        }
        if let Some(k) = self.fixed {
            self.package[k] = self.levels[level].position;
        }
    }
}

/// Visits the coordinates at which a stake's loss has a kink: its ideal, and where losses against
/// the status quo begin on either side.
fn kinks(stake: &Stake, shape: Option<Loss>, mut visit: impl FnMut(f64)) {
    visit(stake.ideal);
    if stake.status_quo_loss.is_finite() {
        let distance = match shape {
            Some(Loss::Quadratic) => stake.status_quo_loss.sqrt(),
            _ => stake.status_quo_loss,
        };
        debug_assert!(
            (loss(shape.unwrap_or(Loss::Linear), distance) - stake.status_quo_loss).abs() < 1e-12
        );
        visit(stake.ideal - distance);
        visit(stake.ideal + distance);
    }
}
