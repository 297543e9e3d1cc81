//! Do two files code the same negotiation?

use crate::model::Scenario;

/// Why two files cannot be held against each other: every difference, each a clause. They speak of A and B.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unlike(pub Vec<String>);

/// The differences that forbid a comparison: parties, roles, issues, scales, effects and options.
pub(super) fn check(a: &Scenario, b: &Scenario) -> Result<(), Unlike> {
    let mut found = Vec::new();
    let parties = |scenario: &Scenario| -> Vec<String> {
        scenario.parties.iter().map(|party| party.id.clone()).collect()
    };
    only(&mut found, "party", &parties(a), &parties(b));
    let issues = |scenario: &Scenario| -> Vec<String> {
        scenario.issues.iter().map(|issue| issue.id.clone()).collect()
    };
    only(&mut found, "issue", &issues(a), &issues(b));
    for party in &a.parties {
        let Some(other) = b.party_index(&party.id) else { continue };
        let (one, other) = (party.role.word(), b.parties[other].role.word());
        if one != other {
            found.push(format!("the party `{}` is a {one} in A and a {other} in B", party.id));
        }
    }
    for issue in &a.issues {
        let Some(other) = b.issue_index(&issue.id) else { continue };
        let other = &b.issues[other];
        let id = &issue.id;
        if issue.options != other.options {
            found.push(format!("the issue `{id}` does not have the same options in A and B"));
        } else if issue.scale != other.scale {
            found.push(format!("the issue `{id}` does not have the same scale in A and B"));
        } else if issue.effect != other.effect {
            found.push(format!("the issue `{id}` does not have the same effect in A and B"));
        }
    }
    if found.is_empty() { Ok(()) } else { Err(Unlike(found)) }
}

fn only(found: &mut Vec<String>, what: &str, a: &[String], b: &[String]) {
    let mut tell = |one: &[String], other: &[String], has: &str, lacks: &str| {
        for id in one.iter().filter(|id| !other.contains(id)) {
            found.push(format!("{has} has the {what} `{id}`, which {lacks} lacks"));
        }
    };
    tell(a, b, "A", "B");
    tell(b, a, "B", "A");
}

/// What else differs that is no number: told, and no obstacle.
pub(super) fn notes(a: &Scenario, b: &Scenario) -> Vec<String> {
    let mut found = Vec::new();
    if a.as_of != b.as_of {
        found.push(format!("as_of is {} in A and {} in B", a.as_of, b.as_of));
    }
    if (a.clock.horizon - b.clock.horizon).abs() > 0.0 {
        let (one, other) = (a.clock.horizon, b.clock.horizon);
        found.push(format!("the horizon is {one:.1} months in A and {other:.1} in B"));
    }
    if a.mediation.style != b.mediation.style {
        found.push("the style of mediation differs".to_owned());
    }
    if a.durability.peacekeepers != b.durability.peacekeepers {
        found.push("one has peacekeepers, the other has not".to_owned());
    }
    if a.dependence.is_some() != b.dependence.is_some() {
        found.push("inputs hang together in one and not in the other".to_owned());
    }
    for event in &a.events {
        let Some(other) = b.events.iter().find(|other| other.id == event.id) else { continue };
        if std::mem::discriminant(&event.when) != std::mem::discriminant(&other.when) {
            found.push(format!(
                "the event `{}` is dated in one and has a rate in the other",
                event.id
            ));
        }
    }
    let anchored = |scenario: &Scenario, id: &str| {
        scenario.issue_index(id).map(|index| scenario.issues[index].anchors.clone())
    };
    for issue in &a.issues {
        if anchored(a, &issue.id) != anchored(b, &issue.id) {
            found.push(format!(
                "the anchors of `{}` differ: the coders may not mean the same scale",
                issue.id
            ));
        }
    }
    found
}
