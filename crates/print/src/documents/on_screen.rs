//! A paper that was signed by hand on a screen says so where it would leave room to sign.

use chrono::NaiveDate;

use super::imprint::day;
use crate::model::{Block, Document, Line, Part};

/// What the applicant's line to sign on begins with, on every paper they sign.
const SIGNATURE: &str = "申请人";
const DATE: &str = "签名日期";

/// The paper with 「电子签名」 and its day in the applicant's place. The signature itself is kept with the
/// case as a picture.
#[must_use]
pub fn signed_on_screen(mut document: Document, on: NaiveDate) -> Document {
    for block in &mut document.blocks {
        say(block, on);
    }
    document
}

fn say(block: &mut Block, on: NaiveDate) {
    match block {
        Block::Keep(blocks) => blocks.iter_mut().for_each(|block| say(block, on)),
        Block::Row(parts) => {
            let mut lines: Vec<&mut Line> = parts
                .iter_mut()
                .filter_map(|part| match part {
                    Part::Lines(lines) => Some(lines),
                    _ => None,
                })
                .flatten()
                .filter(|line| line.value.is_none())
                .collect();
            let dated = lines.iter().any(|line| line.label == DATE);
            for line in &mut lines {
                line.value = value(line, dated, on);
            }
        }
        _ => {}
    }
}

/// What stands on a line; `dated` when another line of the row says the day.
fn value(line: &Line, dated: bool, on: NaiveDate) -> Option<String> {
    if line.label.starts_with(SIGNATURE) {
        return Some(match dated {
            true => "电子签名".to_owned(),
            false => format!("电子签名，签于{}", day(on)),
        });
    }
    (line.label == DATE).then(|| day(on))
}
