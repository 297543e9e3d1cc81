//! What a role gets without a deal: its BATNA.

use super::{Case, process};
use crate::document::{Part, Section, Text, author, in_full};
use crate::engine::Probe;
use crate::model::{InputId, Outside};
use crate::present::place;
use crate::teach::points::{FULL, in_world, shown};

/// The alternative, with its worth where that hangs on the role's own numbers.
pub(super) fn without_a_deal(case: Case<'_>, role: usize) -> Section {
    let mut parts = in_world(case.scenario, case.values, |probe| alternative(case, role, probe));
    parts.extend(process::beliefs(case, role));
    Section::new("alone", "Without a deal", parts)
}

fn alternative(case: Case<'_>, role: usize, probe: &Probe<'_>) -> Vec<Part> {
    let told = match &case.scenario.parties[role].outside {
        Outside::Reservation(_) => format!(
            "Your best alternative is worth {} points. Sign nothing that is worth less.",
            shown(FULL * probe.outside_value(role))
        ),
        Outside::War { terms, cost } => return war(case, role, (terms, *cost), probe),
        Outside::Unstated if case.scenario.belligerents().next().is_some() => {
            "The war of others goes on; nobody asks you, and there is no number for it here: it hangs on \
             what those at war expect. Weigh what you are offered against what you expect of that. Asked for \
             a hint, your staff will say what it makes of it."
                .to_owned()
        }
        Outside::Unstated => format!(
            "You have no alternative to speak of. Terms at your limits on every issue are worth {} points; \
             sign nothing that is worth less.",
            shown(FULL * probe.limits_value(role))
        ),
    };
    vec![Part::Paragraph(told.into())]
}

fn war(
    case: Case<'_>,
    role: usize,
    (terms, cost): (&[InputId], InputId),
    probe: &Probe<'_>,
) -> Vec<Part> {
    let at = |id: InputId| case.values[id.index()];
    let expected = case.scenario.issues.iter().zip(terms).map(|(issue, &id)| {
        let place = if issue.has_options() {
            issue.options.get(at(id) as usize).cloned().unwrap_or_default()
        } else {
            place(issue, at(id))
        };
        Text::from(author(&issue.title)).and(": ").and(in_full(&place))
    });
    let (cost, worth) = (shown(FULL * at(cost)), shown(FULL * probe.outside_value(role)));
    let worth = format!(
        "Getting there would cost you {cost} points. All in all, and with what you have said you would \
         settle for in mind, no deal is worth {worth} points to you today. Sign nothing that is worth less."
    );
    vec![
        Part::Paragraph("You fight on. Twelve months from now you would expect:".into()),
        Part::List(expected.collect()),
        Part::Paragraph(worth.into()),
    ]
}
