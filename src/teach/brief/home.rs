//! The home front beside the clock, and what a role may reveal.

use super::{Case, process};
use crate::document::{Part, Section, Text, author};
use crate::math;
use crate::model::{Bloc, Blocs, InputId, Level, Party, Role, Stance, Vote};
use crate::teach::points::{FULL, shown};
use crate::text::number::percent;

/// Deadline, discount, ratification, trust, pledge and leverage.
pub(super) fn home_and_clock(case: Case<'_>, role: usize) -> Section {
    let party = &case.scenario.parties[role];
    let points = std::iter::once(process::pace(case, party))
        .chain(home_front(case, party))
        .chain(process::hand(case, role));
    Section::new("home", "Your clock and your home front", vec![Part::List(points.collect())])
}

/// How it is voted at home, if that has to be told.
fn home_front(case: Case<'_>, party: &Party) -> Option<Text> {
    let at = |id: InputId| case.values[id.index()];
    match party.ratification.as_ref().map(|home| &home.vote) {
        None if party.role == Role::Principal => {
            Some("Your signature counts: nobody at home has to agree.".into())
        }
        None => None,
        Some(&Vote::Probability(id)) => {
            let odds = percent(at(id));
            Some(
                format!("What you sign passes at home with odds of {odds}, whatever it says.")
                    .into(),
            )
        }
        Some(Vote::Blocs(home)) => Some(blocs(case, home)),
        Some(&Vote::Approval { intercept, slope, quota, .. }) => {
            let approval = |points: f64| {
                let log_odds = at(intercept) + at(slope) * points / FULL;
                percent(1.0 / (1.0 + math::exp(-log_odds)))
            };
            let told = format!(
                "What you sign is put to a vote, which takes {}. A deal worth 40 points to you would win \
                 about {}, one worth 60 about {}, one worth 80 about {}, give or take what the day brings.",
                percent(at(quota)),
                approval(40.0),
                approval(60.0),
                approval(80.0)
            );
            Some(told.into())
        }
    }
}

/// Blocs: how much each has, and what it takes.
fn blocs(case: Case<'_>, home: &Blocs) -> Text {
    let at = |id: InputId| case.values[id.index()];
    let all: f64 = home.blocs.iter().map(|bloc| at(bloc.share)).sum();
    let mut told = Text::from(format!(
        "What you sign is put to a vote of blocs, each of which says yes or no as one; it takes {}% of \
         the seats. ",
        shown(100.0 * at(home.quota))
    ));
    for (index, bloc) in home.blocs.iter().enumerate() {
        let share = percent(at(bloc.share) / all.max(f64::MIN_POSITIVE));
        let veto = if bloc.veto { ", nothing passes against it" } else { "" };
        told = told
            .and_if(index > 0, "; ")
            .and(author(&bloc.title))
            .and(format!(" ({share}{veto}) {}", stance(bloc, at)));
    }
    told.and(". Give or take what the day brings.")
}

/// What a bloc says yes to.
fn stance(bloc: &Bloc, at: impl Fn(InputId) -> f64) -> String {
    let whatever = |odds: f64| format!("says yes with odds of {}, whatever it says", percent(odds));
    let (level, slope, spread) = match bloc.stance {
        Stance::Probability(id) => return whatever(at(id)),
        Stance::Approval { level, slope, spread } => (level, at(slope), at(spread)),
    };
    let even = match level {
        Level::EvenAt(id) => at(id),
        Level::Intercept(id) if slope == 0.0 => {
            return whatever(math::normal_cdf((math::logistic(at(id)) - 0.5) / spread));
        }
        Level::Intercept(id) => -at(id) / slope,
    };
    let even = shown(FULL * even);
    if slope < 0.0 {
        format!("says yes below about {even} points for you")
    } else {
        format!("says yes from about {even} points for you on")
    }
}

/// What may be said at the table, by the rules of thumb that teachers give.
pub(super) fn may_reveal(case: Case<'_>, role: usize) -> Section {
    let party = &case.scenario.parties[role];
    let (first, mut kept) = process::open_and_kept(case);
    let red = party.positions.iter().flatten().any(|position| position.red_line.is_some())
        || party.preferences.iter().flatten().any(|wish| wish.refused.contains(&true));
    if red {
        kept.push("where exactly your red lines run (that you have some is no secret)");
    }
    if party.ratification.is_some() {
        kept.push("how sure you are of your home front");
    }
    let points = vec![
        format!("Freely: {first}, your reasons, and which issues matter more to you than others.")
            .into(),
        "If it buys something: which of two packages you would rather have.".into(),
        format!("To nobody: {}.", kept.join(", ")).into(),
        "Do not lie about facts that others can check, and do not invent authority you lack."
            .into(),
    ];
    Section::new("reveal", "What you may reveal", vec![Part::List(points)])
}
