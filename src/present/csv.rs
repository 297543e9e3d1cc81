//! A run's worlds as tidy CSV: one row a world, with its inputs and its odds.

use std::io::Write;

use crate::model::{InputId, Scenario};
use crate::montecarlo::{Link, WorldRow};

/// A table of worlds, written as they come.
pub struct WorldTable<W: Write> {
    writer: csv::Writer<W>,
    histories: f64,
}

impl<W: Write> WorldTable<W> {
    /// Starts the table: `world`, the paths of the uncertain inputs, `gain` (the least gain of the
    /// world's best package), then the odds of every link and every question.
    ///
    /// # Errors
    /// When `out` cannot be written.
    pub fn new(
        scenario: &Scenario,
        uncertain: &[InputId],
        histories: u64,
        out: W,
    ) -> csv::Result<Self> {
        let mut writer = csv::Writer::from_writer(out);
        let paths = uncertain.iter().map(|id| scenario.inputs[id.index()].path.clone());
        let links = Link::ALL.iter().map(|link| link.word().to_owned());
        let questions = scenario.questions.iter().map(|asked| format!("question.{}", asked.id));
        let head = ["world".to_owned()].into_iter().chain(paths).chain(["gain".to_owned()]);
        writer.write_record(head.chain(links).chain(questions))?;
        Ok(Self { writer, histories: histories as f64 })
    }

    /// Adds a world.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn push(&mut self, row: &WorldRow) -> csv::Result<()> {
        let inputs = row.inputs.iter().map(ToString::to_string);
        let gain = row.best_gain.is_finite().then(|| row.best_gain.to_string());
        let odds = row.counts.iter().map(|&count| (count as f64 / self.histories).to_string());
        let record = [row.world.to_string()].into_iter().chain(inputs);
        self.writer.write_record(record.chain([gain.unwrap_or_default()]).chain(odds))
    }

    /// Finishes the table.
    ///
    /// # Errors
    /// When what is left cannot be written.
    pub fn finish(mut self) -> csv::Result<()> {
        self.writer.flush()?;
        Ok(())
    }
}

/// Rows as one text.
pub(in crate::present) fn table_text(rows: &[Vec<String>]) -> String {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for row in rows {
        // Writing to a Vec cannot fail.
        let _ = writer.write_record(row);
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}
