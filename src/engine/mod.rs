//! One negotiation: one history in one world.
//!
//! [`Seat::negotiate`] plays it, by whichever protocol the scenario has ([`alternating`] offers, or the
//! peace process of the other modules); every piece of the model stands in a file of its own, with the equation
//! and its source. Nothing here reads a file or a clock, fails, or allocates once the buffers of
//! [`Seat`] have grown to the scenario's size.

mod acceptance;
mod altered;
pub mod alternating;
mod answers;
mod appraisal;
mod ballot;
mod blocs;
mod calendar;
mod chance;
mod cohesion;
mod collapse;
mod common_ground;
mod concession;
mod deal_space;
mod decimals;
mod draft;
mod durability;
mod ending;
mod events;
mod foresight;
mod front;
mod globals;
mod good_faith;
mod guarantors;
mod happening;
mod history;
mod home_front;
mod interim;
mod limits;
mod momentum;
mod nearest;
mod noise;
mod observer;
mod openings;
mod options;
mod outside;
mod parties;
mod payments;
mod peacemaking;
mod person;
mod play;
mod player;
mod probe;
mod prospect;
mod ratification;
mod record;
mod ripeness;
mod seat;
mod setting;
mod signature;
mod signed;
mod situation;
mod state;
mod summit;
mod table;
mod tempo;
mod text;
mod trial;
mod trust;
mod value;
mod win_set;
mod world;
mod worth;

pub use appraisal::Appraisal;
pub use blocs::Division;
pub use common_ground::{BestPackage, CommonGround};
pub use durability::{SHAPE as DURABILITY_SHAPE, collapse_after};
pub use ending::{Cause, Ending, HOLDS_MONTHS};
pub use foresight::Foresight;
pub use history::History;
pub use observer::{Event, Observer};
pub use openings::{Hinge, Needed};
pub use person::{Demand, Person};
pub use probe::Probe;
pub use record::Record;
pub use seat::Seat;
pub use signature::{Lure, Signature};
pub use table::Table;
pub use trial::Trial;
pub use world::World;
pub use worth::Worth;
