//! KTAB's CSV of actors, as its spatial model of politics reads it.
//!
//! The first row holds the scenario's name, a description, the number of actors and of dimensions;
//! the second the column titles; then one row an actor: name, description, power, and a position and
//! a salience for each dimension, all from 0 to 100. Distances are measured against that whole scale.
//! Facts from the KAPSARC Toolkit for Behavioral Analysis (examples/smp, MIT licence).

use super::table::{Row, TableError};
use super::{Actor, PositionTable};

/// Both positions and saliences run from 0 to this.
const FULL: f64 = 100.0;
/// Columns before the first position: name, description, power.
const LEAD: usize = 3;

/// Whether a table starts as KTAB's does: the third and fourth field are counts.
pub(super) fn is_first_row(row: &Row) -> bool {
    [2, 3].iter().all(|&column| row.field(column).parse::<usize>().is_ok())
}

pub(super) fn parse(first: &Row, rest: &[Row]) -> Result<PositionTable, TableError> {
    let count =
        |column: usize, what: &str| row_count(first, column, what).map(|count| (count, first.line));
    let (actors, line) = count(2, "number of actors")?;
    let (dimensions, _) = count(3, "number of dimensions")?;
    let Some((titles, rows)) = rest.split_first() else {
        let problem = "the second row must hold the column titles: Actor,Description,Power,…";
        return Err(TableError::in_line(line, problem.to_owned()));
    };
    if rows.len() != actors {
        let problem = format!(
            "the first row announces {actors} actors, but there are {} rows; make them agree",
            rows.len()
        );
        return Err(TableError::in_line(line, problem));
    }
    let title = |column: usize, what: &str, dimension: usize| match titles.field(column) {
        "" => format!("{what} {}", dimension + 1),
        title => title.to_owned(),
    };
    let column = |dimension: usize| LEAD + 2 * dimension;
    let issues = (0..dimensions).map(|d| title(column(d), "position", d)).collect::<Vec<_>>();
    let mut table = Vec::with_capacity(rows.len());
    for row in rows {
        let mut actor = Actor {
            name: row.field(0).to_owned(),
            capability: row.number_to(2, "power", f64::MAX)?,
            positions: Vec::with_capacity(dimensions),
            saliences: Vec::with_capacity(dimensions),
        };
        for (dimension, issue) in issues.iter().enumerate() {
            let at = column(dimension);
            actor.positions.push(row.number_to(at, issue, FULL)?);
            let salience = title(at + 1, "salience", dimension);
            actor.saliences.push(row.number_to(at + 1, &salience, FULL)? / FULL);
        }
        table.push(actor);
    }
    let mut table = PositionTable::new(issues, table)?;
    for issue in 0..dimensions {
        table = table.with_scale(issue, 0.0, FULL)?;
    }
    Ok(table)
}

fn row_count(row: &Row, column: usize, what: &str) -> Result<usize, TableError> {
    let field = row.field(column);
    field.parse().map_err(|_| {
        let problem = format!("expected the {what}, a whole number, but found `{field}`");
        TableError::in_line(row.line, problem)
    })
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "the expected values are exact")]
mod tests {
    use super::super::parse_table;

    const TEXT: &str = "Demo,\"Two, to test\",2,1,\n\
                        Actor,Description,Power,Pstn1,Sal1,\n\
                        A, first, 102.5, 75, 50,\n\
                        B, second, 53, 25, 100,\n";

    #[test]
    fn positions_keep_the_full_scale() {
        let table = parse_table(TEXT).unwrap();
        assert_eq!(table.issues()[0].name, "Pstn1");
        assert_eq!((table.issues()[0].low, table.issues()[0].high), (0.0, 100.0));
        assert_eq!(table.actors()[0].capability, 102.5);
        assert_eq!(table.actors()[1].saliences, [1.0]);
    }

    #[test]
    fn errors_name_line_and_column() {
        let refusal =
            |from: &str, to: &str| parse_table(&TEXT.replace(from, to)).unwrap_err().to_string();
        assert_eq!(
            refusal(" 25,", " 125,"),
            "line 4, column `Pstn1`: expected a number, at most 100, but found 125"
        );
        assert_eq!(
            refusal(",2,1,", ",3,1,"),
            "line 1: the first row announces 3 actors, but there are 2 rows; make them agree"
        );
        assert_eq!(
            refusal(" 100,", " ,"),
            "line 4, column `Sal1`: expected a number such as 0.5, but found nothing"
        );
    }
}
