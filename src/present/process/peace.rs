//! The words of a peace process: texts that are tabled, packages that are signed, and how long they last.

use super::Words;

pub(super) static WORDS: Words = Words {
    course: "From talks to a deal that lasts",
    agreed: "signed",
    headed_agreed: "Signed",
    deal: "signature",
    deals: "signed packages",
    they_agree: "a package is signed",
    first_text: "a text on the table",
    first_two: "the two strongest principals",
    ground_without: " (without noise)",
    in_rounds: false,
    deals_break: true,
    has_opinions: true,
    signing: "Means over its signatures: what the terms are worth to it, what it then expects of its alternative, \
              how likely it thinks the terms to last a year, and how often it would have refused but for its \
              readiness and mood, which the model leaves to chance.",
    did_none: " was there a signature.",
    none_can_last: ", so that none can last",
    exists: "), if nobody misread anybody: there",
    at_no_time: "No package was signed at any time.",
    when_counted: " A signature counts when it is given, whether or not it is ratified later.",
    odds_by: "Odds by date",
    unit: "date",
    terms_without: "No history ended in a signature, so that there are no terms to show: below is where the \
                    parties stand, issue by issue.",
    terms_lead: "If a package is signed, these are its terms: the middle of all signed packages, and the range \
                 in which half of them lie.",
    terms_note: "Openings and limits: the middle of what the file allows, and the range in which eight in ten of \
                 its worlds lie. The zone of possible agreement is that of the most likely inputs, each issue on \
                 its own: not every mixture of positions within it would be signed. Scales are the author's; \
                 they order what the parties demand, and say nothing of what is right.",
    why_none: "Why there was no lasting deal",
    order_of_reasons: "Every history without a lasting deal has one reason, the first in this order: it collapsed \
                       within a year; it was voted down; red lines leave no room; no text was ever tabled; no \
                       package would suit all; the nearest text crossed a red line; time ran out; there was \
                       ground, and no text hit it. Named is the party farthest from signing the nearest text, \
                       and the issue on which it loses most. ",
    values_note: "A value of one is all that a party could want, none is nothing of it. Terms and alternative are \
                  those of the same histories: means over all in which it signed, as it saw them when it signed. \
                  The alternative is what it then expected of no deal (its war, its reservation value, or its \
                  limits). Of a party that never signed, what it has in the end.",
    gains_note: "; how long it believes the deal to last is in them.",
    gains_without: "No package was signed: there are no terms to set against the alternatives.",
    gains_column: "What it gives the principals",
    typical_deal: "Of the deals looked at, the one whose terms are nearest to the middle of all signed packages.",
    typical_failure: "It failed for the most frequent reason, and in the middle of such failures by how near its \
                      best text came.",
    near_miss: "Of all histories without a signature, the one whose best text fell short by least.",
    step_by_step: "answer by answer",
    day: "~Day",
    played: "A world is one draw of every number that the file is unsure of. In each world the talks are played \
             many times: texts are tabled when the moment is ripe, parties weigh them against what they have \
             without a deal, home fronts vote, guarantors pledge or do not, and what was signed may break. What \
             happens how often over all histories are the odds; how they differ between worlds is the spread.",
    limits: &[
        "Positions, limits and costs are mostly judgement, and most of the answer’s uncertainty is theirs.",
        "One issue is one number or one choice. Sequences inside an issue, and links between issues beyond \
         how much each matters, are not in the model.",
        "Parties are single actors with a home front; factions are not in it, nor is deceit beyond what \
         openings hide.",
        "A history ends when a package is ratified; what is negotiated after that is not counted.",
        "The constants were set once against base rates of past cases and are never tuned to this one.",
        "What nobody has put into the file cannot happen here.",
    ],
    limits_without_votes: Some(
        "No home front has a say in this file: whatever is signed counts as ratified.",
    ),
};
