//! Values of a document: found by their path, put through filters, written as text.

use std::borrow::Cow;

use chrono::{DateTime, FixedOffset};
use serde_json::Value;

use super::text::{Filter, Line, Path, Piece, PieceRule, Text, Token};
use crate::documents::{day, moment, or, quantity};

/// What is wrong between a template and the fields of its document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Trouble {
    /// There is no such field.
    Field(String),
    /// The filters do not suit the field, or it is no text.
    Filter(String),
}

/// The values of one document, and the entry an `each` stands at.
///
/// While a template is checked every condition holds both ways, so that every field it names is
/// looked up, and what is not there is noted; for paper a field that is not there is empty.
pub(super) struct Scope<'a> {
    root: &'a Value,
    entries: Vec<(&'a Value, usize)>,
    checking: bool,
    troubles: Vec<Trouble>,
}

impl<'a> Scope<'a> {
    /// For paper.
    pub(super) const fn of(root: &'a Value) -> Self {
        Self {
            root,
            entries: Vec::new(),
            checking: false,
            troubles: Vec::new(),
        }
    }

    /// For checking a template against a document with every field filled in.
    pub(super) const fn checking(root: &'a Value) -> Self {
        Self {
            root,
            entries: Vec::new(),
            checking: true,
            troubles: Vec::new(),
        }
    }

    /// The first thing that was wrong.
    pub(super) fn first_trouble(self) -> Option<Trouble> {
        self.troubles.into_iter().next()
    }

    fn found(&mut self, path: &Path) -> &'a Value {
        static NOTHING: Value = Value::Null;
        let (mut at, names) = match path {
            Path::Field(names) => (Some(self.root), names),
            Path::Entry(names) => (self.entries.last().map(|(entry, _)| *entry), names),
            Path::Place | Path::Again | Path::Even => {
                self.note(Trouble::Field(path.to_string()));
                return &NOTHING;
            }
        };
        for name in names {
            at = at.and_then(|value| match value {
                Value::Array(list) => list.get(name.parse::<usize>().ok()?),
                other => other.get(name),
            });
        }
        if at.is_none() {
            self.note(Trouble::Field(path.to_string()));
        }
        at.unwrap_or(&NOTHING)
    }

    fn note(&mut self, trouble: Trouble) {
        if self.checking {
            self.troubles.push(trouble);
        }
    }

    fn place(&mut self, path: &Path) -> usize {
        let place = self.entries.last().map(|(_, place)| *place);
        if place.is_none() {
            self.note(Trouble::Field(path.to_string()));
        }
        place.unwrap_or_default()
    }

    /// Whether a field is there, true or not empty.
    fn has(&mut self, path: &Path) -> bool {
        match path {
            Path::Place => self.place(path) > 0,
            Path::Again => self.place(path) > 1,
            Path::Even => self.place(path).is_multiple_of(2),
            _ => match self.found(path) {
                Value::Null => false,
                Value::Bool(yes) => *yes,
                Value::Number(number) => number.as_f64() != Some(0.0),
                Value::String(text) => !text.is_empty(),
                Value::Array(list) => !list.is_empty(),
                Value::Object(_) => true,
            },
        }
    }

    /// Whether what stands on both conditions is there.
    pub(super) fn holds(&mut self, when: Option<&Path>, unless: Option<&Path>) -> bool {
        let wanted = when.is_none_or(|path| self.has(path));
        let kept = unless.is_none_or(|path| !self.has(path));
        self.checking || (wanted && kept)
    }

    /// Which branches of a choice are written: then, else.
    pub(super) fn branches(&mut self, has: &Path) -> (bool, bool) {
        let has = self.has(has);
        (has || self.checking, !has || self.checking)
    }

    /// The entries of a list.
    pub(super) fn list(&mut self, path: &Path) -> &'a [Value] {
        match self.found(path) {
            Value::Array(list) if !(self.checking && list.is_empty()) => list,
            _ => {
                self.note(Trouble::Field(path.to_string()));
                &[]
            }
        }
    }

    /// Stands at an entry of a list.
    pub(super) fn enter(&mut self, entry: &'a Value, place: usize) {
        self.entries.push((entry, place));
    }

    /// Back from an entry.
    pub(super) fn leave(&mut self) {
        self.entries.pop();
    }

    /// Does `what` for every entry of a list, or once where there is none named.
    pub(super) fn each<T>(
        &mut self,
        of: Option<&Path>,
        mut what: impl FnMut(&mut Self) -> T,
    ) -> Vec<T> {
        let Some(path) = of else {
            return vec![what(self)];
        };
        let mut made = Vec::new();
        for (at, entry) in self.list(path).iter().enumerate() {
            self.enter(entry, at + 1);
            made.push(what(self));
            self.leave();
        }
        made
    }

    /// A text, written out.
    pub(super) fn write(&mut self, text: &Text) -> String {
        match text {
            Text::Line(line) => self.line(line),
            Text::Pieces(pieces) => pieces.iter().map(|piece| self.piece(piece)).collect(),
        }
    }

    fn piece(&mut self, piece: &Piece) -> String {
        match piece {
            Piece::Line(line) => self.line(line),
            Piece::Part(rule) => self.rule(rule),
        }
    }

    fn rule(&mut self, rule: &PieceRule) -> String {
        if !self.holds(rule.when.as_ref(), rule.unless.as_ref()) {
            return String::new();
        }
        let texts = self.each(rule.each.as_ref(), |scope| {
            let own = scope.write(&rule.text);
            let listed = rule.list.iter().map(|text| scope.write(text));
            let listed = listed.filter(|text| !text.is_empty());
            own + &listed.collect::<Vec<_>>().join(&rule.between)
        });
        texts.join(&rule.between)
    }

    /// A line, written out.
    pub(super) fn line(&mut self, line: &Line) -> String {
        let tokens = line.0.iter().map(|token| match token {
            Token::Words(words) => words.clone(),
            Token::Value(path, filters) => self.value(path, filters),
        });
        tokens.collect()
    }

    fn value(&mut self, path: &Path, filters: &[Filter]) -> String {
        let mut value = match path {
            Path::Place => Cow::Owned(Value::from(self.place(path))),
            path => Cow::Borrowed(self.found(path)),
        };
        for filter in filters {
            match self.filtered(&value, filter) {
                Some(filtered) => value = Cow::Owned(filtered),
                None => self.note(Trouble::Filter(path.to_string())),
            }
        }
        match &*value {
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            Value::Null => String::new(),
            _ => {
                self.note(Trouble::Filter(path.to_string()));
                String::new()
            }
        }
    }

    /// The value through one filter; none where the filter does not suit it.
    fn filtered(&mut self, value: &Value, filter: &Filter) -> Option<Value> {
        let text = value.as_str().unwrap_or_default();
        let made = match filter {
            Filter::Day | Filter::Moment if value.is_null() => String::new(),
            Filter::Day => match as_moment(text) {
                Some(at) => day(at.date_naive()),
                None => day(text.parse().ok()?),
            },
            Filter::Moment => moment(&as_moment(text)?),
            Filter::Quantity => {
                let number = |name: &str| u32::try_from(value.get(name)?.as_u64()?).ok();
                quantity(number("copies")?, number("pages")?)
            }
            Filter::Count => value.as_array()?.len().to_string(),
            Filter::Join(between) => {
                let texts = value.as_array()?.iter().map(Value::as_str);
                texts.collect::<Option<Vec<_>>>()?.join(between)
            }
            Filter::Or(words) => or(plain(value)?, words).to_owned(),
            Filter::Else(path) => match or(plain(value)?, "") {
                "" => self.value(path, &[]),
                _ if self.checking => self.value(path, &[]),
                text => text.to_owned(),
            },
        };
        Some(Value::String(made))
    }
}

/// A text, or nothing; no number and no list.
fn plain(value: &Value) -> Option<&str> {
    match value {
        Value::Null => Some(""),
        Value::String(text) => Some(text),
        _ => None,
    }
}

fn as_moment(text: &str) -> Option<DateTime<FixedOffset>> {
    DateTime::parse_from_rfc3339(text).ok()
}
