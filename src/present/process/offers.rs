//! The words of alternating offers: offers, deals, and rounds instead of dates.

use super::Words;

pub(super) static WORDS: Words = Words {
    course: "From offers to a deal",
    agreed: "agreed",
    headed_agreed: "Agreed",
    deal: "deal",
    deals: "deals",
    they_agree: "they agree",
    first_text: "an offer",
    first_two: "the first two parties",
    ground_without: "",
    in_rounds: true,
    deals_break: false,
    has_opinions: false,
    signing: "Means over the deals: what the terms are worth, and what it would have without one.",
    did_none: " did they agree.",
    none_can_last: "",
    exists: "): there",
    at_no_time: "They agreed in no round.",
    when_counted: "",
    odds_by: "Odds by round",
    unit: "round",
    terms_without: "No history ended in a deal, so that there are no terms to show: below is what the parties \
                    want, issue by issue.",
    terms_lead: "If they agree, it is on these terms: the middle of all deals, and the range in which half of \
                 them lie.",
    terms_note: "Openings: what suits a party best, the middle of what the file allows, and the range in which \
                 eight in ten of its worlds lie. The zone of possible agreement is that of the most likely \
                 inputs, each issue on its own: not every mixture of what lies within it would be agreed. The \
                 map takes scales as continuous; offers keep to their points.",
    why_none: "Why there was no deal",
    order_of_reasons: "Every history without a deal has one reason, the first in this order: it was voted down \
                       at home; no outcome is worth as much as no deal to everybody; all would sign, but for \
                       what one of them refuses; the rounds ran out. Named is the party that came off worst in \
                       the outcome that hurts least or, where there was common ground, that asked for most \
                       beyond it, and the issue at the heart of that. ",
    values_note: "A value of one is all that a party could want, none is nothing of it. Terms and alternative are \
                  those of the same histories: means over all that ended in a deal, the alternative being its \
                  reservation value. Of a party that never agreed, what it has without a deal.",
    gains_note: ". Fair splits treat scales as continuous; offers, and so the frontier, keep to their points.",
    gains_without: "They never agreed: there are no terms to set against having none.",
    gains_column: "What it gives the parties",
    typical_deal: "Of the deals looked at, the one whose terms are nearest to the middle of all deals.",
    typical_failure: "It failed for the most frequent reason.",
    near_miss: "Of all histories without a deal, the one that came nearest to one.",
    step_by_step: "offer by offer",
    day: "~When",
    played: "A world is one draw of every number that the file is unsure of. In each world the game is played \
             many times: in each round every party in turn takes the standing offer, makes another or walks \
             away, each by its own tactic, and knows of the others only what they offer. What happens how often \
             over all histories are the odds; how they differ between worlds is the spread.",
    limits: &[
        "What things are worth to whom is mostly judgement, and most of the answer’s uncertainty is that \
         of these numbers.",
        "What an outcome is worth is a sum over issues: that one issue is worth more with another is not \
         in the model.",
        "A tactic is a rule. People bluff, argue, take offence and change their minds; none of it is here.",
        "Parties are single actors; factions are not in it.",
        "A history ends with the deal: whether it is kept is not counted.",
        "What nobody has put into the file cannot happen here.",
    ],
    limits_without_votes: None,
};
