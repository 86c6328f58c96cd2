//! The numbers a template may ask for: what a sheet can carry and a person can read.

use super::{
    error::TemplateError,
    form::{Block, Template, Width, Words},
};

const SIZE: (f32, f32) = (4.0, 72.0);
const LEADING: (f32, f32) = (0.8, 4.0);
const EM: (f32, f32) = (-10.0, 10.0);
const HEIGHT: (f32, f32) = (0.0, 400.0);
const GREY: (f32, f32) = (0.0, 1.0);
const FACTOR: (f32, f32) = (0.3, 3.0);
const MILLIMETRES: (f32, f32) = (3.0, 200.0);
const SHARE: (f32, f32) = (0.05, 20.0);
const COLUMNS: (f32, f32) = (1.0, 12.0);
/// Blocks within blocks.
const DEPTH: usize = 6;

/// Refuses a template with a number outside its range or a style it does not have.
pub(super) fn check(template: &Template, file: &str) -> Result<(), TemplateError> {
    let limits = Limits { template, file };
    let factors = [
        template.scale,
        template.enlarge.as_ref().map(|one| one.times),
    ];
    for factor in factors.into_iter().flatten() {
        limits.within("scale", factor, FACTOR)?;
    }
    for style in template.styles.values() {
        limits.within("size", style.size, SIZE)?;
        limits.within("leading", style.leading, LEADING)?;
        limits.within("indent", style.indent, EM)?;
        limits.within("hanging", style.hanging, EM)?;
        limits.within("before", style.before, HEIGHT)?;
        limits.within("grey", style.grey, GREY)?;
    }
    limits.blocks(&template.blocks, DEPTH)
}

struct Limits<'a> {
    template: &'a Template,
    file: &'a str,
}

impl Limits<'_> {
    fn within(
        &self,
        what: &'static str,
        value: f32,
        (least, most): (f32, f32),
    ) -> Result<(), TemplateError> {
        if (least..=most).contains(&value) {
            return Ok(());
        }
        Err(TemplateError::Range {
            file: self.file.to_owned(),
            what,
            least,
            most,
        })
    }

    fn wrong(&self, reason: String) -> TemplateError {
        TemplateError::Form {
            file: self.file.to_owned(),
            reason,
        }
    }

    fn blocks(&self, blocks: &[Block], depth: usize) -> Result<(), TemplateError> {
        let Some(deeper) = depth.checked_sub(1) else {
            return Err(self.wrong("blocks stand too deep within one another".to_owned()));
        };
        for block in blocks {
            match block {
                Block::Space(height) => self.within("space", *height, HEIGHT)?,
                Block::Letter(words) | Block::Remark(words) | Block::Section(words) => {
                    self.words(words)?;
                }
                Block::Plain(plain) if !self.template.styles.contains_key(&plain.style) => {
                    return Err(self.wrong(format!("there is no style {:?}", plain.style)));
                }
                Block::Table(table) => {
                    self.within("size", table.size, SIZE)?;
                    let columns = u16::try_from(table.columns.len()).unwrap_or(u16::MAX);
                    self.within("columns", f32::from(columns), COLUMNS)?;
                    for column in &table.columns {
                        match column.width {
                            Width::Mm(width) => self.within("width", width, MILLIMETRES)?,
                            Width::Share(share) => self.within("width", share, SHARE)?,
                        }
                    }
                }
                Block::Keep(blocks) => self.blocks(blocks, deeper)?,
                Block::Each(each) => self.blocks(&each.blocks, deeper)?,
                Block::If(choice) => {
                    self.blocks(&choice.then, deeper)?;
                    self.blocks(&choice.otherwise, deeper)?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn words(&self, words: &Words) -> Result<(), TemplateError> {
        words
            .before
            .map_or(Ok(()), |before| self.within("before", before, HEIGHT))
    }
}
