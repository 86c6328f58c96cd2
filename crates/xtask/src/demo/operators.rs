//! The demonstration's operators, as a table for the person at the terminal.

use serde_json::Value;

/// The operators as a table: a list of objects, or the list an object holds.
pub(super) fn table(operators: &Value) -> String {
    let rows: Vec<&serde_json::Map<String, Value>> = operators
        .as_array()
        .or_else(|| operators.as_object()?.values().find_map(Value::as_array))
        .into_iter()
        .flatten()
        .filter_map(Value::as_object)
        .collect();
    let mut columns: Vec<&str> = Vec::new();
    for name in rows.iter().flat_map(|row| row.keys()) {
        if !columns.contains(&name.as_str()) {
            columns.push(name);
        }
    }
    let mut lines: Vec<Vec<String>> = vec![columns.iter().map(ToString::to_string).collect()];
    lines.extend(
        rows.iter()
            .map(|row| columns.iter().map(|c| cell(row.get(*c))).collect()),
    );
    let widths: Vec<usize> = (0..columns.len())
        .map(|at| lines.iter().map(|line| width(&line[at])).max().unwrap_or(0))
        .collect();
    let padded = |line: &Vec<String>| -> String {
        let cells = line.iter().zip(&widths);
        let cells =
            cells.map(|(cell, wide)| format!("{cell}{}", " ".repeat(wide + 2 - width(cell))));
        format!("{}\n", cells.collect::<String>().trim_end())
    };
    lines.iter().map(padded).collect()
}

fn cell(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}

/// Columns on a terminal: Chinese characters take two.
fn width(text: &str) -> usize {
    text.chars()
        .map(|c| if c < '\u{1100}' { 1 } else { 2 })
        .sum()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::table;

    #[test]
    fn operators_stand_in_aligned_columns_whatever_their_script() {
        let shown = table(&json!({ "operators": [
            { "name": "样例甲", "password": "p1", "role": "clerk" },
            { "name": "ab", "password": "p2" },
        ]}));
        assert_eq!(
            shown,
            "name    password  role\n样例甲  p1        clerk\nab      p2\n"
        );
    }
}
