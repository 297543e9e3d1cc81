//! A run: a plan played and summed up, with its structural alternatives.

use super::estimate::clustered;
use super::inert::{Move, inert};
use super::outcome::{Link, Outcome};
use super::plan::{Plan, Stopping};
use super::progress::Progress;
use super::stopping::StopReason;
use super::summary::{InputShare, Structural, Summary, by_loss};
use super::worlds::{Rows, play_worlds};
use crate::model::Scenario;

/// Plays a scenario by a plan, many thousand times, and sums up: what are the odds of a deal, by when, on
/// what terms, will it last, who blocks it.
///
/// The same plan gives the same bits on any machine and with any number of threads.
///
/// # Examples
/// ```
/// use zopa::scenario::{TemplateKind, template};
/// use zopa::{LoadOptions, Plan, Seed, load, run};
///
/// let text = template(TemplateKind::TwoParty, "Water from the upper valley");
/// let scenario = load("water.toml", &text, &LoadOptions::default())?.scenario;
/// let plan = Plan { seed: Seed(7), worlds: 200, ..Plan::default() };
/// let summary = run(&scenario, &plan);
/// assert_eq!((summary.worlds, summary.histories), (200, Plan::HISTORIES));
/// # Ok::<(), zopa::Rejected>(())
/// ```
pub fn run(scenario: &Scenario, plan: &Plan) -> Summary {
    run_with(scenario, plan, &(), None)
}

/// The same, for whoever waits and for whoever wants every world: `progress` is told how far the run is, and
/// may stop it; `rows` is handed the worlds, one after the other, in order.
pub fn run_with(
    scenario: &Scenario,
    plan: &Plan,
    progress: &dyn Progress,
    rows: Option<Rows<'_>>,
) -> Summary {
    let main = play_worlds(scenario, plan, progress, rows);
    let mut summary = Summary::new(scenario, plan, &main);
    if plan.structural && main.stopped != StopReason::Interrupted {
        find_inert(&mut summary, scenario, plan);
    }
    if plan.structural && scenario.weighs_limits() && main.stopped != StopReason::Interrupted {
        let omega = scenario.constants.stated_limits_weight;
        for value in [0.0, 1.0] {
            let mut alternative = plan.clone();
            alternative.fixed.retain(|&(id, _)| id != omega);
            alternative.fixed.push((omega, value));
            alternative.stopping = Stopping::Worlds;
            alternative.worlds = (main.tally.worlds / 4).max(main.tally.worlds.min(250));
            let other = play_worlds(scenario, &alternative, &(), None);
            let signed = &other.tally.outcomes[Outcome::Link(Link::Signed).index()];
            let signed = clustered(signed, other.tally.worlds, plan.histories);
            summary.structural.push(Structural { input: omega, value, signed });
        }
    }
    if plan.structural {
        summary.structural.extend(by_loss(scenario, plan, &main));
    }
    summary
}

/// Looks for inputs that change nothing, among those whose share cannot be told from chance or may be
/// that of others.
fn find_inert(summary: &mut Summary, scenario: &Scenario, plan: &Plan) {
    let doubtful = |share: &&mut InputShare| !share.clear || scenario.hangs_together(share.input);
    let mut doubtful: Vec<&mut InputShare> = summary.inputs.iter_mut().filter(doubtful).collect();
    let moves: Vec<Move> =
        doubtful.iter().map(|share| Move::to_own_ends(scenario, share.input)).collect();
    let told = [summary.signed_trial, summary.stories.typical_deal, summary.stories.near_miss];
    let told: Vec<_> = told.into_iter().flatten().collect();
    for (share, is_inert) in doubtful.iter_mut().zip(inert(scenario, plan, &moves, &told)) {
        share.inert = is_inert;
    }
}
