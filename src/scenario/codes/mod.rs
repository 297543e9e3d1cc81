//! Every code of a diagnostic, with its page for `zopa explain CODE`.
//!
//! Z00xx: the file's shape. Z01xx: numbers. Z02xx: names that refer to something. Z03xx: time.
//! Z04xx: parts of the scenario that do not fit together. Z05xx: sizes. Z06xx: studies. Z07xx: files of
//! other programs. Z08xx: rules of coding. Z09xx: warnings.

mod coding;
mod consistency;
mod imports;
mod names;
mod numbers;
mod page;
mod shape;
mod size;
mod studies;
mod time;
mod warnings;

use std::fmt;

use super::diagnostic::Severity;
use page::Page;

/// A code such as `Z0102`. It never changes its meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(u16);

impl Code {
    /// Codes from Z0900 are warnings.
    pub fn severity(self) -> Severity {
        if self.0 >= 900 { Severity::Warning } else { Severity::Error }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Z{:04}", self.0)
    }
}

/// The page of a code for a terminal: what it means, why it matters, an example and what to write
/// instead. The case of the letter does not matter.
///
/// ```
/// let page = zopa::scenario::codes::explain("Z0102").unwrap();
/// assert!(page.starts_with("Z0102"));
/// assert!(zopa::scenario::codes::explain("Z9999").is_none());
/// ```
pub fn explain(code: &str) -> Option<String> {
    let code = code.trim().to_uppercase();
    pages().find(|page| page.code.to_string() == code).map(ToString::to_string)
}

/// Every code with its title, in order.
pub fn all() -> impl Iterator<Item = (Code, &'static str)> {
    pages().map(|page| (page.code, page.title))
}

fn pages() -> impl Iterator<Item = &'static Page> {
    [
        shape::PAGES,
        numbers::PAGES,
        names::PAGES,
        time::PAGES,
        consistency::PAGES,
        size::PAGES,
        studies::PAGES,
        imports::PAGES,
        coding::PAGES,
        warnings::PAGES,
    ]
    .into_iter()
    .flatten()
}

macro_rules! codes {
    ($($name:ident = $number:literal;)*) => {
        $(pub(crate) const $name: Code = Code($number);)*

        #[cfg(test)]
        const EVERY: &[Code] = &[$($name),*];
    };
}

codes! {
    SYNTAX = 1;
    DUPLICATE_KEY = 2;
    UNKNOWN_KEY = 3;
    MISSING_KEY = 4;
    WRONG_KIND = 5;
    UNKNOWN_WORD = 6;
    BAD_NAME = 7;
    NONE_OF = 8;
    SEVERAL_OF = 9;
    EMPTY = 10;
    WRONG_COUNT = 11;
    UNKNOWN_PATH = 12;
    BAD_CHANGE = 13;
    UNKNOWN_VARIANT = 14;
    VARIANT_FAILS = 15;
    NOT_FINITE = 101;
    OUT_OF_BOUNDS = 102;
    OUT_OF_ORDER = 103;
    BAD_PRIOR = 104;
    OFF_SCALE = 105;
    BAD_SCALE = 106;
    BAD_ANCHOR = 107;
    NOT_AN_END = 108;
    UNKNOWN_PARTY = 201;
    UNKNOWN_ISSUE = 202;
    UNKNOWN_EVENT = 203;
    UNKNOWN_QUANTITY = 204;
    SAME_NAME = 205;
    ITSELF = 206;
    NAMED_TWICE = 207;
    CYCLE = 208;
    NO_SUCH_PLEDGE = 209;
    UNKNOWN_OPTION = 210;
    RESERVED_NAME = 211;
    UNKNOWN_INPUT = 212;
    UNKNOWN_INTERIM = 213;
    BEFORE_AS_OF = 301;
    AFTER_HORIZON = 302;
    BAD_DURATION = 303;
    ROUND_TOO_LONG = 304;
    BEGAN_LATER = 305;
    BAD_SPAN = 306;
    FEW_PRINCIPALS = 401;
    NO_STATUS_QUO = 402;
    NO_WAR = 403;
    SAME_EFFECT = 404;
    NO_MEDIATOR = 405;
    NOT_MEDIATOR = 406;
    NO_FRONT = 407;
    NOT_PRINCIPAL = 408;
    NO_POSITION = 409;
    NO_TERMS = 410;
    QUESTION_KEY = 411;
    NO_WEIGHT = 412;
    NOT_AT_WAR = 413;
    MIXED_ISSUE = 414;
    POSITION_MISFIT = 415;
    NO_SCORE = 416;
    REFUSES_ALL = 417;
    OTHER_PROTOCOL = 418;
    OVERLOADED = 419;
    IMPOSSIBLE_CORRELATIONS = 420;
    NOT_RANKED = 421;
    EMPTY_INTERIM = 422;
    INTERIM_MISFIT = 423;
    EVENT_KEY = 424;
    TWO_TEMPOS = 425;
    HOME_FRONT_KEY = 426;
    BLOC_SHARES = 427;
    TOO_MANY = 501;
    TOO_LONG = 502;
    TOO_MANY_ROUNDS = 503;
    TOO_MANY_OUTCOMES = 504;
    FACTOR_VALUES = 601;
    FACTOR_DESIGN = 602;
    FACTOR_FAILS = 603;
    UNKNOWN_OUTPUT = 604;
    DESIGN_KEY = 605;
    CASES_TABLE = 606;
    TOO_MANY_CASES = 607;
    SCENARIO_FAILS = 608;
    TAKEN_NAME = 609;
    NOT_GENIUS = 701;
    GENIUS_GAP = 702;
    OTHER_DOMAIN = 703;
    GENIUS_MISFIT = 704;
    NOT_ADDITIVE = 705;
    UNCODED = 801;
    TEMPLATE = 802;
    SALIENCE_SUM = 901;
    LIMIT_BEYOND_RED_LINE = 902;
    OPENING_BEYOND_LIMIT = 903;
    IDLE_EVENT = 904;
    IDLE_EFFECT = 905;
    LATER_KNOWLEDGE = 906;
    UNWANTED_ISSUE = 907;
    IDLE_PLEDGE = 908;
    IDLE_LEVERAGE = 909;
    COARSE_ROUNDS = 910;
    NEVER_TRUE = 911;
    MOSTLY_JUDGEMENT = 912;
    IDLE_PATIENCE = 913;
    ODD_SCALE = 914;
    SIGNS_BEYOND_LIMITS = 915;
    REFUSES_LIMITS = 916;
    FORMER_NAME = 917;
    IDLE_DEPENDENCE = 918;
    IDLE_ANNOUNCEMENT = 919;
    BLOC_TIE = 920;
    IDLE_APPROVAL = 921;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_one_page_in_order() {
        let paged: Vec<Code> = pages().map(|page| page.code).collect();
        assert_eq!(paged, EVERY);
    }

    #[test]
    fn pages_have_the_fixed_headings() {
        for code in EVERY {
            let page = explain(&code.to_string()).unwrap();
            for heading in ["What it means", "Why it matters", "Example", "Instead"] {
                assert!(page.contains(&format!("\n{heading}\n")), "{code}: {heading}");
            }
            assert!(page.lines().all(|line| line.chars().count() <= 80), "{page}");
        }
    }
}
