//! One slice of the deal space: the guarantee and the options fixed, so that every gain is concave,
//! and the column generation that solves every problem on it.
//!
//! A package of the slice is worth constant_s − factor_s · Σ_k lost_sk(x_k) to signatory s. What is
//! maximised is linear in gains and coordinates, or the least share of a gain (the t of max-min
//! problems), or a sum of logarithms (Nash). The master programme mixes packages found so far; its
//! prices say which package would help most, found exactly issue by issue, until none does (Dantzig
//! & Wolfe 1960). Mixing is sound because gains are concave: the mixed package itself gives everybody
//! at least the mixture of gains. Logarithms come in through columns of their own, (v, ln v), added
//! where the price of a gain says.

use super::signing::deterrence;
use super::simplex::Simplex;
use super::space::{Axis, Bundle, DealSpace, Interest};
use crate::math;
use crate::model::option_coordinate;
use crate::solution::suits;

/// Column generation stops when the best new column promises less than this.
const GAP: f64 = 1e-9;
/// … or after so many rounds; never reached in the tests, a bound all the same.
const MAX_ROUNDS: usize = 400;
/// Where the logarithms' columns start: at these gains.
const LOG_POINTS: [f64; 6] = [2.0, 0.25, 0.03, 3e-3, 1e-4, 1e-9];
/// Points of a logarithm are no closer than this, relatively; what is lost is its square over 8.
const LOG_SPACING: f64 = 1e-6;

/// A red line that is lifted to see what it costs: whose, and on which issue.
pub(super) type Lifted = Option<(usize, usize)>;

/// A slice of the space: for one guarantee (or a bound over an interval of them), one bundle.
#[derive(Clone, Debug)]
pub(super) struct Slice<'a> {
    space: &'a DealSpace,
    bundle: &'a Bundle,
    /// The guarantee's coordinate.
    position: f64,
    /// The interval of the guarantee's coordinates for which it stands.
    pub(super) ends: (f64, f64),
    /// Numbers of the signatories that must sign.
    pub(super) members: Vec<usize>,
    /// Constant and factor of each member.
    terms: Vec<(f64, f64)>,
    /// What the members' red lines leave of every issue.
    ranges: Vec<(f64, f64)>,
}

/// What is maximised: Σ weight·gain + Σ pull·x + t + Σ log·ln(gain), subject to gain − share·t ≥
/// floor. One entry a signatory of the space (pulls: one an issue).
#[derive(Clone, Debug, Default)]
pub(super) struct Goal {
    pub(super) floors: Vec<f64>,
    pub(super) shares: Vec<f64>,
    pub(super) weights: Vec<f64>,
    pub(super) logs: Vec<f64>,
    pub(super) pulls: Vec<f64>,
}

/// The best package for a goal, with the goal's value.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    pub(super) value: f64,
    pub(super) package: Vec<f64>,
}

impl Goal {
    /// A goal without floor, share or weight for anybody.
    pub(super) fn new(space: &DealSpace) -> Self {
        let n = space.signatories().len();
        Self {
            floors: vec![f64::NEG_INFINITY; n],
            shares: vec![0.0; n],
            weights: vec![0.0; n],
            logs: vec![0.0; n],
            pulls: vec![0.0; space.issues()],
        }
    }

    /// … with a floor for everybody.
    pub(super) fn with_floor(mut self, floor: f64) -> Self {
        self.floors.fill(floor);
        self
    }

    fn has_share(&self) -> bool {
        self.shares.iter().any(|&share| share > 0.0)
    }

    fn needs_row(&self, s: usize) -> bool {
        self.floors[s] > f64::NEG_INFINITY || self.shares[s] > 0.0 || self.logs[s] > 0.0
    }
}

impl<'a> Slice<'a> {
    /// The slice at one coordinate of the guarantee (of no meaning without one); `None` where a red
    /// line leaves nothing of it.
    pub(super) fn exact(
        space: &'a DealSpace,
        bundle: &'a Bundle,
        position: f64,
        lifted: Lifted,
    ) -> Option<Self> {
        Self::place(space, bundle, (position, position), position, lifted)
    }

    /// A slice in which nobody gains less than in any exact one with the guarantee strictly between
    /// `from` and `to`, where the same signatories must sign throughout: an upper bound.
    pub(super) fn relaxed(
        space: &'a DealSpace,
        bundle: &'a Bundle,
        (from, to): (f64, f64),
        lifted: Lifted,
    ) -> Option<Self> {
        Self::place(space, bundle, (from, to), f64::midpoint(from, to), lifted)
    }

    fn place(
        space: &'a DealSpace,
        bundle: &'a Bundle,
        (from, to): (f64, f64),
        position: f64,
        lifted: Lifted,
    ) -> Option<Self> {
        let strength = |x| space.guarantee.map_or(0.0, |g| g.strong_end.strength(x));
        let at = strength(position);
        let members: Vec<usize> =
            (0..space.signatories.len()).filter(|&s| space.is_needed(s, at)).collect();
        let mut slice = Self {
            space,
            bundle,
            position,
            ends: (from, to),
            members,
            terms: Vec::new(),
            ranges: vec![(0.0, 1.0); space.issues()],
        };
        for &s in &slice.members {
            for (k, range) in slice.ranges.iter_mut().enumerate() {
                if lifted != Some((s, k)) {
                    let (low, high) = space.walls(s, k);
                    *range = (range.0.max(low), range.1.min(high));
                }
            }
        }
        let fits = slice.ranges.iter().enumerate().all(|(k, &(low, high))| {
            let is_guarantee = space.guarantee.is_some_and(|guarantee| guarantee.issue == k);
            low <= high && (!is_guarantee || (low <= position && position <= high))
        });
        if !fits || slice.members.iter().any(|&s| bundle.losses[s].is_infinite()) {
            return None;
        }
        slice.terms = slice.members.iter().map(|&s| slice.terms_of(s, (from, to))).collect();
        Some(slice)
    }

    /// Constant and factor of a signatory: exact where the interval is a point, and otherwise such
    /// that no gain in the interval is greater.
    fn terms_of(&self, s: usize, (from, to): (f64, f64)) -> (f64, f64) {
        let space = self.space;
        let signing = &space.signatories[s].signing;
        let survival = |x| {
            signing.survival(deterrence(
                space.guarantee.map_or(0.0, |g| g.believed(g.strong_end.strength(x))),
            ))
        };
        let (one, other) = (survival(from), survival(to));
        let (low, high) = (one.min(other), one.max(other));
        let least_lost = space.guarantee.map_or(0.0, |guarantee| {
            let ideal = match &space.signatories[s].interests[guarantee.issue] {
                Interest::Scale(stake) => stake.ideal,
                Interest::Options { .. } => from,
            };
            space.lost(s, guarantee.issue, ideal.clamp(from, to))
        });
        // z = q(S·u − b) + (1 − q)d + y₀ with u = V − W + y + b. Where u > 0 the surer survival is the
        // better one; where it is not, S·u exceeds high·u by at most (high − low)·|u|.
        let most = 1.0 - least_lost - self.bundle.losses[s] - signing.outside
            + signing.paid.standing
            + signing.betrayal;
        let worst = most - self.most_lost(s);
        let slack = (high - low) * (-worst).max(0.0);
        let q = signing.good_faith;
        let constant = q * (high * most + slack - signing.betrayal)
            + (1.0 - q) * signing.dead_letter
            + signing.paid.at_signature;
        (constant, q * high)
    }

    /// Value of a unit of V or W to a signatory that must sign here, qS.
    pub(super) fn factor(&self, s: usize) -> f64 {
        let member = self.members.iter().position(|&member| member == s);
        member.map_or(0.0, |m| self.terms[m].1)
    }

    /// The most a signatory can lose on the free issues.
    fn most_lost(&self, s: usize) -> f64 {
        let candidates = self.space.candidates.iter();
        candidates
            .map(|issue| issue.iter().map(|candidate| candidate.lost[s]).fold(0.0, f64::max))
            .sum()
    }

    /// Solves a goal; `None` where no package meets the floors.
    pub(super) fn maximise(&self, goal: &Goal) -> Option<Found> {
        if !self.may_meet(goal) {
            return None;
        }
        let is_free = |k| !self.space.is_fixed(k);
        if (0..self.space.issues()).any(is_free) {
            Master::new(self, goal).solve()
        } else {
            self.only_package(goal)
        }
    }

    /// Could every member alone meet its floor? Most slices that cannot are told by this already.
    fn may_meet(&self, goal: &Goal) -> bool {
        self.members.iter().zip(&self.terms).all(|(&s, &(constant, factor))| {
            let most = constant - factor * self.least_lost(s);
            goal.shares[s] > 0.0 || suits(most - goal.floors[s])
        })
    }

    /// The least a signatory can lose on the free issues.
    fn least_lost(&self, s: usize) -> f64 {
        let issues = self.space.candidates.iter().zip(&self.ranges);
        let least =
            issues.filter(|(candidates, _)| !candidates.is_empty()).map(|(issue, range)| {
                let inside = issue.iter().filter(|c| c.at >= range.0 && c.at <= range.1);
                inside.map(|candidate| candidate.lost[s]).fold(f64::INFINITY, f64::min)
            });
        least.sum()
    }

    /// The answer where a slice is a single package.
    fn only_package(&self, goal: &Goal) -> Option<Found> {
        let mut package = Vec::with_capacity(self.space.issues());
        self.respond(&[], &[], &mut package);
        let mut value: f64 = goal.pulls.iter().zip(&package).map(|(pull, x)| pull * x).sum();
        let mut least_share = f64::INFINITY;
        for (&s, &(gain, _)) in self.members.iter().zip(&self.terms) {
            let above = gain - goal.floors[s];
            if goal.shares[s] > 0.0 {
                least_share = least_share.min(above / goal.shares[s]);
            } else if !suits(above) || (goal.logs[s] > 0.0 && gain <= 0.0) {
                return None;
            }
            value += goal.weights[s] * gain;
            if goal.logs[s] > 0.0 {
                value += goal.logs[s] * math::ln(gain);
            }
        }
        if goal.has_share() {
            value += least_share;
        }
        Some(Found { value, package })
    }

    /// Appends the package that maximises Σ weight·gain + Σ pull·x, issue by issue.
    fn respond(&self, weights: &[f64], pulls: &[f64], packages: &mut Vec<f64>) {
        let space = self.space;
        let mut options = self.bundle.options.iter();
        for (k, &(low, high)) in self.ranges.iter().enumerate() {
            if space.guarantee.is_some_and(|guarantee| guarantee.issue == k) {
                packages.push(self.position);
                continue;
            }
            if let Axis::Options(count) = space.axes()[k] {
                let option = options.next().copied().unwrap_or_default();
                packages.push(option_coordinate(count, option));
                continue;
            }
            let pull = pulls.get(k).copied().unwrap_or_default();
            let mut best = (f64::NEG_INFINITY, low);
            let inside = |at: f64| at >= low && at <= high;
            for candidate in space.candidates[k].iter().filter(|c| inside(c.at)) {
                let members = self.members.iter().zip(weights).zip(&self.terms);
                let lost: f64 =
                    members.map(|((&s, weight), terms)| weight * terms.1 * candidate.lost[s]).sum();
                let worth = pull * candidate.at - lost;
                if worth > best.0 {
                    best = (worth, candidate.at);
                }
            }
            packages.push(best.1);
        }
    }

    /// Gain of member number `m` from a package of this slice.
    fn gain(&self, m: usize, package: &[f64]) -> f64 {
        let s = self.members[m];
        let free = (0..self.space.issues()).filter(|&k| !self.space.is_fixed(k));
        let lost: f64 = free.map(|k| self.space.lost(s, k, package[k])).sum();
        self.terms[m].0 - self.terms[m].1 * lost
    }
}

/// What a column of the master programme stands for.
#[derive(Clone, Copy, Debug)]
enum Column {
    /// A gain above its floor, or t.
    Other,
    /// The package of this number.
    Package(usize),
}

struct Master<'a> {
    slice: &'a Slice<'a>,
    goal: &'a Goal,
    /// Member numbers with a row of their own.
    rows: Vec<usize>,
    /// Member numbers with a logarithm, each with a second row.
    logs: Vec<usize>,
    /// The points of each logarithm.
    points: Vec<Vec<f64>>,
    simplex: Simplex,
    columns: Vec<Column>,
    packages: Vec<f64>,
}

impl<'a> Master<'a> {
    fn new(slice: &'a Slice<'a>, goal: &'a Goal) -> Self {
        let members = 0..slice.members.len();
        let rows: Vec<usize> =
            members.clone().filter(|&m| goal.needs_row(slice.members[m])).collect();
        let logs: Vec<usize> = members.filter(|&m| goal.logs[slice.members[m]] > 0.0).collect();
        let mut rhs: Vec<f64> =
            rows.iter().map(|&m| goal.floors[slice.members[m]].max(-1e6)).collect();
        rhs.extend(logs.iter().map(|_| 1.0));
        rhs.push(1.0);
        let mut simplex = Simplex::default();
        simplex.clear(&rhs);
        let mut master = Self {
            slice,
            goal,
            rows,
            points: vec![Vec::new(); logs.len()],
            logs,
            simplex,
            columns: Vec::new(),
            packages: Vec::new(),
        };
        master.open();
        master
    }

    fn height(&self) -> usize {
        self.rows.len() + self.logs.len() + 1
    }

    fn push(&mut self, column: Column, cost: f64, entries: &[(usize, f64)]) {
        let height = self.height();
        let mut dense = vec![0.0; height];
        for &(row, entry) in entries {
            dense[row] += entry;
        }
        self.simplex.push(cost, dense);
        self.columns.push(column);
    }

    /// Slacks, t, the first points of the logarithms, and a package for every member.
    fn open(&mut self) {
        for row in 0..self.rows.len() {
            self.push(Column::Other, 0.0, &[(row, -1.0)]);
        }
        if self.goal.has_share() {
            let share = |m: &usize| self.goal.shares[self.slice.members[*m]];
            let up: Vec<(usize, f64)> =
                self.rows.iter().enumerate().map(|(row, m)| (row, -share(m))).collect();
            let down: Vec<(usize, f64)> = up.iter().map(|&(row, entry)| (row, -entry)).collect();
            self.push(Column::Other, 1.0, &up);
            self.push(Column::Other, -1.0, &down);
        }
        for log in 0..self.logs.len() {
            for v in LOG_POINTS {
                self.push_log(log, v);
            }
        }
        let members = self.slice.members.len();
        for favoured in 0..members {
            let weights: Vec<f64> =
                (0..members).map(|m| if m == favoured { 1.0 } else { 0.0 }).collect();
            self.push_best(&weights, &vec![0.0; self.slice.space.issues()], true);
        }
        self.push_best(&vec![1.0; members], &self.goal.pulls, true);
    }

    fn push_log(&mut self, log: usize, v: f64) {
        let m = self.logs[log];
        let row = self.rows.iter().position(|&other| other == m).unwrap_or(0);
        let cost = self.goal.logs[self.slice.members[m]] * math::ln(v);
        self.points[log].push(v);
        self.push(Column::Other, cost, &[(row, -v), (self.rows.len() + log, 1.0)]);
    }

    /// Pushes the package that is best for these weights of the members and pulls; returns what it
    /// is worth, Σ weight·gain + Σ pull·x. Not pushed unless `always` or it gains more than `least`.
    fn push_best(&mut self, weights: &[f64], pulls: &[f64], always: bool) -> f64 {
        let start = self.packages.len();
        self.slice.respond(weights, pulls, &mut self.packages);
        let package = &self.packages[start..];
        let gains: Vec<f64> =
            (0..self.slice.members.len()).map(|m| self.slice.gain(m, package)).collect();
        let worth: f64 = weights.iter().zip(&gains).map(|(w, g)| w * g).sum::<f64>()
            + pulls.iter().zip(package).map(|(pull, x)| pull * x).sum::<f64>();
        let goal = self.goal;
        let members = &self.slice.members;
        let cost: f64 = gains.iter().zip(members).map(|(g, &s)| goal.weights[s] * g).sum::<f64>()
            + goal.pulls.iter().zip(package).map(|(pull, x)| pull * x).sum::<f64>();
        let mut entries: Vec<(usize, f64)> =
            self.rows.iter().enumerate().map(|(row, &m)| (row, gains[m])).collect();
        entries.push((self.height() - 1, 1.0));
        if always || worth > self.simplex.prices()[self.height() - 1] + GAP {
            self.push(Column::Package(start), cost, &entries);
        } else {
            self.packages.truncate(start);
        }
        worth
    }

    fn solve(mut self) -> Option<Found> {
        for _ in 0..MAX_ROUNDS {
            let feasible = self.simplex.maximise();
            let before = self.simplex.columns();
            self.price(feasible);
            if self.simplex.columns() == before {
                return feasible.then(|| self.read());
            }
        }
        self.simplex.maximise().then(|| self.read())
    }

    /// Adds the columns that the prices call for.
    fn price(&mut self, feasible: bool) {
        let goal = self.goal;
        let members = self.slice.members.len();
        // While rows are not met their prices are those of the infeasibility alone.
        let mut weights: Vec<f64> = (0..members)
            .map(|m| if feasible { goal.weights[self.slice.members[m]] } else { 0.0 })
            .collect();
        for (row, &m) in self.rows.iter().enumerate() {
            weights[m] -= self.simplex.prices()[row];
        }
        for weight in &mut weights {
            *weight = weight.max(0.0);
        }
        let none = vec![0.0; goal.pulls.len()];
        self.push_best(&weights, if feasible { &goal.pulls } else { &none }, false);
        if feasible {
            for log in 0..self.logs.len() {
                self.price_log(log);
            }
        }
    }

    /// The point of the logarithm where its slope is the price of the gain.
    fn price_log(&mut self, log: usize) {
        let m = self.logs[log];
        let row = self.rows.iter().position(|&other| other == m).unwrap_or(0);
        let weight = self.goal.logs[self.slice.members[m]];
        let price = -self.simplex.prices()[row];
        if price <= 0.0 {
            return;
        }
        let v = weight / price;
        let gain = weight * math::ln(v) - price * v - self.simplex.prices()[self.rows.len() + log];
        let is_new = |point: &f64| (point / v - 1.0).abs() > LOG_SPACING;
        if gain > GAP && self.points[log].iter().all(is_new) {
            self.push_log(log, v);
        }
    }

    /// The mixture of packages, as one package.
    fn read(&self) -> Found {
        let m = self.slice.space.issues();
        let mut package = vec![0.0; m];
        for (column, level) in self.simplex.used() {
            if let Column::Package(start) = self.columns[column] {
                for (x, coordinate) in package.iter_mut().zip(&self.packages[start..start + m]) {
                    *x += level * coordinate;
                }
            }
        }
        // What is fixed is the same in every package, but for the round-off of mixing.
        if let Some(guarantee) = self.slice.space.guarantee {
            package[guarantee.issue] = self.slice.position;
        }
        for (k, x) in package.iter_mut().enumerate() {
            if self.slice.space.is_fixed(k) {
                *x = self.packages[k];
            } else {
                let (low, high) = self.slice.ranges[k];
                *x = x.clamp(low, high);
            }
        }
        Found { value: self.simplex.value(), package }
    }
}
