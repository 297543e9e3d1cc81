//! Every code of a diagnostic, with its page for `zopa explain CODE`.
//!
//! Z00xx: the file's shape. Z01xx: numbers. Z02xx: names that refer to something. Z03xx: time.
//! Z04xx: parts of the scenario that do not fit together. Z05xx: sizes. Z09xx: warnings.

use std::fmt;

use super::diagnostic::Severity;

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

macro_rules! codes {
    ($($name:ident = $number:literal;)*) => {
        $(#[doc = concat!("Z", stringify!($number))] pub(crate) const $name: Code = Code($number);)*
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
    BEFORE_AS_OF = 301;
    AFTER_HORIZON = 302;
    BAD_DURATION = 303;
    ROUND_TOO_LONG = 304;
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
    TOO_MANY = 501;
    TOO_LONG = 502;
    TOO_MANY_ROUNDS = 503;
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
}
