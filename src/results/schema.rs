//! The shape of every answer, as JSON Schema.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

use super::Envelope;
use super::backtest::Backtest;
use super::codings::Codings;
use super::compare::Compare;
use super::discover::Discover;
use super::drivers::Drivers;
use super::forecasts::PositionForecasts;
use super::games::Games;
use super::map::Map;
use super::report::{Report, StudyReport};
use super::run::Run;
use super::story::TrialTold;
use super::study::StudyStatus;
use super::texts::Texts;
use super::tournament::TournamentTable;

/// The JSON Schema (draft 2020-12) of what each verb prints with `--json`, by what stands under its `verb`; a report
/// has none.
pub fn schemas() -> Vec<(&'static str, Schema)> {
    vec![
        ("backtest", of::<Backtest>()),
        ("backtest --games", of::<Games>()),
        ("compare", of::<Compare>()),
        ("compare-codings", of::<Codings>()),
        ("discover", of::<Discover>()),
        ("drivers", of::<Drivers>()),
        ("explain", of::<TrialTold>()),
        ("map", of::<Map>()),
        ("map-positions", of::<PositionForecasts>()),
        ("report", whole::<Report>()),
        ("report of a study", whole::<StudyReport>()),
        ("run", of::<Run>()),
        ("study status", of::<StudyStatus>()),
        ("text", of::<Texts>()),
        ("tournament", of::<TournamentTable>()),
    ]
}

/// Of an answer in its envelope.
fn of<R: JsonSchema>() -> Schema {
    whole::<Envelope<R>>()
}

/// Of a document, as it is written: what may be null is there all the same.
fn whole<D: JsonSchema>() -> Schema {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    settings.into_generator().into_root_schema_for::<D>()
}
