//! Running text.

/// A stretch of text in one weight.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Span {
    /// The text, verbatim.
    pub text: String,
    /// Bold when set.
    pub bold: bool,
}

impl Span {
    /// Text in the regular weight.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            bold: false,
        }
    }

    /// Text in the bold weight.
    #[must_use]
    pub fn bold(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            bold: true,
        }
    }
}

/// How the lines of a paragraph stand between its edges.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Align {
    /// Flush left.
    Left,
    /// Centred.
    Centre,
    /// Flush right.
    Right,
    /// Both edges flush, last line left: running text.
    #[default]
    Justify,
}

/// A paragraph. Sizes and distances are points before the document's scale.
#[derive(Debug, Clone, PartialEq)]
pub struct Paragraph {
    /// The text, in order.
    pub spans: Vec<Span>,
    /// Type size.
    pub size: f32,
    /// Line distance as a multiple of the size.
    pub leading: f32,
    /// How lines stand between the edges.
    pub align: Align,
    /// Indent of the first line in em; may be negative down to `-hanging`.
    pub indent: f32,
    /// Indent of every line in em.
    pub hanging: f32,
    /// Grey of the ink, 0 black to 1 white.
    pub grey: f32,
    /// Distance above, dropped at the top of a page.
    pub before: f32,
    /// Never the last thing on a page.
    pub keep_next: bool,
}

impl Paragraph {
    /// Justified text of `size` points with one and a half lines' distance.
    #[must_use]
    pub fn new(text: impl Into<String>, size: f32) -> Self {
        Self {
            spans: vec![Span::plain(text)],
            size,
            leading: 1.5,
            align: Align::Justify,
            indent: 0.0,
            hanging: 0.0,
            grey: 0.0,
            before: 0.0,
            keep_next: false,
        }
    }

    /// Replaces the text by several stretches.
    #[must_use]
    pub fn spans(mut self, spans: Vec<Span>) -> Self {
        self.spans = spans;
        self
    }

    /// All of it bold.
    #[must_use]
    pub fn bold(mut self) -> Self {
        for span in &mut self.spans {
            span.bold = true;
        }
        self
    }

    /// Sets the alignment.
    #[must_use]
    pub const fn align(mut self, align: Align) -> Self {
        self.align = align;
        self
    }

    /// Sets the first line's indent in em.
    #[must_use]
    pub const fn indent(mut self, em: f32) -> Self {
        self.indent = em;
        self
    }

    /// Sets every line's indent in em.
    #[must_use]
    pub const fn hanging(mut self, em: f32) -> Self {
        self.hanging = em;
        self
    }

    /// Sets the line distance as a multiple of the size.
    #[must_use]
    pub const fn leading(mut self, leading: f32) -> Self {
        self.leading = leading;
        self
    }

    /// Sets the distance above in points.
    #[must_use]
    pub const fn before(mut self, points: f32) -> Self {
        self.before = points;
        self
    }

    /// Sets the grey of the ink, 0 black to 1 white.
    #[must_use]
    pub const fn grey(mut self, grey: f32) -> Self {
        self.grey = grey;
        self
    }

    /// Keeps the paragraph on the page of what follows.
    #[must_use]
    pub const fn keep_next(mut self) -> Self {
        self.keep_next = true;
        self
    }
}
