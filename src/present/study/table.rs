//! Tidy CSV: one row a case, one column a variable.

use std::io::Write;

use super::BOUNDS;
use crate::results::study::is_odds;
use crate::study::{Figure, Record, Study};

/// The table of results, written row by row.
pub struct ResultTable<'s, W: Write> {
    writer: csv::Writer<W>,
    study: &'s Study,
}

impl<'s, W: Write> ResultTable<'s, W> {
    /// Starts the table: what the case is, the factors, how it was played, then each output with its
    /// 95% interval and the spread between worlds.
    ///
    /// # Errors
    /// When `out` cannot be written.
    pub fn new(study: &'s Study, out: W) -> csv::Result<Self> {
        let mut writer = csv::Writer::from_writer(out);
        let mut head: Vec<String> = ["run_id", "case", "point", "scenario", "replication", "seed"]
            .map(str::to_owned)
            .to_vec();
        head.extend(study.factors.iter().map(|factor| factor.name.clone()));
        head.extend(["worlds", "histories", "stopped"].map(str::to_owned));
        for output in &study.outputs {
            head.push(output.clone());
            if is_odds(output) {
                head.extend(BOUNDS.map(|bound| format!("{output}_{bound}")));
            }
        }
        writer.write_record(head)?;
        Ok(Self { writer, study })
    }

    /// Adds a case. What it does not have is left empty.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn push(&mut self, record: &Record) -> csv::Result<()> {
        let study = self.study;
        let mut row = vec![
            study.run_id().to_owned(),
            record.case.to_string(),
            record.point.to_string(),
            study.scenarios.get(record.scenario).cloned().unwrap_or_default(),
            record.replication.to_string(),
            record.seed.to_string(),
        ];
        row.extend(record.factors.iter().map(ToString::to_string));
        row.extend([
            record.worlds.to_string(),
            study.play.histories.to_string(),
            record.stopped.clone(),
        ]);
        for (output, figure) in study.outputs.iter().zip(&record.figures) {
            row.push(figure.map_or(String::new(), |figure| figure.value.to_string()));
            if is_odds(output) {
                row.extend(bounds(*figure));
            }
        }
        self.writer.write_record(row)
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

fn bounds(figure: Option<Figure>) -> [String; 4] {
    let bounds = figure.map_or([None; 4], |figure| figure.bounds());
    bounds.map(|bound| bound.map_or(String::new(), |bound| bound.to_string()))
}
