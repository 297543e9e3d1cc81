//! What is left of a history that was played.

use super::ending::Ending;
use super::record::Record;

/// What a history was.
#[derive(Clone, Copy, Debug)]
pub struct History<'a> {
    /// How it ended.
    pub ending: Ending,
    /// Was there common ground (or a signature, which proves it)?
    pub ground: bool,
    /// The least worth of anybody's name under the package that came nearest to a signature, min_i ẑ_i;
    /// −∞ where none was tabled.
    pub nearest_gain: f64,
    /// Did that package cross the red line of someone who had to agree?
    pub nearest_crosses: bool,
    /// What happened on the way.
    pub record: &'a Record,
}
