//! Texts with placeholders: how they are written and read.
//!
//! `{applicant.name}` is a field; `{@.name}` is one of the entry an `each` stands at and `{@}` the
//! entry itself; `{#}` is its place from 1. Filters follow after `|`. `{{` is a brace.

use std::{borrow::Cow, fmt};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{
    Deserialize, Deserializer,
    de::{self, MapAccess, SeqAccess, Visitor},
};

/// Where a value is: in the document, or in the entry an `each` stands at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Path {
    /// A field of the document.
    Field(Vec<String>),
    /// A field of the entry, the entry itself when empty.
    Entry(Vec<String>),
    /// The entry's place, from 1.
    Place,
    /// True for every entry after the first.
    Again,
    /// True for every second entry.
    Even,
}

impl Path {
    fn read(text: &str) -> Result<Self, String> {
        match text {
            "#" => return Ok(Self::Place),
            "@again" => return Ok(Self::Again),
            "@even" => return Ok(Self::Even),
            "@" => return Ok(Self::Entry(Vec::new())),
            _ => {}
        }
        let (entry, names) = match text.strip_prefix("@.") {
            Some(names) => (true, names),
            None => (false, text),
        };
        let named = |name: &str| {
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
            !name.is_empty() && name.chars().all(plain)
        };
        if !names.split('.').all(named) {
            return Err(format!("{text:?} names no field"));
        }
        let names = names.split('.').map(str::to_owned).collect();
        Ok(if entry {
            Self::Entry(names)
        } else {
            Self::Field(names)
        })
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Field(names) => f.write_str(&names.join(".")),
            Self::Entry(names) if names.is_empty() => f.write_str("@"),
            Self::Entry(names) => write!(f, "@.{}", names.join(".")),
            Self::Place => f.write_str("#"),
            Self::Again => f.write_str("@again"),
            Self::Even => f.write_str("@even"),
        }
    }
}

impl<'de> Deserialize<'de> for Path {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(from)?;
        Self::read(&text).map_err(de::Error::custom)
    }
}

impl JsonSchema for Path {
    fn schema_name() -> Cow<'static, str> {
        "Path".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A field, such as `applicant.name`; `@.name` of the entry an `each` stands at, `@` the entry itself.",
            "type": "string",
            "pattern": "^(#|@again|@even|@|(@\\.)?[a-z0-9_]+(\\.[a-z0-9_]+)*)$"
        })
    }
}

/// What is done with a value before it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Filter {
    /// `2026年11月23日`.
    Day,
    /// `2026年11月23日 10:42`.
    Moment,
    /// Copies and pages of a material: `1份/2页`.
    Quantity,
    /// How many entries a list has.
    Count,
    /// The entries of a list of texts with this between them.
    Join(String),
    /// These words when there is nothing to read.
    Or(String),
    /// Another field when there is nothing to read.
    Else(Path),
}

impl Filter {
    fn read(text: &str) -> Result<Self, String> {
        let (name, argument) = match text.split_once(':') {
            Some((name, argument)) => (name, Some(argument)),
            None => (text, None),
        };
        match (name, argument) {
            ("day", None) => Ok(Self::Day),
            ("moment", None) => Ok(Self::Moment),
            ("quantity", None) => Ok(Self::Quantity),
            ("count", None) => Ok(Self::Count),
            ("join", Some(between)) => Ok(Self::Join(between.to_owned())),
            ("or", Some(words)) => Ok(Self::Or(words.to_owned())),
            ("else", Some(path)) => Path::read(path).map(Self::Else),
            _ => Err(format!("there is no filter {text:?}")),
        }
    }
}

/// A stretch of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Token {
    /// Written as it is.
    Words(String),
    /// A value through its filters.
    Value(Path, Vec<Filter>),
}

/// Text with placeholders.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Line(pub(super) Vec<Token>);

impl Line {
    pub(super) fn read(text: &str) -> Result<Self, String> {
        let mut tokens = Vec::new();
        let mut words = String::new();
        let mut rest = text;
        while let Some(at) = rest.find('{') {
            let (before, after) = rest.split_at(at);
            words.push_str(before);
            if let Some(after) = after.strip_prefix("{{") {
                words.push('{');
                rest = after;
                continue;
            }
            let after = after.strip_prefix('{').unwrap_or(after);
            let (inside, after) = after
                .split_once('}')
                .ok_or_else(|| format!("a brace is not closed in {text:?}"))?;
            if !words.is_empty() {
                tokens.push(Token::Words(std::mem::take(&mut words)));
            }
            let mut parts = inside.split('|');
            let path = Path::read(parts.next().unwrap_or_default())?;
            let filters = parts.map(Filter::read).collect::<Result<_, _>>()?;
            tokens.push(Token::Value(path, filters));
            rest = after;
        }
        words.push_str(rest);
        if !words.is_empty() {
            tokens.push(Token::Words(words));
        }
        Ok(Self(tokens))
    }
}

/// Text: a line, or pieces one after the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Text {
    /// A line with placeholders.
    Line(Line),
    /// Pieces, some on a condition.
    Pieces(Vec<Piece>),
}

impl Default for Text {
    fn default() -> Self {
        Self::Line(Line::default())
    }
}

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Always there.
    Line(Line),
    /// There on a condition, or once for every entry of a list.
    Part(Box<PieceRule>),
}

/// A piece on a condition, of a list, or made of several texts.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PieceRule {
    /// What it says.
    #[serde(default)]
    pub(super) text: Text,
    /// Several texts, the empty ones left out.
    #[serde(default)]
    pub(super) list: Vec<Text>,
    /// Once for every entry of a list.
    #[serde(default)]
    pub(super) each: Option<Path>,
    /// What stands between entries or texts.
    #[serde(default)]
    pub(super) between: String,
    /// Only when the field is there, true or not empty.
    #[serde(default)]
    pub(super) when: Option<Path>,
    /// Only when it is not.
    #[serde(default)]
    pub(super) unless: Option<Path>,
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Words;
        impl<'de> Visitor<'de> for Words {
            type Value = Text;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text or a list of pieces of text")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Text, E> {
                Line::read(text).map(Text::Line).map_err(E::custom)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Text, A::Error> {
                let mut pieces = Vec::new();
                while let Some(piece) = from.next_element()? {
                    pieces.push(piece);
                }
                Ok(Text::Pieces(pieces))
            }
        }
        from.deserialize_any(Words)
    }
}

impl<'de> Deserialize<'de> for Piece {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Words;
        impl<'de> Visitor<'de> for Words {
            type Value = Piece;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text or a piece on a condition")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Piece, E> {
                Line::read(text).map(Piece::Line).map_err(E::custom)
            }

            fn visit_map<A: MapAccess<'de>>(self, from: A) -> Result<Piece, A::Error> {
                let rule = PieceRule::deserialize(de::value::MapAccessDeserializer::new(from))?;
                Ok(Piece::Part(Box::new(rule)))
            }
        }
        from.deserialize_any(Words)
    }
}

impl JsonSchema for Text {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let rule = generator.subschema_for::<PieceRule>();
        json_schema!({
            "description": "Text with placeholders such as `{applicant.name}` and `{received_at|moment}`, or pieces of it, some on a condition.",
            "anyOf": [
                { "type": "string" },
                { "type": "array", "items": { "anyOf": [{ "type": "string" }, rule] } }
            ]
        })
    }
}
