//! Parties.

use super::home::RATIFICATION;
use super::protocol::{ACCEPTS, ASKS, DISCOUNTS, ERRS, LEARNS};
use super::{Bounds, Key, Kind, MapOf, Need, Reference, Table};
use crate::model::MOST_OPTIONS;

/// The words of `role`.
pub(crate) static ROLES: [&str; 4] = ["principal", "mediator", "guarantor", "stakeholder"];

/// `parties.X`.
pub(crate) static PARTY: Table = Table {
    what: "a party",
    keys: &[
        Key::new("title", Kind::Text, "Plain name.").needs(Need::Rule("the key")),
        Key::new("role", Kind::Word(&ROLES), "What it does at the table.").required_in_peace(),
        Key::number("influence", Bounds::NOT_NEGATIVE, "Its weight in every text.")
            .required_in_peace(),
        Key::number(
            "concession_speed",
            Bounds::POSITIVE,
            "How early it concedes: below 1 late, 1 steadily, above 1 early.",
        )
        .or(1.0),
        Key::number("reciprocity", Bounds::SHARE, "How far its concessions follow its opponent's.")
            .or(0.2),
        Key::number(
            "loss_aversion",
            Bounds::AT_LEAST_ONE,
            "How much more a loss weighs than a gain.",
        )
        .or(1.0),
        Key::new(
            "deadline",
            Kind::MonthsOrDay(Bounds::POSITIVE),
            "When it reaches its limit: a duration or a number of months since the talks began, or a day that \
             all see coming.",
        )
        .or(12.0),
        Key::number(
            "readiness_spread",
            Bounds::NOT_NEGATIVE,
            "How far its readiness to sign strays from what the terms are worth to it, in value.",
        )
        .needs(Need::Rule("that of `model`")),
        Key::number(
            "good_faith",
            Bounds::SHARE,
            "The odds that it carries out what it signs, as it knows itself.",
        )
        .or(1.0),
        Key::number(
            "breach_hazard",
            Bounds::NOT_NEGATIVE,
            "The hazard of a breach it expects over a year.",
        )
        .needs(Need::Rule("that of `model`")),
        Key::number("betrayal_loss", Bounds::NOT_NEGATIVE, "What a breach costs it, in value.")
            .needs(Need::Rule("that of `model` for principals, 0 for others")),
        ASKS,
        ACCEPTS,
        LEARNS,
        DISCOUNTS,
        ERRS,
        Key::new("outside", Kind::Table(&OUTSIDE), "What it gets without a deal."),
        Key::new("ratification", Kind::Table(&RATIFICATION), "Its home front's say."),
        Key::new("pledge", Kind::Table(&PLEDGE), "Its contribution to the guarantee."),
        Key::new(
            "leverage",
            Kind::Map(&LEVERAGE),
            "Side payments it can add, in value; mediators only.",
        ),
        Key::new("payment", Kind::Word(&PAYMENTS), "When it makes its side payments.")
            .needs(Need::Rule("\"while-it-holds\"")),
        Key::new("positions", Kind::Map(&POSITIONS), "What it wants on each issue."),
        Key::new("brief", Kind::Text, "What its players are told in confidence, for people."),
    ],
    one_of: &[],
    doc: "Who sits at the table.",
};

/// The words of `payment`.
pub(crate) static PAYMENTS: [&str; 2] = ["while-it-holds", "at-signature"];

static LEVERAGE: MapOf = MapOf {
    one: "party",
    kind: Kind::Number(Bounds::NOT_NEGATIVE),
    min: 0,
    max: 64,
    refer: Some(Reference::Party),
};

static POSITIONS: MapOf = MapOf {
    one: "issue",
    kind: Kind::Table(&POSITION),
    min: 0,
    max: 32,
    refer: Some(Reference::Issue),
};

/// `parties.X.positions.ISSUE`.
pub(crate) static POSITION: Table = Table {
    what: "a position",
    keys: &[
        Key::new("opening", Kind::OnScale, "Where it starts.").needs(Need::Rule("the ideal")),
        Key::new("limit", Kind::OnScale, "Where its concessions end; with options a score.")
            .required_in_peace(),
        Key::new("ideal", Kind::OnScale, "What it would have if it could dictate."),
        Key::new("scores", Kind::Map(&SCORES), "What each option is worth to it, 0 to 100."),
        Key::number("salience", Bounds::NOT_NEGATIVE, "How much it cares; made to sum to 1.")
            .required(),
        Key::new("red_line", Kind::OnScale, "No text beyond this is ever signed."),
        Key::new(
            "refuses",
            Kind::Texts(0, MOST_OPTIONS),
            "No text with one of these options is ever signed.",
        ),
    ],
    one_of: &["ideal", "scores"],
    doc: "What a party wants on one issue.",
};

/// The scores of options.
pub(crate) const SCORE: Bounds = Bounds::between(0.0, 100.0);

static SCORES: MapOf = MapOf {
    one: "option",
    kind: Kind::Number(SCORE),
    min: 1,
    max: MOST_OPTIONS,
    refer: Some(Reference::Option),
};

/// `parties.X.outside`.
pub(crate) static OUTSIDE: Table = Table {
    what: "an outside option",
    keys: &[
        Key::number("reservation", Bounds::SHARE, "A fixed value of no deal."),
        Key::new("war", Kind::Table(&WAR), "More war.").left_out_of_paths(),
    ],
    one_of: &["reservation", "war"],
    doc: "What a party gets without a deal.",
};

/// `parties.X.outside.war`.
pub(crate) static WAR: Table = Table {
    what: "a war outside option",
    keys: &[
        Key::new("terms", Kind::Map(&TERMS), "The terms it expects after twelve more months."),
        Key::number("cost", Bounds::NOT_NEGATIVE, "What those months cost it, in value.")
            .required(),
    ],
    one_of: &[],
    doc: "More war: expected terms and the cost of getting there.",
};

static TERMS: MapOf =
    MapOf { one: "issue", kind: Kind::Place, min: 0, max: 32, refer: Some(Reference::Issue) };

/// `parties.X.pledge`.
pub(crate) static PLEDGE: Table = Table {
    what: "a pledge",
    keys: &[
        Key::number("strength", Bounds::SHARE, "Its share of the full guarantee.").required(),
        Key::number("rate", Bounds::RATE, "How often a month it would be made."),
        Key::new("at", Kind::Date, "The day it is made."),
        Key::new("needs", Kind::Refer(Reference::Party), "The party whose pledge it leans on."),
    ],
    one_of: &["rate", "at"],
    doc: "What a party puts behind the guarantee.",
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Role;

    #[test]
    fn words_are_the_models() {
        assert_eq!(ROLES, Role::ALL.map(Role::word));
    }
}
