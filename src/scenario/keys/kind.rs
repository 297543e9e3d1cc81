//! What a key may hold.

use super::Bounds;

/// A table of the file.
#[derive(Debug)]
pub(crate) struct Table {
    /// What it is called in a message: "a party".
    pub(crate) what: &'static str,
    /// Its keys, in the order of the documentation.
    pub(crate) keys: &'static [Key],
    /// Exactly one of these keys must be there.
    pub(crate) one_of: &'static [&'static str],
    /// One line of documentation.
    pub(crate) doc: &'static str,
}

impl Table {
    /// The key with a name.
    pub(crate) fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }
}

/// One key of a table.
#[derive(Debug)]
pub(crate) struct Key {
    /// Its name in the file.
    pub(crate) name: &'static str,
    /// What it holds.
    pub(crate) kind: Kind,
    /// What happens when it is left out.
    pub(crate) need: Need,
    /// Is it left out of paths?
    pub(crate) transparent: bool,
    /// One line of documentation.
    pub(crate) doc: &'static str,
}

impl Key {
    /// A key that may be left out.
    pub(crate) const fn new(name: &'static str, kind: Kind, doc: &'static str) -> Self {
        Self { name, kind, need: Need::Optional, transparent: false, doc }
    }

    /// A number in any form.
    pub(crate) const fn number(name: &'static str, bounds: Bounds, doc: &'static str) -> Self {
        Self::new(name, Kind::Number(bounds), doc)
    }

    /// It has to be there.
    pub(crate) const fn required(mut self) -> Self {
        self.need = Need::Required;
        self
    }

    /// It has to be there in the peace process.
    pub(crate) const fn required_in_peace(mut self) -> Self {
        self.need = Need::RequiredInPeace;
        self
    }

    /// The number it is when left out.
    pub(crate) const fn or(mut self, default: f64) -> Self {
        self.need = Need::Number(default);
        self
    }

    /// What it is when left out, as documentation.
    pub(crate) const fn or_text(mut self, default: &'static str) -> Self {
        self.need = Need::Text(default);
        self
    }

    /// What it is when left out, with the whole default.
    pub(crate) const fn needs(mut self, need: Need) -> Self {
        self.need = need;
        self
    }

    /// Paths leave this key out.
    pub(crate) const fn left_out_of_paths(mut self) -> Self {
        self.transparent = true;
        self
    }
}

/// What happens when a key is left out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Need {
    /// An error.
    Required,
    /// An error, but not with alternating offers, where it means nothing.
    RequiredInPeace,
    /// Nothing.
    Optional,
    /// It is this number.
    Number(f64),
    /// It is uniform between these.
    Uniform(f64, f64),
    /// It is triangular: low, mode, high.
    Triangular(f64, f64, f64),
    /// It is PERT: low, mode, high.
    Pert(f64, f64, f64),
    /// It is this text or word.
    Text(&'static str),
    /// It is this flag.
    Flag(bool),
    /// What it is depends on the rest; said in words.
    Rule(&'static str),
}

/// What a name refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reference {
    /// A party.
    Party,
    /// An issue.
    Issue,
    /// An event.
    Event,
    /// An interim deal.
    Interim,
    /// An option of an issue.
    Option,
    /// An input, by its path.
    Input,
}

impl Reference {
    /// One of them, in a message.
    pub(crate) fn one(self) -> &'static str {
        match self {
            Self::Party => "party",
            Self::Issue => "issue",
            Self::Event => "event",
            Self::Interim => "interim deal",
            Self::Option => "option",
            Self::Input => "input",
        }
    }
}

/// What a key holds.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    /// Text for people.
    Text,
    /// A list of texts, so many to so many.
    Texts(usize, usize),
    /// A name: letters, digits, `-` and `_`.
    Name,
    /// One of a few words.
    Word(&'static [&'static str]),
    /// `true` or `false`.
    Flag,
    /// A day.
    Date,
    /// A length of time: `"12 months"`.
    Duration,
    /// A length of time or a number of months in any form.
    Months(Bounds),
    /// The same, or a day.
    MonthsOrDay(Bounds),
    /// A single number.
    Plain(Bounds),
    /// A single whole number between these.
    Whole(u64, u64),
    /// The seed of random draws: a whole number below 2^64, or one in quotes where it is too large for
    /// TOML.
    Seed,
    /// A list of so many to so many single numbers.
    Plains(usize, usize),
    /// A number in any form.
    Number(Bounds),
    /// A number in any form, on the scale of its issue.
    OnScale,
    /// The same, or the name of one of the issue's options.
    Place,
    /// A number in any form but with a source of its own.
    Unsourced,
    /// The name of something elsewhere in the file.
    Refer(Reference),
    /// So many to so many of them.
    Refers(Reference, usize, usize),
    /// The path of a quantity that events change.
    Quantity,
    /// Labels at points of a scale.
    Anchors,
    /// A table.
    Table(&'static Table),
    /// One of a few words, or a table.
    WordOr(&'static [&'static str], &'static Table),
    /// One of a few words, or a number in any form.
    WordOrNumber(&'static [&'static str], Bounds),
    /// A list of so many to so many words or tables.
    WordsOr(&'static [&'static str], &'static Table, usize, usize),
    /// A single number, or a table.
    PlainOr(Bounds, &'static Table),
    /// A flag, or a table.
    FlagOr(&'static Table),
    /// A table whose keys are names.
    Map(&'static MapOf),
    /// A list of tables.
    List(&'static ListOf),
    /// What a variant makes of the value at a path.
    Change,
    /// A list of so many to so many of those.
    Changes(usize, usize),
}

/// A table whose keys are names of the author's.
#[derive(Debug)]
pub(crate) struct MapOf {
    /// One of them, as a message names it: "issue".
    pub(crate) one: &'static str,
    /// What each holds.
    pub(crate) kind: Kind,
    /// At least so many.
    pub(crate) min: usize,
    /// At most so many.
    pub(crate) max: usize,
    /// What the names refer to; `None` where this table defines them.
    pub(crate) refer: Option<Reference>,
}

/// A list of tables.
#[derive(Debug)]
pub(crate) struct ListOf {
    /// One of them, as a message names it: "event".
    pub(crate) one: &'static str,
    /// What each holds.
    pub(crate) table: &'static Table,
    /// At most so many.
    pub(crate) max: usize,
    /// The key that names an item in paths; without one, items go by their number.
    pub(crate) named_by: Option<&'static str>,
}
