//! Every forecaster's score on every target, and what the model saves.

use super::foretold::{Foretold, Pool, Who};
use super::setting::{Game, Setting};
use super::target::Target;
use crate::analysis::scoring::cluster_interval;
use crate::stream::StreamKey;

/// For how many games all games count beside those with the same preferences.
const OTHERS: f64 = 10.0;

/// A table of games, each with its setting.
#[derive(Clone, Copy, Debug)]
pub struct Played<'a> {
    /// The settings.
    pub settings: &'a [Setting],
    /// The games.
    pub games: &'a [Game],
}

/// A forecaster's score on a target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    /// The question.
    pub target: Target,
    /// Who.
    pub who: Who,
    /// Games scored.
    pub games: usize,
    /// The mean score.
    pub score: f64,
    /// By how much the model's is lower on the same games, with the 95% interval that draws whole settings;
    /// none for the model itself.
    pub saved: Option<(f64, Option<(f64, f64)>)>,
}

/// The scores, with the means of what came and of what the model said.
#[derive(Clone, Debug)]
pub struct Scores {
    /// Target by target, the model first.
    pub rows: Vec<Row>,
    /// By target: the mean of what came, and the model's mean of it on the same games. For what each has, the
    /// mean over parties; nothing for the exact end.
    pub means: Vec<(Target, f64, f64)>,
}

/// Scores what `model` says of each setting, and what those without a model say. `training` are games to
/// learn shares from.
pub fn scores(
    played: Played<'_>,
    model: &[Foretold],
    training: Option<Played<'_>>,
    key: &StreamKey,
) -> Scores {
    let told: Vec<(Who, Vec<Foretold>)> = Who::ALL
        .into_iter()
        .filter_map(|who| Some((who, foretell(who, played, model, training)?)))
        .collect();
    let mut rows = Vec::new();
    let mut means = Vec::new();
    for target in Target::ALL {
        let of = |told: &[Foretold]| -> Vec<Option<f64>> {
            let score = |game: &Game| {
                target.score(&played.settings[game.setting], *game, &told[game.setting])
            };
            played.games.iter().map(score).collect()
        };
        let own = of(model);
        for (who, told) in &told {
            rows.extend(row(target, *who, played, &own, &of(told), key));
        }
        means.extend(mean_of(target, played, model));
    }
    Scores { rows, means }
}

fn foretell(
    who: Who,
    played: Played<'_>,
    model: &[Foretold],
    training: Option<Played<'_>>,
) -> Option<Vec<Foretold>> {
    let settings = played.settings;
    match who {
        Who::Model => Some(model.to_vec()),
        Who::EvenSplit => Some(vec![Foretold::Halves; settings.len()]),
        Who::NashSolution => Some(settings.iter().map(Foretold::nash).collect()),
        Who::Training => {
            let pool = Pool::of(&weighted(training?, |_| 1.0))?;
            Some(vec![Foretold::Pooled(pool); settings.len()])
        }
        Who::Alike => {
            let training = training?;
            let rest = OTHERS / training.games.len() as f64;
            let of = |setting: &Setting| {
                // Preferences are the same where every end is worth the same to everybody.
                let same = |other: &Setting| {
                    let end = |place| (place < setting.outcomes()).then_some(place);
                    (0..=setting.outcomes())
                        .all(|place| setting.values(end(place)) == other.values(end(place)))
                };
                let same: Vec<bool> = training.settings.iter().map(same).collect();
                let weigh = |game: Game| if same[game.setting] { 1.0 + rest } else { rest };
                Pool::of(&weighted(training, weigh)).map(Foretold::Pooled)
            };
            settings.iter().map(of).collect()
        }
    }
}

fn weighted(training: Played<'_>, weigh: impl Fn(Game) -> f64) -> Vec<(&Setting, Game, f64)> {
    let one = |&game: &Game| (&training.settings[game.setting], game, weigh(game));
    training.games.iter().map(one).collect()
}

fn row(
    target: Target,
    who: Who,
    played: Played<'_>,
    own: &[Option<f64>],
    theirs: &[Option<f64>],
    key: &StreamKey,
) -> Option<Row> {
    let mut saved = vec![Vec::new(); played.settings.len()];
    let (mut sum, mut count) = (0.0, 0);
    for ((game, own), theirs) in played.games.iter().zip(own).zip(theirs) {
        if let (Some(own), Some(theirs)) = (own, theirs) {
            saved[game.setting].push(theirs - own);
            sum += theirs;
            count += 1;
        }
    }
    let mean = |sum: f64| sum / f64::from(count.max(1));
    let difference = mean(saved.iter().flatten().sum());
    (count > 0).then(|| Row {
        target,
        who,
        games: count as usize,
        score: mean(sum),
        saved: (who != Who::Model).then(|| (difference, cluster_interval(&saved, key))),
    })
}

fn mean_of(target: Target, played: Played<'_>, model: &[Foretold]) -> Option<(Target, f64, f64)> {
    let (mut came, mut told, mut count) = (0.0, 0.0, 0.0);
    for game in played.games {
        let setting = &played.settings[game.setting];
        let numbers = target.numbers(setting, game.end);
        let spreads = model[game.setting].spreads(target, setting);
        if numbers.is_empty() || spreads.len() != numbers.len() {
            continue;
        }
        let parties = numbers.len() as f64;
        came += numbers.iter().sum::<f64>() / parties;
        told += spreads.iter().map(crate::analysis::scoring::Spread::mean).sum::<f64>() / parties;
        count += 1.0;
    }
    (count > 0.0).then(|| (target, came / count, told / count))
}
