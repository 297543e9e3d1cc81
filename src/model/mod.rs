//! What a scenario is, once every word of its file has been understood.
//!
//! A [`Scenario`] is valid by construction: only `crate::scenario` makes one, after every check has
//! passed, so nothing above this layer returns an error for bad input. Every number of the file,
//! stated or defaulted, is an [`Input`] with a path and a prior; the rest of the structure points
//! at inputs by [`InputId`]. A *world* is one joint draw of all inputs (`values[id]`), so the same
//! list serves the simulator, the variance shares, `--set`, the variants and every design of
//! experiments above.
//!
//! Units: rates per month, time in months since `as_of`, values and costs in units of value (0–1),
//! positions on the issue's own scale (made 0–1 when a world is prepared).

mod clock;
mod dependence;
mod event;
mod home;
mod input;
mod interim;
mod issue;
mod party;
pub mod path;
mod people;
mod process;
mod protocol;
mod question;
mod scenario;
mod tactic;
mod talks;

pub use clock::{Clock, MONTH_DAYS, months_between};
pub use dependence::{CommonFactor, Dependence, Impossible, Member, RankCorrelation};
pub use event::{Condition, Event, EventEffect, Number, Operation, Target, When};
pub use home::{Bloc, Blocs, Level, MOST_BLOCS, Ratification, Stance, Vote};
pub use input::{Certainty, Input, InputId, Provenance};
pub use interim::{Fate, Interim, Place, Settled};
pub use issue::{
    Anchor, End, Issue, IssueEffect, MOST_COMBINATIONS, MOST_OPTIONS, Scale, option_at,
    option_coordinate,
};
pub use party::{Outside, Party, PaymentTime, Pledge, PledgeTime, Position, Preference, Role};
pub use people::{PEOPLE, PEOPLE_ERROR};
pub use process::{Offers, Process};
pub use question::{Question, Resolution, What};
pub use scenario::{
    Coalition, Constants, Durability, Front, Loss, Mediation, MediationStyle, Scenario, Summit,
    Trust, Variant,
};
pub use tactic::{Acceptance, Bargainer, Learning, Tactic};
pub use talks::{Conclave, Talks, Venue};
