//! Reading the texts of a package back: the metadata, what happened, the digests. What is in them came
//! from outside.

use quick_xml::{
    XmlVersion,
    escape::resolve_predefined_entity,
    events::{BytesStart, Event},
    reader::Reader,
};
use yichuang_wire::Hash;

use super::SPACE;

/// Elements are not nested deeper.
const DEEPEST: usize = 16;

/// What the metadata says of a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Listed {
    pub(super) path: String,
    pub(super) length: u64,
    pub(super) sha256: Hash,
    pub(super) sm3: Hash,
    /// The paper is not the rendering the closed file names.
    pub(super) made_anew: bool,
}

/// What the metadata says of a package.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Metadata {
    pub(super) number: String,
    pub(super) archived_on: String,
    pub(super) matter: String,
    pub(super) parts: Vec<Listed>,
}

/// The metadata; none when it is not well-formed or lacks what it must have.
pub(super) fn metadata(bytes: &[u8]) -> Option<Metadata> {
    let mut read = Metadata::default();
    let mut told = None;
    walk(bytes, "归档包", |path, element| {
        match (path, element) {
            (["归档包"], Seen::Start(start)) => {
                read.number = attribute(start, "受理号")?;
                read.archived_on = attribute(start, "归档日期")?;
            }
            (["归档包", "办件", "事项"], Seen::Text(text)) => read.matter.push_str(text),
            (["归档包", "部件"], Seen::Start(start)) => told = attribute(start, "数"),
            (["归档包", "部件", "件"], Seen::Start(start)) => read.parts.push(listed(start)?),
            _ => {}
        }
        Some(())
    })?;
    (told? == read.parts.len().to_string()).then_some(read)
}

/// Whether what happened is well-formed; which entries, by number, when it is.
pub(super) fn process(bytes: &[u8]) -> Option<usize> {
    let mut entries = 0_usize;
    let mut told = None;
    walk(bytes, "过程", |path, element| {
        match (path, element) {
            (["过程"], Seen::Start(start)) => told = attribute(start, "记录数"),
            (["过程", "记录"], Seen::Start(_)) => entries += 1,
            _ => {}
        }
        Some(())
    })?;
    (told? == entries.to_string()).then_some(entries)
}

/// The digests: name and SM3 of each part, in their order; none when a line is none.
pub(super) fn digests(bytes: &[u8]) -> Option<Vec<(String, Hash)>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let text = text.strip_suffix('\n')?;
    let line = |line: &str| {
        let (digest, path) = line.split_once("  ")?;
        Some((path.to_owned(), digest.parse().ok()?))
    };
    text.split('\n').map(line).collect()
}

fn listed(start: &BytesStart<'_>) -> Option<Listed> {
    Some(Listed {
        path: attribute(start, "路径")?,
        length: attribute(start, "字节数")?.parse().ok()?,
        sha256: attribute(start, "SHA-256")?.parse().ok()?,
        sm3: attribute(start, "SM3")?.parse().ok()?,
        made_anew: attribute(start, "与归档时一致").is_some_and(|word| word != "是"),
    })
}

/// What a walk comes past.
enum Seen<'a> {
    Start(&'a BytesStart<'a>),
    Text(&'a str),
}

/// Walks through a part whose root is `root`, telling `each` where it is; none when the part is not
/// well-formed, has a document type, which packages have not, or `each` wants no more.
fn walk(
    bytes: &[u8],
    root: &str,
    mut each: impl FnMut(&[&str], Seen<'_>) -> Option<()>,
) -> Option<()> {
    let mut reader = Reader::from_str(std::str::from_utf8(bytes).ok()?);
    let mut path: Vec<String> = Vec::new();
    let mut roots = 0;
    loop {
        let event = reader.read_event().ok()?;
        let begun = match &event {
            Event::Start(start) | Event::Empty(start) => Some(start),
            _ => None,
        };
        if let Some(start) = begun {
            let name = start.name();
            path.push(AsRef::<str>::as_ref(&name).to_owned());
            if path.len() == 1 {
                roots += 1;
                let space = attribute(start, "xmlns")?;
                if roots > 1 || path[0] != root || space != SPACE {
                    return None;
                }
            }
            if path.len() > DEEPEST {
                return None;
            }
            each(&names(&path), Seen::Start(start))?;
        }
        match event {
            Event::Empty(_) | Event::End(_) => drop(path.pop()?),
            Event::Text(text) => tell(&mut each, &path, &text)?,
            Event::GeneralRef(reference) => {
                let letter = match reference.resolve_char_ref().ok()? {
                    Some(letter) => letter.to_string(),
                    None => resolve_predefined_entity(&reference)?.to_owned(),
                };
                tell(&mut each, &path, &letter)?;
            }
            Event::Eof => return (roots == 1 && path.is_empty()).then_some(()),
            Event::DocType(_) | Event::CData(_) | Event::PI(_) => return None,
            Event::Start(_) | Event::Decl(_) | Event::Comment(_) => {}
        }
    }
}

/// Hands text on; outside the root there may be none but white space.
fn tell(
    each: &mut impl FnMut(&[&str], Seen<'_>) -> Option<()>,
    path: &[String],
    text: &str,
) -> Option<()> {
    if path.is_empty() {
        return text.trim().is_empty().then_some(());
    }
    each(&names(path), Seen::Text(text))
}

fn names(path: &[String]) -> Vec<&str> {
    path.iter().map(String::as_str).collect()
}

fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = start.try_get_attribute(name).ok()??;
    let value = found.normalized_value(XmlVersion::Implicit1_0).ok()?;
    Some(value.into_owned())
}
