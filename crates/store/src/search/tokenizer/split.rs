//! Cutting text into tokens. Pure; code points throughout, so planes beyond the first work.

/// A token as a range of bytes of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) start: usize,
    pub(super) end: usize,
    /// At the same place as the token before it.
    pub(super) colocated: bool,
}

/// Whether a character is part of words. Private-use characters count: names are written with them.
pub(crate) fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Calls `emit` with each token until it says stop. ASCII letters and digits stay whole words. Any
/// other run becomes its bigrams; a document also gets the run's last character by itself, at the
/// place of the last bigram, so that a one-character prefix query finds every character.
pub(super) fn split<E>(
    text: &str,
    query: bool,
    mut emit: impl FnMut(Token) -> Result<(), E>,
) -> Result<(), E> {
    let mut rest = text.char_indices().filter(|(_, c)| is_word(*c)).peekable();
    while let Some((start, first)) = rest.next() {
        let mut end = start + first.len_utf8();
        if first.is_ascii() {
            while let Some((_, c)) = rest.next_if(|(at, c)| *at == end && c.is_ascii()) {
                end += c.len_utf8();
            }
            emit(Token {
                start,
                end,
                colocated: false,
            })?;
            continue;
        }
        let mut previous = start;
        let mut pairs = 0;
        while let Some((at, c)) = rest.next_if(|(at, c)| *at == end && !c.is_ascii()) {
            end += c.len_utf8();
            emit(Token {
                start: previous,
                end,
                colocated: false,
            })?;
            previous = at;
            pairs += 1;
        }
        if pairs == 0 || !query {
            emit(Token {
                start: previous,
                end,
                colocated: pairs > 0,
            })?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str, query: bool) -> Vec<String> {
        let mut found = Vec::new();
        let Ok(()) = split(text, query, |token| {
            let mark = if token.colocated { "=" } else { "" };
            found.push(format!("{mark}{}", &text[token.start..token.end]));
            Ok::<(), std::convert::Infallible>(())
        });
        found
    }

    #[test]
    fn a_document_gives_pairs_and_the_last_character() {
        assert_eq!(tokens("高龄津贴", false), ["高龄", "龄津", "津贴", "=贴"]);
        assert_eq!(tokens("高龄津贴", true), ["高龄", "龄津", "津贴"]);
    }

    #[test]
    fn characters_beyond_the_first_plane_are_one_character_each() {
        assert_eq!(
            tokens("\u{20BB7}\u{2CA0E}䶮", true),
            ["\u{20BB7}\u{2CA0E}", "\u{2CA0E}䶮"]
        );
        assert_eq!(tokens("\u{20BB7}", true), ["\u{20BB7}"]);
    }

    #[test]
    fn letters_stay_words_and_marks_separate() {
        assert_eq!(tokens("a12座·古丽", false), ["a12", "座", "古丽", "=丽"]);
    }
}
