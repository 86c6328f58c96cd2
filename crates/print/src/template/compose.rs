//! From a template, a profile and the values of a document to the blocks of a page.

use serde_json::Value;

use super::{
    form::{
        Block, Checks, Column, Heading, PairRow, Part, Plain, SignLine, Style, Table, Template,
        Width, Words,
    },
    profile::{Changes, Profile},
    value::{Scope, Trouble},
};
use crate::{
    documents::{self as papers, Imprint},
    model,
};

/// Empty height, in points before scaling, between the head of a paper and a grid right below it.
const BELOW_HEAD: f32 = 4.0;

/// The document `template` makes of `values`, printed as `imprint` says.
pub(super) fn compose(
    template: &Template,
    profile: &Profile,
    imprint: &Imprint,
    mut values: Value,
) -> model::Document {
    let changes = profile.changes(&template.document);
    let mut imprint = imprint.clone();
    if !template.numbered {
        imprint.number = String::new();
    }
    if template.sheet.is_roll() && !imprint.paper.is_roll() {
        imprint.paper = template.sheet;
    }
    if let Some(hotline) = profile.hotline() {
        imprint.hotline = hotline.to_owned();
        if let Some(said) = values.pointer_mut("/imprint/hotline") {
            *said = hotline.into();
        }
    }
    let mut page = Page {
        template,
        changes,
        imprint: &imprint,
        title: String::new(),
        official: profile.official_number(&template.document, &imprint.number),
        scope: Scope::of(&values),
    };
    page.title = page.title();
    let blocks = page.whole();
    let mut document = imprint.document(&page.title, &mark(template, profile), blocks);
    document.copies = match imprint.two_copies {
        true => changes
            .and_then(|changes| changes.copies.clone())
            .unwrap_or_else(|| template.copies.clone()),
        false => Vec::new(),
    };
    document.typeface = template.typeface.into();
    if let Some(scale) = template.scale {
        document.scale = scale;
    }
    if let Some(large) = &template.enlarge
        && page.scope.holds(Some(&large.when), None)
    {
        document.scale *= large.times;
    }
    if let Some(pale) = &template.watermark
        && page.scope.holds(Some(&pale.when), None)
    {
        document.furniture.watermark = Some(page.scope.write(&pale.text));
    }
    if let Some(sentence) = &profile.footer {
        document.furniture.footer.push('\n');
        document.furniture.footer.push_str(sentence);
    }
    document
}

/// Looks up everything `template` names in `values`, which have every field filled in.
pub(super) fn check(template: &Template, values: &Value, imprint: &Imprint) -> Option<Trouble> {
    let mut page = Page {
        template,
        changes: None,
        imprint,
        title: String::new(),
        official: None,
        scope: Scope::checking(values),
    };
    page.title = page.title();
    page.whole();
    let conditions = [
        template.enlarge.as_ref().map(|large| &large.when),
        template.watermark.as_ref().map(|pale| &pale.when),
    ];
    for path in conditions.into_iter().flatten() {
        page.scope.holds(Some(path), None);
    }
    if let Some(pale) = &template.watermark {
        page.scope.write(&pale.text);
    }
    page.scope.first_trouble()
}

/// How a footer names the template and, where a region has one, its profile.
fn mark(template: &Template, profile: &Profile) -> String {
    let own = format!("{}-{}", template.name, template.version);
    match profile.is_default() {
        true => own,
        false => format!("{own}（{}-{}）", profile.id(), profile.version),
    }
}

/// One document while it is written.
struct Page<'a> {
    template: &'a Template,
    changes: Option<&'a Changes>,
    imprint: &'a Imprint,
    title: String,
    /// 文书编号, where the region writes one.
    official: Option<String>,
    scope: Scope<'a>,
}

impl Page<'_> {
    fn title(&mut self) -> String {
        let own = self.scope.write(&self.template.title);
        let other = self.changes.and_then(|changes| changes.title.clone());
        other.unwrap_or(own)
    }

    fn whole(&mut self) -> Vec<model::Block> {
        let blocks = self.blocks(&self.template.blocks);
        if self.template.closing.is_empty() {
            return blocks;
        }
        let closing = self.parts(&self.template.closing);
        papers::close(blocks, closing)
    }

    fn blocks(&mut self, blocks: &[Block]) -> Vec<model::Block> {
        let mut made = Vec::new();
        let mut below_head = false;
        for block in blocks {
            if below_head && matches!(block, Block::Pairs(_) | Block::Table(_)) {
                made.push(model::Block::Space(BELOW_HEAD));
            }
            below_head = matches!(block, Block::Heading(_) | Block::Reference(_));
            made.extend(self.block(block));
        }
        made
    }

    fn block(&mut self, block: &Block) -> Vec<model::Block> {
        match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Reference(one) => {
                let (label, text) = (self.scope.write(&one.label), self.scope.write(&one.text));
                vec![papers::reference(&label, &text).into()]
            }
            Block::Salutation(name) => vec![papers::salutation(&self.scope.write(name))],
            Block::Letter(words) => self.words(words, papers::letter),
            Block::Remark(words) => self.words(words, papers::remark),
            Block::Section(words) => self.words(words, papers::section),
            Block::Plain(plain) => self.plain(plain),
            Block::Pairs(rows) => vec![self.pairs(rows)],
            Block::Table(table) => vec![self.table(table)],
            Block::Checks(checks) => vec![self.checks(checks)],
            Block::Row(parts) => vec![self.parts(parts)],
            Block::Space(height) => vec![model::Block::Space(*height)],
            Block::Rule => vec![model::Block::Rule],
            Block::Keep(blocks) => vec![model::Block::Keep(self.blocks(blocks))],
            Block::Each(each) => {
                let mut made = Vec::new();
                for (at, entry) in self.scope.list(&each.of).iter().enumerate() {
                    self.scope.enter(entry, at + 1);
                    made.extend(self.blocks(&each.blocks));
                    self.scope.leave();
                }
                made
            }
            Block::If(choice) => {
                let (then, otherwise) = self.scope.branches(&choice.has);
                let mut made = Vec::new();
                if then {
                    made.extend(self.blocks(&choice.then));
                }
                if otherwise {
                    made.extend(self.blocks(&choice.otherwise));
                }
                made
            }
        }
    }

    fn heading(&mut self, heading: &Heading) -> Vec<model::Block> {
        let organ = self.scope.write(&heading.organ);
        let subtitle = self.scope.write(&heading.subtitle);
        let mut blocks = papers::title_lines(&organ, &self.title, &subtitle);
        if let Some(official) = &self.official {
            blocks.push(papers::reference("文书编号", official).before(4.0).into());
        }
        blocks.extend(self.imprint.number_line());
        blocks
    }

    fn words(&mut self, words: &Words, kind: fn(String) -> model::Paragraph) -> Vec<model::Block> {
        if !self.scope.holds(words.when.as_ref(), words.unless.as_ref()) {
            return Vec::new();
        }
        self.scope.each(words.each.as_ref(), |scope| {
            let mut paragraph = kind(scope.write(&words.text));
            if words.bold {
                paragraph = paragraph.bold();
            }
            if let Some(before) = words.before {
                paragraph = paragraph.before(before);
            }
            paragraph.into()
        })
    }

    fn plain(&mut self, plain: &Plain) -> Vec<model::Block> {
        let Some(style) = self.template.styles.get(&plain.style) else {
            return Vec::new();
        };
        if !self.scope.holds(plain.when.as_ref(), plain.unless.as_ref()) {
            return Vec::new();
        }
        self.scope.each(plain.each.as_ref(), |scope| {
            let text = scope.write(&plain.text);
            let spans = match &plain.label {
                Some(label) => vec![
                    model::Span::bold(scope.write(label)),
                    model::Span::plain(text),
                ],
                None if style.bold => vec![model::Span::bold(text)],
                None => vec![model::Span::plain(text)],
            };
            styled(style).spans(spans).into()
        })
    }

    fn pairs(&mut self, rows: &[PairRow]) -> model::Block {
        let mut made = Vec::new();
        for row in rows {
            if !self.scope.holds(row.when.as_ref(), row.unless.as_ref()) {
                continue;
            }
            made.extend(self.scope.each(row.each.as_ref(), |scope| {
                let mut pairs = Vec::new();
                for pair in &row.pairs {
                    if scope.holds(pair.when.as_ref(), None) {
                        pairs.extend(scope.each(pair.each.as_ref(), |scope| {
                            model::Pair::new(scope.write(&pair.label), scope.write(&pair.value))
                        }));
                    }
                }
                pairs
            }));
        }
        model::Block::Pairs(made)
    }

    fn table(&mut self, table: &Table) -> model::Block {
        let rows = self.scope.each(Some(&table.each), |scope| {
            let cells = table.columns.iter().map(|column| model::Cell {
                text: scope.write(&column.text),
                bold: column.bold,
            });
            cells.collect()
        });
        model::Block::Table(model::Table {
            columns: table.columns.iter().map(column).collect(),
            rows,
            size: table.size,
        })
    }

    fn checks(&mut self, checks: &Checks) -> model::Block {
        let boxes = self.scope.each(Some(&checks.each), |scope| {
            let note = scope.write(&checks.note);
            model::Check {
                ticked: checks
                    .ticked
                    .as_ref()
                    .is_some_and(|path| scope.holds(Some(path), None)),
                text: scope.write(&checks.text),
                note: (!note.is_empty()).then_some(note),
            }
        });
        model::Block::Checks(boxes)
    }

    fn parts(&mut self, parts: &[Part]) -> model::Block {
        let mut made = Vec::new();
        for part in parts {
            match part {
                Part::Qr(symbol) => {
                    let payload = self.scope.write(&symbol.text);
                    let caption = self.scope.write(&symbol.caption);
                    if !payload.is_empty() {
                        made.push(model::Part::Qr { payload, caption });
                    }
                }
                Part::Barcode(symbol) => {
                    let payload = self.scope.write(&symbol.text);
                    let caption = self.scope.write(&symbol.caption);
                    if model::Part::can_be_barcode(&payload) {
                        made.push(model::Part::Barcode { payload, caption });
                    }
                }
                Part::Lines(lines) => made.push(model::Part::Lines(self.lines(lines))),
                Part::Seal(seal) => {
                    if self.scope.holds(seal.when.as_ref(), None) {
                        let prompt = self.scope.write(&seal.prompt);
                        made.push(model::Part::Seal(model::Seal {
                            organ: self.scope.write(&seal.organ),
                            date: self.scope.write(&seal.date),
                            prompt: self
                                .changes
                                .and_then(|changes| changes.seal_prompt.clone())
                                .unwrap_or(prompt),
                        }));
                    }
                }
            }
        }
        model::Block::Row(made)
    }

    fn lines(&mut self, lines: &[SignLine]) -> Vec<model::Line> {
        let mut made = Vec::new();
        for line in lines {
            if self.scope.holds(line.when.as_ref(), line.unless.as_ref()) {
                made.extend(self.scope.each(line.each.as_ref(), |scope| model::Line {
                    label: scope.write(&line.label),
                    value: line.value.as_ref().map(|text| scope.write(text)),
                }));
            }
        }
        made
    }
}

fn styled(style: &Style) -> model::Paragraph {
    let mut paragraph = model::Paragraph::new("", style.size)
        .leading(style.leading)
        .align(style.align.into())
        .indent(style.indent)
        .hanging(style.hanging)
        .grey(style.grey)
        .before(style.before);
    if style.keep_next {
        paragraph = paragraph.keep_next();
    }
    paragraph
}

fn column(column: &Column) -> model::Column {
    let width = match column.width {
        Width::Mm(width) => model::Width::Mm(width),
        Width::Share(share) => model::Width::Share(share),
    };
    match column.centred {
        true => model::Column::centred(&column.head, width),
        false => model::Column::left(&column.head, width),
    }
}
