//! The smallest change of a text that would turn its likeliest no.
//!
//! A change moves one issue or two. Its size is the share of the scale that it moves, two issues' added; another
//! option counts as half a scale. It turns the no where the party that is likeliest to refuse then says yes at even
//! odds at least or, if it did so before, as often as whoever is likeliest to refuse after it. The search is on
//! common random numbers: every text is put to everybody in the same histories, with the same moods, so that texts
//! differ by what they say and nothing else. It goes over grids, coarse and then fine, as more is
//! not always better: a stronger guarantee lasts longer and asks for another's consent.
//!
//! What it finds is the best of many on a sample of histories, and so looks a little better there than it is. Its
//! odds are to be taken from playing it like any other text ([`put_texts`](crate::montecarlo::put_texts)).

mod grid;
mod search;

pub use search::{Amendment, Amendments, Kind, Target, amend};
