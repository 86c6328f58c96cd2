//! The checks all catalogue files share, gathering problems as they go.

use super::{CatalogueProblem, codes};
use crate::text::{self, TextProblem};
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;

/// Enough for a person to work with; a hostile file cannot make the list grow without end.
const MAX_PROBLEMS: usize = 100;

/// Gathers problems while a decoded file is looked through.
#[derive(Debug, Default)]
pub(crate) struct Inspection {
    problems: Vec<CatalogueProblem>,
}

impl Inspection {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    pub(crate) fn found(&mut self, code: &'static str, section: &str, text: impl Into<String>) {
        if self.problems.len() < MAX_PROBLEMS {
            self.problems.push(CatalogueProblem {
                code,
                section: section.to_owned(),
                text: text.into(),
            });
        }
    }

    /// A text that may be empty.
    pub(crate) fn text(&mut self, section: &str, value: &str, max_chars: usize) {
        match text::check(value, max_chars) {
            Ok(()) => {}
            Err(TextProblem::TooLong { .. }) => {
                self.found(codes::TOO_LONG, section, format!("超过{max_chars}个字"));
            }
            Err(TextProblem::Forbidden { at, character }) => {
                let code_point = u32::from(character);
                self.found(
                    codes::FORBIDDEN_CHARACTER,
                    section,
                    format!("第{at}个字U+{code_point:04X}是控制字符或改变文字方向的字符"),
                );
            }
        }
    }

    /// A text that must say something.
    pub(crate) fn required(&mut self, section: &str, value: &str, max_chars: usize) {
        if value.trim().is_empty() {
            self.found(codes::EMPTY, section, "不能为空");
        }
        self.text(section, value, max_chars);
    }

    pub(crate) fn texts<'a>(
        &mut self,
        section: &str,
        values: impl IntoIterator<Item = &'a String>,
        max_chars: usize,
    ) {
        for (at, value) in values.into_iter().enumerate() {
            self.required(&format!("{section}[{at}]"), value, max_chars);
        }
    }

    pub(crate) fn count(&mut self, section: &str, count: usize, max: usize) {
        if count > max {
            self.found(
                codes::TOO_MANY,
                section,
                format!("有{count}项，最多{max}项"),
            );
        }
    }

    /// Whether no identifier comes twice.
    pub(crate) fn unique<'a>(&mut self, section: &str, ids: impl IntoIterator<Item = &'a str>) {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(id) {
                self.found(codes::DUPLICATE, section, format!("“{id}”重复"));
            }
        }
    }

    /// A lower-case key: 1–40 of `[a-z0-9_]`.
    pub(crate) fn key(&mut self, section: &str, key: &str) {
        let shaped = (1..=40).contains(&key.len())
            && key
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
        if !shaped {
            self.found(codes::BAD_CODE, section, "须为1—40个小写字母、数字或下划线");
        }
    }

    pub(crate) fn first_problem(&mut self) -> Option<CatalogueProblem> {
        (!self.problems.is_empty()).then(|| self.problems.remove(0))
    }

    pub(crate) fn finish<T>(self, value: T) -> Result<T, Vec<CatalogueProblem>> {
        if self.problems.is_empty() {
            Ok(value)
        } else {
            Err(self.problems)
        }
    }
}

pub(super) fn too_large(max_bytes: usize) -> CatalogueProblem {
    CatalogueProblem {
        code: codes::TOO_LARGE,
        section: String::new(),
        text: format!("超过{}千字节", max_bytes / 1024),
    }
}

pub(super) fn not_readable(error: &serde_json::Error) -> CatalogueProblem {
    CatalogueProblem {
        code: codes::NOT_READABLE,
        section: format!("第{}行第{}列", error.line(), error.column()),
        text: error.to_string().chars().take(300).collect(),
    }
}

/// Decodes JSON no longer than `max_bytes`; depth is bounded by the JSON reader.
pub(crate) fn decode<T: DeserializeOwned>(
    json: &[u8],
    max_bytes: usize,
) -> Result<T, CatalogueProblem> {
    if json.len() > max_bytes {
        return Err(too_large(max_bytes));
    }
    serde_json::from_slice(json).map_err(|error| not_readable(&error))
}
