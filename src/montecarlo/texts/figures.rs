//! What playing texts says: every figure with its uncertainty.

use crate::montecarlo::compare::Difference;
use crate::montecarlo::estimate::Estimate;
use crate::montecarlo::outcome::Link;
use crate::montecarlo::quality::Mean;
use crate::montecarlo::stopping::StopReason;
use crate::stream::Seed;

/// Texts played on the same random numbers.
#[derive(Clone, Debug)]
pub struct TextsPlayed {
    /// The seed.
    pub seed: Seed,
    /// Worlds played.
    pub worlds: u64,
    /// Histories in each.
    pub histories: u64,
    /// What ended it.
    pub stopped: StopReason,
    /// How the talks stand on the day.
    pub day: OnDayShares,
    /// The texts, in the order asked for.
    pub texts: Vec<TextOdds>,
    /// Every text after the first against it.
    pub changes: Vec<TextChange>,
}

/// How the talks stand on the day, over all histories.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OnDayShares {
    /// They go on, and the text is put on the table.
    pub talks: Estimate,
    /// A package signed before waits for its votes at home.
    pub signed: Estimate,
    /// A package is in force.
    pub in_force: Estimate,
}

/// The odds of one text, of the histories in which the parties still talk.
#[derive(Clone, Debug, PartialEq)]
pub struct TextOdds {
    /// From the signatures to a deal that holds, in order.
    pub steps: Vec<TextStep>,
    /// Everybody whose yes was needed in some history: the principals, then guarantors.
    pub signatories: Vec<SignatoryOdds>,
    /// The home fronts of principals.
    pub fronts: Vec<FrontOdds>,
    /// Mediators that would not table it, where any.
    pub withheld: Vec<Withholding>,
}

/// A link of the chain that a text gets to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextStep {
    /// Which: from [`Link::Signed`] on.
    pub link: Link,
    /// Odds of getting this far.
    pub estimate: Estimate,
    /// … given the one before; `None` for the first, or where that never happened.
    pub given: Option<Estimate>,
}

/// A mediator that would not table the text: it would not sign it itself, or its red line is crossed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Withholding {
    /// Who.
    pub party: usize,
    /// How often.
    pub estimate: Estimate,
}

/// A home front before the text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FrontOdds {
    /// Whose.
    pub party: usize,
    /// Odds that it passes the text, once all have signed it; `None` where that never happened.
    pub passes: Option<Estimate>,
}

/// What a party says to the text.
#[derive(Clone, Debug, PartialEq)]
pub struct SignatoryOdds {
    /// Who.
    pub party: usize,
    /// A principal, or a guarantor?
    pub principal: bool,
    /// How often its yes is needed: always, of a principal.
    pub asked: Estimate,
    /// Odds of its yes where that is needed.
    pub yes: Estimate,
    /// Odds that its yes is needed and it says no.
    pub no: Estimate,
    /// Odds that it alone says no.
    pub alone: Estimate,
    /// Why; `None` where it never says no.
    pub refusals: Option<Refusals>,
}

/// Why a party says no: shares of its refusals and means over them, in shares of all that is at stake for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusals {
    /// Share of them over a red line.
    pub crossed: Estimate,
    /// By how much it falls short of a yes, where no red line is crossed; `None` where one always is.
    pub shortfall: Option<Mean>,
    /// Over what, most often first.
    pub over: Vec<Over>,
    /// What the terms are worth to it, V.
    pub value: Mean,
    /// What no deal is, W.
    pub outside: Mean,
    /// How surely it believes that the terms last, S.
    pub survival: Mean,
    /// The parts of its margin.
    pub margin: RefusalParts,
}

/// An issue that a party says no over.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Over {
    /// Which.
    pub issue: usize,
    /// Share of the refusals in which a red line is crossed on it (the first in the order of the file).
    pub red_line: Estimate,
    /// Share of them without a red line in which the party loses most on it against its alternative.
    pub dearest: Estimate,
    /// What the text takes from the party on it of all it could have, in the mean of all refusals; over all issues
    /// these add up to 1 − V.
    pub lost: Mean,
    /// The same against its alternative; less than nothing where it gains.
    pub excess: Mean,
}

/// The parts of a margin, in value; they add up to it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RefusalParts {
    /// The terms against the alternative, as far as they are believed to last: q (S (V − W) − (1 − S) b).
    pub terms: Mean,
    /// Side payments: q S y + y⁰.
    pub paid: Mean,
    /// Terms it does not mean to carry out: (1 − q) d.
    pub dead_letter: Mean,
    /// The votes ahead: ẑ − (z + ε).
    pub votes: Mean,
    /// Readiness and mood: ε + η.
    pub leaning: Mean,
}

/// One text against the first.
#[derive(Clone, Debug, PartialEq)]
pub struct TextChange {
    /// Its number among the texts.
    pub text: usize,
    /// By link, from [`Link::Signed`] on.
    pub steps: Vec<(Link, Difference)>,
    /// Odds of not saying no, by party: of everybody whose yes either text needs.
    pub parties: Vec<(usize, Difference)>,
}

impl TextOdds {
    /// Whoever is likeliest to say no, if anybody ever does.
    pub fn likeliest_no(&self) -> Option<&SignatoryOdds> {
        self.likeliest(|_| true)
    }

    /// Whoever is likeliest to say no after that, if anybody else ever does.
    pub fn next_no(&self) -> Option<&SignatoryOdds> {
        let first = self.likeliest_no()?.party;
        self.likeliest(|party| party != first)
    }

    fn likeliest(&self, counts: impl Fn(usize) -> bool) -> Option<&SignatoryOdds> {
        let mut most: Option<&SignatoryOdds> = None;
        for signatory in self.signatories.iter().filter(|one| counts(one.party)) {
            if signatory.no.value > most.map_or(0.0, |most| most.no.value) {
                most = Some(signatory);
            }
        }
        most
    }
}
