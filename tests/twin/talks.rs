//! Talks: when the moment is ripe, who meets, and what becomes of a text (section 4).

use zopa::math::{exp, logistic};
use zopa::stream::{Purpose, StreamKey};

use super::history::Play;

/// A tabled package, and the least gain min (z + ε) it promised at the time.
#[derive(Clone, Debug)]
pub(crate) struct Tabled {
    pub(crate) text: Vec<f64>,
    pub(crate) gain: f64,
    /// Whose gain is the least.
    pub(crate) party: usize,
    /// The least gain if no home front voted.
    pub(crate) but_for_votes: f64,
    /// The home front that looks likeliest to fail it.
    pub(crate) doubted: Option<usize>,
    /// The first red line of those who had to agree that it crossed.
    pub(crate) crossed: Option<(usize, usize)>,
}

impl Play<'_> {
    /// Ripeness of the moment, at the mean text.
    pub(crate) fn ripeness(&self, t: f64) -> f64 {
        let mean = self.mean_text(t);
        self.belligerents().into_iter().map(|i| self.readiness(i, &mean)).product()
    }

    /// Λ(−2 + 2·hurt + 1.5·stalemate + 1.5·way out) of one belligerent.
    fn readiness(&self, i: usize, mean: &[f64]) -> f64 {
        let hurt = 1.0 - exp(-self.cost(i) / 0.1);
        let stalemate = self.scenario.front_issue().map_or(1.0, |k| {
            let wish = self.world.players[i].stakes[k].ideal - self.line();
            let direction = if wish > 0.0 {
                1.0
            } else if wish < 0.0 {
                -1.0
            } else {
                0.0
            };
            exp(-(direction * 12.0 * self.drift_ahead(i)).max(0.0) / 0.1)
        });
        let way_out = logistic(self.worth(i, mean) / 0.05);
        logistic(-2.0 + 2.0 * hurt + 1.5 * stalemate + 1.5 * way_out)
    }

    /// Pairs of the leaders who would meet.
    fn pairs(parties: &[usize]) -> Vec<(usize, usize)> {
        let pairs = |(at, &i): (usize, &usize)| {
            parties[at + 1..].iter().map(|&j| (i, j)).collect::<Vec<_>>()
        };
        parties.iter().enumerate().flat_map(pairs).collect()
    }

    /// Mean trust of the pairs of these parties.
    pub(crate) fn trust_among(&self, parties: &[usize]) -> f64 {
        let pairs = Self::pairs(parties);
        let sum: f64 = pairs.iter().map(|&(i, j)| self.world.trust[i][j]).sum();
        sum / pairs.len() as f64
    }

    /// The share of invitations that the leaders take up: exp(1.2(τ̄ − 1) − 0.8·gap).
    pub(crate) fn summit_acceptance(&self, parties: &[usize], t: f64) -> f64 {
        let gap = |(i, j): (usize, usize)| -> f64 {
            let (ours, theirs) = (&self.world.players[i].stakes, &self.world.players[j].stakes);
            (0..ours.len())
                .map(|k| {
                    let apart = if self.scenario.issues[k].has_options() {
                        0.5 * (self.unmet(i, j, k, t) + self.unmet(j, i, k, t))
                    } else {
                        (self.position(i, k, t) - self.position(j, k, t)).abs()
                    };
                    0.5 * (ours[k].weight + theirs[k].weight) * apart
                })
                .sum()
        };
        let pairs = Self::pairs(parties);
        let mean_gap = pairs.iter().map(|&pair| gap(pair)).sum::<f64>() / pairs.len() as f64;
        exp(1.2 * (self.trust_among(parties) - 1.0) - 0.8 * mean_gap)
    }

    /// Trust of every pair of these parties rises by 0.08(1 − τ).
    pub(crate) fn raise_trust(&mut self, parties: &[usize]) {
        for (i, j) in Self::pairs(parties) {
            let trust = self.world.trust[i][j] + 0.08 * (1.0 - self.world.trust[i][j]);
            self.set_trust(i, j, trust);
        }
    }

    /// … falls by 0.2τ.
    pub(crate) fn lower_trust(&mut self, parties: &[usize]) {
        for (i, j) in Self::pairs(parties) {
            self.set_trust(i, j, self.world.trust[i][j] - 0.2 * self.world.trust[i][j]);
        }
    }

    pub(crate) fn set_trust(&mut self, i: usize, j: usize, trust: f64) {
        self.world.trust[i][j] = trust;
        self.world.trust[j][i] = trust;
    }

    /// η of party i to text number `text`, counted from 0.
    fn answer_noise(&self, i: usize, text: usize) -> f64 {
        let id = &self.scenario.parties[i].id;
        let key = StreamKey::new(self.seed, Purpose::Answer, id);
        let mut stream = key.history(self.trial.world, self.trial.history);
        let mut noise = stream.logistic();
        for _ in 0..text {
            noise = stream.logistic();
        }
        self.world.players[i].readiness_spread / 3.0 * noise
    }

    /// The first of these parties' red lines that a text crosses.
    pub(crate) fn crossed(&self, parties: &[usize], text: &[f64]) -> Option<(usize, usize)> {
        for &i in parties {
            for (k, &x) in text.iter().enumerate() {
                let stake = &self.world.players[i].stakes[k];
                let refuses = stake.taste.as_ref().is_some_and(|t| t.refused[t.option(x)]);
                if stake.wall.forbids(x) || refuses {
                    return Some((i, k));
                }
            }
        }
        None
    }

    /// A package and how near it comes to being signed by all who must.
    pub(crate) fn appraise(&self, text: &[f64]) -> Tabled {
        let parties = self.signatories(text);
        let mut least = (f64::INFINITY, parties[0]);
        for &i in &parties {
            let gain = self.signing_worth(i, text);
            if gain < least.0 {
                least = (gain, i);
            }
        }
        let gains = parties.iter().map(|&i| self.worth(i, text) + self.readiness[i]);
        Tabled {
            text: text.to_vec(),
            gain: least.0,
            party: least.1,
            but_for_votes: gains.fold(f64::INFINITY, f64::min),
            doubted: self.most_doubtful(text),
            crossed: self.crossed(&parties, text),
        }
    }

    /// A text is drafted and put to the table at time t.
    pub(crate) fn table_text(&mut self, t: f64) {
        let text = self.draft(t);
        let first = self.streams.draft.uniform();
        let fighting = !self.belligerents().is_empty() && self.truce_until.is_none();
        let truce_only = fighting
            && self.ceasefire_issue().is_some_and(|(k, end)| first < end.strength(text[k]));
        let number = self.seen.texts;
        self.seen.texts += 1;
        if truce_only {
            self.put_truce(t, number);
        } else {
            self.put_package(t, &text, number);
        }
        self.pen += 1;
    }

    /// A ceasefire alone; never the end of a history.
    fn put_truce(&mut self, t: f64, number: usize) {
        let principals: Vec<usize> = self.scenario.principals().collect();
        let Some((k, end)) = self.ceasefire_issue() else { return };
        let agreed = principals.iter().all(|&i| {
            let margin = self.truce_worth(i) + self.readiness[i] + self.answer_noise(i, number);
            let forbidden = self.world.players[i].stakes[k].wall.forbids(end.position());
            margin > 0.0 && !forbidden
        });
        if agreed {
            self.raise_trust(&principals);
            let until = t + self.truce_lasts();
            self.truce_until = Some(until);
            self.seen.truces.push((t, until));
        }
    }

    fn put_package(&mut self, t: f64, text: &[f64], number: usize) {
        let appraised = self.appraise(text);
        if self.seen.nearest.as_ref().is_none_or(|nearest| appraised.gain > nearest.gain) {
            self.seen.nearest = Some(appraised);
        }
        let parties = self.signatories(text);
        let margin = |i: usize| self.signing_worth(i, text) + self.answer_noise(i, number);
        let willing = parties.iter().all(|&i| margin(i) > 0.0);
        if !willing || self.crossed(&parties, text).is_some() {
            return;
        }
        let paid = |i: usize| {
            let payment = self.world.players[i].compliance * self.side_payment(i);
            self.odds_at_home(i, text) * payment
        };
        let imposed = self.scenario.principals().any(|i| margin(i) - paid(i) <= 0.0);
        let reasons = parties.iter().map(|&i| (i, self.reasons(i, text, margin(i)))).collect();
        self.sign(t, text, imposed, reasons);
    }
}
