//! Comma-separated values (RFC 4180, UTF-8 with a byte order mark), for programs that read tables.
//!
//! Every cell is quoted. A cell that a spreadsheet would take for a formula begins with a space: such a
//! cell is text to every spreadsheet, and whoever imports it trims it. An apostrophe would become part
//! of the value in programs that are no spreadsheet.

/// Tells spreadsheets that UTF-8 follows.
const BYTE_ORDER_MARK: char = '\u{feff}';
/// What a formula begins with, in both widths, and what spreadsheets skip before one.
const FORMULA_STARTS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A table, its first row the names of the columns.
pub(super) fn table(rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let mut text = String::from(BYTE_ORDER_MARK);
    for row in rows {
        let cells: Vec<String> = row.iter().map(|value| cell(value)).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text.into_bytes()
}

fn cell(value: &str) -> String {
    let space = if value.starts_with(FORMULA_STARTS) {
        " "
    } else {
        ""
    };
    format!("\"{space}{}\"", value.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_no_cell_is_a_formula() {
        let row = [
            "甲\"乙", "=1+1", "＋86", "-5", "@SUM(A1)", "\tx", "两\n行", "",
        ];
        let row = row.map(str::to_owned).to_vec();
        let text = String::from_utf8(table(std::iter::once(row))).unwrap();
        let expected = concat!(
            "\u{feff}\"甲\"\"乙\",\" =1+1\",\" ＋86\",\" -5\",\" @SUM(A1)\",",
            "\" \tx\",\"两\n行\",\"\"\r\n"
        );
        assert_eq!(text, expected);
    }
}
