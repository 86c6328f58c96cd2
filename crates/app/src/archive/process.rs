//! 过程: every entry of the closed file, in the order it arrived.

use super::{
    SPACE,
    closed::{ClosedFile, place},
    told::told,
    xml::Xml,
};
use crate::clock::stamp;

/// The part, as XML.
pub(super) fn process(closed: &ClosedFile) -> Vec<u8> {
    let mut xml = Xml::new();
    let number = closed.case.number.to_string();
    let count = closed.timeline.len().to_string();
    xml.open(
        "过程",
        &[("xmlns", SPACE), ("受理号", &number), ("记录数", &count)],
    );
    for (at, entry) in closed.timeline.iter().enumerate() {
        let attributes = [
            ("序", (at + 1).to_string()),
            ("时间", stamp(entry.header.at)),
            ("经办", closed.actor(entry)),
            ("终端", place(entry)),
            ("类别", entry.header.kind.clone()),
            ("散列", entry.hash.to_string()),
        ];
        let attributes = attributes
            .each_ref()
            .map(|(name, value)| (*name, value.as_str()));
        xml.leaf("记录", &attributes, &told(entry));
    }
    xml.finish()
}
