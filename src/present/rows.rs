//! Rows as CSV: a struct that derives `Serialize` is a row, and its fields are the columns.

use serde::{Serialize, Serializer};

/// A number in full, as its shortest decimals that read back to the same bits: `5`, `0.00001`.
#[derive(Clone, Copy, Debug)]
pub(in crate::present) struct Full(pub f64);

impl Serialize for Full {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// Rows as text under a head of their fields' names.
pub(in crate::present) fn csv<R: Serialize>(rows: impl IntoIterator<Item = R>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        // Writing to a Vec cannot fail.
        let _ = writer.serialize(row);
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize)]
    struct Row {
        name: &'static str,
        value: Full,
        rest: Option<Full>,
    }

    #[test]
    fn numbers_stand_in_full_and_quotes_where_they_are_needed() {
        let rows = [
            Row { name: "plain", value: Full(5.0), rest: None },
            Row { name: "a, \"b\"", value: Full(0.000_01), rest: Some(Full(-0.25)) },
        ];
        assert_eq!(csv(rows), "name,value,rest\nplain,5,\n\"a, \"\"b\"\"\",0.00001,-0.25\n");
    }
}
