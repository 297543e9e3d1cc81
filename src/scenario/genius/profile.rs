//! A profile: what one party makes of the domain.

use super::domain::{Domain, Issue, Kind, issue};
use super::value::Worth;
use super::xml::{Element, Wrong, parse};
use super::{GeniusFile, last_part};
use crate::scenario::codes;

/// One party's preferences.
#[derive(Clone, Debug)]
pub(super) struct Profile {
    /// The name of the file, without folder and ending.
    pub(super) name: String,
    /// Weight of each issue, as written; their sum is positive.
    pub(super) weights: Vec<f64>,
    /// What each issue's choices are worth.
    pub(super) worths: Vec<Worth>,
    /// What no deal is worth; 0 where the file does not say.
    pub(super) reservation: Option<f64>,
    /// What is left of a utility at the deadline, in (0, 1]; 1 where nothing is lost.
    pub(super) discount: f64,
    /// Where each issue stands in the file, in bytes.
    pub(super) issues: Vec<(usize, usize)>,
    /// What was assumed in reading it, in words.
    pub(super) notes: Vec<String>,
}

/// Reads a profile of a domain; the file is source number `source` of the report.
pub(super) fn read(
    file: GeniusFile<'_>,
    source: usize,
    domain: &Domain,
) -> Result<Profile, Vec<Wrong>> {
    let document = parse(file, source)?;
    let one = |found| vec![found];
    let space = Element::root(&document, source).utility_space().map_err(one)?;
    let objective = space.objective().map_err(one)?;
    let mut found = Vec::new();
    let mut worths = Vec::new();
    let mut places = Vec::new();
    for issue in &domain.issues {
        match worth(objective, issue) {
            Ok((worth, place)) => {
                worths.push(worth);
                places.push(place);
            }
            Err(wrong) => found.push(wrong),
        }
    }
    found.extend(strangers(objective, domain));
    let weights = weights(objective, domain).map_err(|wrong| found.push(wrong)).ok();
    let name = stem(file.name);
    let mut notes = Vec::new();
    let reservation = reservation(space, objective).map_err(|wrong| found.push(wrong)).ok();
    let reservation = reservation.map(|value| {
        value.map(|value| {
            if value < 0.0 {
                notes.push(format!(
                    "the reservation value {value} of {name} is 0 here: nothing is worth less to it"
                ));
            }
            value.max(0.0)
        })
    });
    let discount = discount(space, objective).map_err(|wrong| found.push(wrong)).ok();
    match (weights, reservation, discount) {
        (Some(weights), Some(reservation), Some(discount)) if found.is_empty() => {
            Ok(Profile { name, weights, worths, reservation, discount, issues: places, notes })
        }
        _ => Err(found),
    }
}

fn stem(name: &str) -> String {
    let last = last_part(name);
    last.strip_suffix(".xml").or(last.strip_suffix(".XML")).unwrap_or(last).to_owned()
}

/// What a party makes of one issue of the domain, with its place in the file.
fn worth(objective: Element<'_, '_>, wanted: &Issue) -> Result<(Worth, (usize, usize)), Wrong> {
    let own = |element: &Element<'_, '_>| element.attribute("index") == Some(&wanted.index);
    let Some(element) = objective.below("issue").find(own) else {
        let message = format!("the issue “{}” of the domain is missing here", wanted.name);
        return Err(objective.wrong(codes::OTHER_DOMAIN, message).help(SAME_DOMAIN));
    };
    let own = issue(element)?;
    if own.name != wanted.name {
        let message =
            format!("issue {} is “{}” in the domain, not “{}”", own.index, wanted.name, own.name);
        return Err(element.wrong(codes::OTHER_DOMAIN, message).help(SAME_DOMAIN));
    }
    if own.kind.word() != wanted.kind.word() {
        let (domain, here) = (wanted.kind.word(), own.kind.word());
        let message = format!("“{}” is {domain} in the domain and {here} here", own.name);
        return Err(element.wrong(codes::OTHER_DOMAIN, message).help(SAME_DOMAIN));
    }
    let worth = match (&wanted.kind, &own.kind) {
        (Kind::Discrete(wanted), Kind::Discrete(_)) => Worth::of_items(element, wanted)?,
        (wanted, own) if wanted == own => Worth::of_range(element, wanted)?,
        _ => {
            let message = format!("“{}” has other bounds in the domain", own.name);
            return Err(element.wrong(codes::OTHER_DOMAIN, message).help(SAME_DOMAIN));
        }
    };
    let span = element.span();
    Ok((worth, (span.start, span.end)))
}

/// What to say of a profile that does not fit the domain.
pub(super) const SAME_DOMAIN: &str = "is this a profile of that domain?";

/// Issues that the domain does not have.
fn strangers(objective: Element<'_, '_>, domain: &Domain) -> Option<Wrong> {
    let known = |index: &str| domain.issues.iter().any(|issue| issue.index == index);
    let unknown = objective
        .below("issue")
        .find(|issue| issue.attribute("index").is_some_and(|i| !known(i)))?;
    let name = unknown.attribute("name").unwrap_or("without a name");
    let message = format!("the domain has no issue “{name}”");
    Some(unknown.wrong(codes::OTHER_DOMAIN, message).help(SAME_DOMAIN))
}

fn weights(objective: Element<'_, '_>, domain: &Domain) -> Result<Vec<f64>, Wrong> {
    let mut weights = Vec::new();
    for issue in &domain.issues {
        let own = |element: &Element<'_, '_>| element.attribute("index") == Some(&issue.index);
        let Some(element) = objective.below("weight").find(own) else {
            let message = format!("there is no <weight> for the issue “{}”", issue.name);
            return Err(objective.wrong(codes::GENIUS_GAP, message));
        };
        let weight = element.number("value")?;
        if !(0.0..=1e9).contains(&weight) {
            let message = format!("a weight of {weight} means nothing");
            return Err(element.wrong(codes::GENIUS_GAP, message));
        }
        weights.push(weight);
    }
    if weights.iter().sum::<f64>() <= 0.0 {
        let message = "all weights are 0: nothing is worth anything to this party";
        return Err(objective.wrong(codes::GENIUS_GAP, message));
    }
    Ok(weights)
}

/// An element that GENIUS keeps with the space or, in older files, with the objective.
fn beside<'a, 'i>(
    space: Element<'a, 'i>,
    objective: Element<'a, 'i>,
    name: &'static str,
) -> Option<Element<'a, 'i>> {
    space.below(name).next().or_else(|| objective.below(name).next())
}

fn reservation(space: Element<'_, '_>, objective: Element<'_, '_>) -> Result<Option<f64>, Wrong> {
    let Some(element) = beside(space, objective, "reservation") else { return Ok(None) };
    let value = element.number("value")?;
    if value > 1.0 {
        let message =
            format!("a reservation value of {value} is more than any outcome’s, at most 1");
        return Err(element.wrong(codes::GENIUS_MISFIT, message));
    }
    Ok(Some(value))
}

/// The discount factor; GENIUS takes one that is not in (0, 1] for 1.
fn discount(space: Element<'_, '_>, objective: Element<'_, '_>) -> Result<f64, Wrong> {
    let Some(element) = beside(space, objective, "discount_factor") else { return Ok(1.0) };
    let value = element.number("value")?;
    Ok(if value > 0.0 && value < 1.0 { value } else { 1.0 })
}
