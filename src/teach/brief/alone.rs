//! What a role gets without a deal: its BATNA.

use super::{Case, process};
use crate::engine::Probe;
use crate::model::{Outside, Party};
use crate::present::place;
use crate::teach::points::{FULL, in_world, shown};
use crate::teach::sheet::Sheet;

/// The alternative, with its worth where that hangs on the role's own numbers.
pub(super) fn without_a_deal(sheet: &mut Sheet, case: Case<'_>, role: usize) {
    sheet.heading(2, "Without a deal");
    in_world(case.scenario, case.values, |probe| {
        match &case.scenario.parties[role].outside {
        Outside::Reservation(_) => {
            let worth = shown(FULL * probe.outside_value(role));
            sheet.paragraph(&format!(
                "Your best alternative is worth {worth} points. Sign nothing that is worth less."
            ));
        }
        Outside::War { terms, cost } => war(sheet, case, role, (terms, *cost), probe),
        Outside::Unstated if case.scenario.belligerents().next().is_some() => sheet.paragraph(
            "The war of others goes on; nobody asks you, and there is no number for it here: it hangs on \
             what those at war expect. Weigh what you are offered against what you expect of that. Asked for \
             a hint, your staff will say what it makes of it.",
        ),
        Outside::Unstated => {
            let worth = shown(FULL * probe.limits_value(role));
            sheet.paragraph(&format!(
                "You have no alternative to speak of. Terms at your limits on every issue are worth \
                 {worth} points; sign nothing that is worth less."
            ));
        }
    }
    });
    process::beliefs(sheet, case, role);
}

fn war(
    sheet: &mut Sheet,
    case: Case<'_>,
    role: usize,
    (terms, cost): (&[crate::model::InputId], crate::model::InputId),
    probe: &Probe<'_>,
) {
    let at = |id: crate::model::InputId| case.values[id.index()];
    sheet.paragraph("You fight on. Twelve months from now you would expect:");
    for (issue, &id) in case.scenario.issues.iter().zip(terms) {
        let place = if issue.has_options() {
            issue.options.get(at(id) as usize).cloned().unwrap_or_default()
        } else {
            place(issue, at(id))
        };
        sheet.item(&format!("{}: {place}", issue.title));
    }
    let (cost, worth) = (shown(FULL * at(cost)), shown(FULL * probe.outside_value(role)));
    sheet.paragraph(&format!(
        "Getting there would cost you {cost} points. All in all, and with what you have said you would \
         settle for in mind, no deal is worth {worth} points to you today. Sign nothing that is worth less."
    ));
}

/// How far the role believes that others keep their word.
pub(super) fn belief(sheet: &mut Sheet, case: Case<'_>, party: &Party) {
    let at = |id: crate::model::InputId| case.values[id.index()];
    let breach = 100.0 * (1.0 - crate::math::exp(-at(party.breach_hazard)));
    let betrayed = at(party.betrayal_loss);
    let mut text = format!(
        "A deal may be broken. Among parties that half trust each other you would put the odds of that \
         within a year at {breach:.0}%"
    );
    if betrayed > 0.0 {
        text += &format!("; being betrayed would cost you {} points", shown(FULL * betrayed));
    }
    text += ". Trust and guarantees lower the odds, so terms that look better than no deal may still not \
             be good enough.";
    if at(party.good_faith) < 1.0 {
        let meant = 100.0 * at(party.good_faith);
        text += &format!(
            " What you sign you will carry out with odds of {meant:.0}%; nobody else knows."
        );
    }
    sheet.paragraph(&text);
}
