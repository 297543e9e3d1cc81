//! Interim deals.

use super::{Bounds, Key, Kind, MapOf, Need, Reference, Table};

/// `[[interim]]`.
pub(crate) static INTERIM: Table = Table {
    what: "an interim deal",
    keys: &[
        Key::new("id", Kind::Name, "Unique; letters, digits, - and _.").required(),
        Key::new("title", Kind::Text, "Plain name.").needs(Need::Rule("the id")),
        Key::new("terms", Kind::Map(&TERMS), "Issues it settles, and where."),
        Key::new(
            "within",
            Kind::Map(&WITHIN),
            "Issues it settles where the text has them, within these points.",
        ),
        Key::new(
            "as_drafted",
            Kind::Refers(Reference::Issue, 0, 32),
            "Issues it settles where the text has them.",
        ),
        Key::new(
            "lasts",
            Kind::Months(Bounds::POSITIVE),
            "How long it runs: a duration, or a number of months.",
        )
        .needs(Need::Rule("until it breaks or the whole follows")),
        Key::new("renewable", Kind::Flag, "Are the parties asked again when it has run out?")
            .needs(Need::Flag(false)),
        Key::new("halts_fighting", Kind::Flag, "Do the guns fall silent while it stands?")
            .needs(Need::Rule("true where it settles the issue that halts the fighting")),
        Key::new(
            "cost",
            Kind::Map(&COST),
            "By party at war: the factor on its cost of war while it stands.",
        )
        .needs(Need::Rule("0.5 where the fighting halts, else 1")),
        Key::new(
            "relief",
            Kind::Map(&RELIEF),
            "By party not at war: what a year of it adds to the value of no deal.",
        ),
        Key::number("ripeness", Bounds::SHARE, "The factor on ripeness while it stands.").or(1.0),
        Key::number("first", Bounds::SHARE, "How often a text is this deal and not the whole.")
            .needs(Need::Rule("the text and the positions decide")),
    ],
    one_of: &[],
    doc: "What settles some issues for a time, ahead of the whole.",
};

static TERMS: MapOf =
    MapOf { one: "issue", kind: Kind::Place, min: 0, max: 32, refer: Some(Reference::Issue) };
static WITHIN: MapOf = MapOf {
    one: "issue",
    kind: Kind::Table(&RANGE),
    min: 0,
    max: 32,
    refer: Some(Reference::Issue),
};
static COST: MapOf = MapOf {
    one: "party",
    kind: Kind::Number(Bounds::NOT_NEGATIVE),
    min: 0,
    max: 64,
    refer: Some(Reference::Party),
};
static RELIEF: MapOf = MapOf {
    one: "party",
    kind: Kind::Number(Bounds::NOT_NEGATIVE),
    min: 0,
    max: 64,
    refer: Some(Reference::Party),
};

/// One of `interim.within`.
pub(crate) static RANGE: Table = Table {
    what: "a range",
    keys: &[
        Key::new("from", Kind::OnScale, "Its low end.").required(),
        Key::new("to", Kind::OnScale, "Its high end.").required(),
    ],
    one_of: &[],
    doc: "A part of an issue's scale.",
};

#[cfg(test)]
mod tests {
    use crate::model::Fate;
    use crate::scenario::keys::process::WHATS;

    #[test]
    fn every_fate_can_be_asked_about() {
        for fate in Fate::ALL {
            let word = format!("interim-{}", fate.word());
            assert!(WHATS.contains(&word.as_str()), "{word}");
        }
    }
}
