//! Talks: when the moment is ripe, who meets, and what becomes of a text (section 4).

use zopa::math::{exp, logistic};
use zopa::model::PaymentTime;
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
        let eased: f64 = self.steps_in_force().iter().map(|step| step.ripeness).product();
        eased * self.belligerents().into_iter().map(|i| self.readiness(i, &mean)).product::<f64>()
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
    pub(crate) fn pairs(parties: &[usize]) -> Vec<(usize, usize)> {
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
        let issues = self.scenario.issues.len();
        let gap =
            |(i, j): (usize, usize)| -> f64 { (0..issues).map(|k| self.apart(i, j, k, t)).sum() };
        let pairs = Self::pairs(parties);
        let mean_gap = pairs.iter().map(|&pair| gap(pair)).sum::<f64>() / pairs.len() as f64;
        exp(1.2 * (self.trust_among(parties) - 1.0) - 0.8 * mean_gap)
    }

    /// How far two parties are from each other on issue k, by what it weighs.
    pub(crate) fn apart(&self, i: usize, j: usize, k: usize, t: f64) -> f64 {
        let apart = if self.scenario.issues[k].has_options() {
            0.5 * (self.unmet(i, j, k, t) + self.unmet(j, i, k, t))
        } else {
            (self.position(i, k, t) - self.position(j, k, t)).abs()
        };
        let weight = |i: usize| self.world.players[i].stakes[k].weight;
        0.5 * (weight(i) + weight(j)) * apart
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
    pub(crate) fn answer_noise(&self, i: usize, text: usize) -> f64 {
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
        let mark = self.streams.draft.uniform();
        let step = self.chosen_step(&text, t, mark);
        if step.is_none() && self.mediators().iter().any(|&m| self.would_withhold(m, &text)) {
            return;
        }
        let number = self.seen.texts;
        self.seen.texts += 1;
        match step {
            Some(m) => self.put_step(t, m, &text, number),
            None => self.put_package(t, &text, number),
        }
        self.pen += 1;
    }

    /// Would a mediator whose signature a package needs refuse it?
    fn would_withhold(&self, m: usize, text: &[f64]) -> bool {
        self.signatories(text).contains(&m) && self.signing_worth(m, text) < 0.0
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
            let at_once = self.side_payment(i, PaymentTime::AtSignature);
            self.odds_at_home(i, text) * (self.paid(i, text) - at_once) + at_once
        };
        let imposed = self.scenario.principals().any(|i| margin(i) - paid(i) <= 0.0);
        let reasons = parties.iter().map(|&i| (i, self.reasons(i, text, margin(i)))).collect();
        self.sign(t, text, imposed, reasons);
    }
}
