//! The home front, the clock, what else a role holds in its hand, and what it may reveal.

use super::case::{day, number};
use super::{Case, process};
use crate::math;
use crate::model::{
    Bloc, Blocs, InputId, Level, Party, PaymentTime, PledgeTime, Role, Stance, Vote,
};
use crate::teach::points::{FULL, shown};
use crate::teach::sheet::Sheet;
use crate::text::date;
use crate::text::number::percent;

/// By when it should have conceded, and how.
pub(super) fn pace(sheet: &mut Sheet, case: Case<'_>, party: &Party) {
    let at = |id: InputId| case.values[id.index()];
    let pace = match at(party.concession_speed) {
        beta if beta < 0.8 => "hold out and give in late",
        beta if beta > 1.25 => "give in early rather than let it drag on",
        _ => "give in steadily",
    };
    let limit = if at(party.deadline) > case.scenario.clock.horizon {
        "No day is set by which you should be where you would go at most: the talks end before."
            .to_owned()
    } else {
        let deadline = date(day(case, at(party.deadline)));
        format!("By {deadline} you should be where you would go at most.")
    };
    sheet.item(&format!("{limit} Those who sent you expect you to {pace}."));
}

/// What a round costs.
pub(super) fn discount(sheet: &mut Sheet, case: Case<'_>, party: &Party) {
    let discount = party.bargainer.as_ref().map(|bargainer| bargainer.discount);
    let lost = discount.map_or(0.0, |id| case.values[id.index()]);
    if lost > 0.0 {
        sheet.item(&format!(
            "Every round takes {} off what a deal is worth to you, and nothing off no deal.",
            percent(lost)
        ));
    } else {
        sheet.item("Time costs you nothing, but the rounds are counted.");
    }
}

pub(super) fn home_front(sheet: &mut Sheet, case: Case<'_>, party: &Party) {
    let at = |id: InputId| case.values[id.index()];
    match party.ratification.as_ref().map(|home| &home.vote) {
        None if party.role == Role::Principal => {
            sheet.item("Your signature counts: nobody at home has to agree.");
        }
        None => {}
        Some(&Vote::Probability(id)) => {
            let odds = percent(at(id));
            sheet.item(&format!(
                "What you sign passes at home with odds of {odds}, whatever it says."
            ));
        }
        Some(Vote::Blocs(home)) => blocs(sheet, case, home),
        Some(&Vote::Approval { intercept, slope, quota, .. }) => {
            let approval = |points: f64| {
                let log_odds = at(intercept) + at(slope) * points / FULL;
                percent(1.0 / (1.0 + math::exp(-log_odds)))
            };
            sheet.item(&format!(
                "What you sign is put to a vote, which takes {}. A deal worth 40 points to you would win \
                 about {}, one worth 60 about {}, one worth 80 about {}, give or take what the day brings.",
                percent(at(quota)),
                approval(40.0),
                approval(60.0),
                approval(80.0)
            ));
        }
    }
}

/// Blocs: how much each has, and what it takes.
fn blocs(sheet: &mut Sheet, case: Case<'_>, home: &Blocs) {
    let at = |id: InputId| case.values[id.index()];
    let all: f64 = home.blocs.iter().map(|bloc| at(bloc.share)).sum();
    let each = home.blocs.iter().map(|bloc| {
        let share = percent(at(bloc.share) / all.max(f64::MIN_POSITIVE));
        let veto = if bloc.veto { ", nothing passes against it" } else { "" };
        format!("{} ({share}{veto}) {}", bloc.title, stance(bloc, at))
    });
    let each: Vec<String> = each.collect();
    sheet.item(&format!(
        "What you sign is put to a vote of blocs, each of which says yes or no as one; it takes {}% of \
         the seats. {}. Give or take what the day brings.",
        shown(100.0 * at(home.quota)),
        each.join("; ")
    ));
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

/// Trust in the others, as this role feels it.
pub(super) fn trust(sheet: &mut Sheet, case: Case<'_>, role: usize) {
    let scenario = case.scenario;
    let others = (0..scenario.parties.len()).filter(|&other| other != role);
    let mut named: [Vec<&str>; 3] = [Vec::new(), Vec::new(), Vec::new()];
    for other in others {
        let trust = case.values[scenario.trust.pair(role, other).index()];
        let kind = match trust {
            t if t < 0.35 => 0,
            t if t <= 0.65 => 1,
            _ => 2,
        };
        named[kind].push(&scenario.parties[other].title);
    }
    let words = ["little", "somewhat", "much"];
    let told = words.iter().zip(&named).filter(|(_, names)| !names.is_empty());
    let parts: Vec<String> =
        told.map(|(word, names)| format!("{word}: {}", names.join(", "))).collect();
    sheet.item(&format!("How far you and the others trust each other: {}.", parts.join("; ")));
}

/// What the role can add to a deal.
pub(super) fn hand(sheet: &mut Sheet, case: Case<'_>, party: &Party) {
    let at = |id: InputId| case.values[id.index()];
    if let Some(pledge) = &party.pledge {
        let strength = percent(at(pledge.strength));
        let when = match pledge.time {
            PledgeTime::At(months) => format!("on {}", date(day(case, months))),
            PledgeTime::Rate(id) => {
                format!("when your government gets to it (about {} times a month)", number(at(id)))
            }
        };
        if matches!(pledge.time, PledgeTime::Rate(id) if at(id) <= 0.0) {
            sheet.item("You have no pledge to give: your government will make none.");
            return leverage(sheet, case, party);
        }
        let needs = pledge.needs.map_or(String::new(), |other| {
            format!(", worth far less without the pledge of {}", case.scenario.parties[other].title)
        });
        sheet.item(&format!(
            "You can put {strength} of a full guarantee behind a deal, {when}{needs}."
        ));
    }
    leverage(sheet, case, party);
}

/// What the role can pay others with.
fn leverage(sheet: &mut Sheet, case: Case<'_>, party: &Party) {
    for &(to, id) in &party.leverage {
        let at = |id: InputId| case.values[id.index()];
        let (receiver, worth) = (&case.scenario.parties[to].title, shown(FULL * at(id)));
        let when = match party.payment {
            PaymentTime::WhileItHolds => "as long as it holds",
            PaymentTime::AtSignature => "when it is signed",
        };
        sheet.item(&format!(
            "You can sweeten a deal for {receiver}: {worth} of its points, {when}."
        ));
    }
}

/// What may be said at the table, by the rules of thumb that teachers give.
pub(super) fn may_reveal(sheet: &mut Sheet, case: Case<'_>, role: usize) {
    let party = &case.scenario.parties[role];
    sheet.heading(2, "What you may reveal");
    let (first, mut kept) = process::open_and_kept(case);
    sheet.item(&format!(
        "Freely: {first}, your reasons, and which issues matter more to you than others."
    ));
    sheet.item("If it buys something: which of two packages you would rather have.");
    let red = party.positions.iter().flatten().any(|position| position.red_line.is_some())
        || party.preferences.iter().flatten().any(|wish| wish.refused.contains(&true));
    if red {
        kept.push("where exactly your red lines run (that you have some is no secret)");
    }
    if party.ratification.is_some() {
        kept.push("how sure you are of your home front");
    }
    sheet.item(&format!("To nobody: {}.", kept.join(", ")));
    sheet.item(
        "Do not lie about facts that others can check, and do not invent authority you lack.",
    );
}
