//! Everything that changes during one history, in parts that keep their own numbers to themselves. Buffers are
//! kept from history to history, so that playing one allocates nothing.

use super::calendar::Calendar;
use super::chance::Chance;
use super::draft::Drafting;
use super::foresight::Outlooks;
use super::interim::Strengths;
use super::momentum::Momentum;
use super::nearest::Nearest;
use super::person::Decisions;
use super::record::Record;
use super::ripeness::Pressures;
use super::setting::Setting;
use super::signature::Signature;
use super::situation::Situation;
use super::table::Table;
use super::trial::Trial;
use super::world::World;
use crate::model::Fate;

/// The state of one history.
#[derive(Clone, Debug, Default)]
pub(crate) struct State {
    /// What has happened so far.
    pub(crate) record: Record,
    /// How things stand.
    pub(crate) situation: Situation,
    pub(crate) chance: Chance,
    pub(crate) calendar: Calendar,
    pub(crate) momentum: Momentum,
    pub(crate) drafting: Drafting,
    /// A person in one of the seats.
    pub(crate) decisions: Decisions,
    /// The text that came nearest to a signature, and the mean text at the end.
    pub(crate) nearest: Nearest,
    pub(crate) at_end: Nearest,
    /// What those who have said yes to the text on the table think of it.
    pub(crate) signing: Vec<Signature>,
    /// The principal whose home front voted a text down last.
    pub(crate) vote_lost: Option<usize>,
    /// What is expected of the votes on the text last looked at, and how ripe the moment was then.
    pub(crate) outlooks: Outlooks,
    pub(crate) pressures: Pressures,
    pub(crate) strengths: Strengths,
}

impl State {
    /// Sets the state to the as-of date of a world. The noise of the history is drawn by
    /// [`Noise::deal`](super::noise::Noise::deal).
    pub(crate) fn begin(&mut self, table: &Table<'_>, world: &World, trial: Trial) {
        self.situation.begin(world.start());
        self.chance.begin(table, trial);
        self.calendar.set_turn(f64::INFINITY);
        self.momentum = Momentum::default();
        self.drafting.begin(world.players().len(), world.parties().issues());
        self.decisions.begin();
        self.nearest.begin();
        self.vote_lost = None;
        self.record.begin();
        let never = [f64::INFINITY; Fate::ALL.len()];
        self.record.interims.clear();
        self.record.interims.resize(world.interims().len(), never);
    }

    /// Sets the events' clocks once their first times are dealt.
    pub(crate) fn open_events(&mut self, table: &Table<'_>) {
        self.calendar.open(table, &mut self.record);
    }

    /// Works out what everybody reckons with at `t`.
    pub(crate) fn look_ahead(&mut self, setting: Setting<'_>, t: f64) {
        let Situation { prospects, front, .. } = &mut self.situation;
        let (parties, events) = (setting.world.parties(), setting.world.events());
        prospects.look_ahead(setting.table, parties, events, (t, front.drift()));
    }

    /// Places the mean text of time `t`.
    pub(crate) fn place_mean_text(&mut self, setting: Setting<'_>, t: f64) {
        let Situation { front, limits, .. } = &self.situation;
        self.drafting.place_mean_text(setting, t, (front, limits), &mut self.decisions);
    }
}
