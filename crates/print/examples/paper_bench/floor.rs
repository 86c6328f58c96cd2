//! The least a PDF of the same ink takes: glyphs already chosen and placed, fonts cut by the same
//! cutter, pages written by hand, everything deflated. No layout, no checks, no metadata.

use std::collections::BTreeMap;
use std::error::Error;
use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Content, Filter, Finish, Name, Pdf, Rect, Ref, Str};
use subsetter::GlyphRemapper;
use yichuang_print::layout::{Area, Layout, Mark, Page, Run};

type Fallible<T> = Result<T, Box<dyn Error>>;

/// The font files, each read when it is first needed.
#[derive(Default)]
pub(crate) struct Files {
    read: BTreeMap<&'static str, Vec<u8>>,
}

impl Files {
    fn need(&mut self, folder: &Path, name: &'static str) -> Fallible<()> {
        if !self.read.contains_key(name) {
            self.read.insert(name, std::fs::read(folder.join(name))?);
        }
        Ok(())
    }
}

#[derive(Default)]
struct Used {
    remapper: GlyphRemapper,
    /// Character and advance in thousandths of an em, by glyph number in the small font.
    glyphs: BTreeMap<u16, (char, f32)>,
}

/// Writes the pages.
pub(crate) fn write(layout: &Layout, folder: &Path, files: &mut Files) -> Fallible<Vec<u8>> {
    let mut used: BTreeMap<&'static str, Used> = BTreeMap::new();
    let mut contents = Vec::new();
    for page in &layout.pages {
        contents.push(content(page, &mut used));
    }
    let mut pdf = Pdf::new();
    let mut ids = (1..).map(Ref::new);
    let mut id = || ids.next().unwrap_or(Ref::new(i32::MAX));
    let (catalog, tree) = (id(), id());
    pdf.catalog(catalog).pages(tree);
    let mut fonts = Vec::new();
    for (name, used) in &used {
        files.need(folder, name)?;
        let whole = files.read.get(name).ok_or("a font is gone")?;
        let five = [id(), id(), id(), id(), id()];
        font(&mut pdf, five, whole, used)?;
        fonts.push((*name, five[0]));
    }
    let mut kids = Vec::new();
    for (page, content) in layout.pages.iter().zip(&contents) {
        let (own, stream) = (id(), id());
        let mut object = pdf.page(own);
        object.parent(tree).contents(stream);
        object.media_box(Rect::new(0.0, 0.0, page.width, page.height));
        let mut resources = object.resources();
        let mut dictionary = resources.fonts();
        for (name, font) in &fonts {
            dictionary.pair(Name(name.as_bytes()), font);
        }
        dictionary.finish();
        resources.finish();
        object.finish();
        let packed = deflated(content)?;
        pdf.stream(stream, &packed).filter(Filter::FlateDecode);
        kids.push(own);
    }
    let count = i32::try_from(kids.len())?;
    pdf.pages(tree).kids(kids).count(count);
    Ok(pdf.finish())
}

fn content(page: &Page, used: &mut BTreeMap<&'static str, Used>) -> Vec<u8> {
    let mut content = Content::new();
    let box_of = |content: &mut Content, area: &Area| {
        let y = page.height - area.y - area.height;
        content.rect(area.x, y, area.width, area.height);
    };
    for mark in &page.marks {
        match mark {
            Mark::Text(run) => text(&mut content, page, run, used),
            Mark::Fill(area, grey) => {
                content.set_fill_gray(*grey);
                box_of(&mut content, area);
                content.fill_nonzero();
            }
            Mark::Symbol(symbol) => {
                content.set_fill_gray(0.0);
                symbol.bars().for_each(|bar| box_of(&mut content, &bar));
                content.fill_nonzero();
            }
            Mark::Frame {
                area, line, grey, ..
            } => {
                content.set_line_width(*line).set_stroke_gray(*grey);
                box_of(&mut content, area);
                content.stroke();
            }
            _ => {}
        }
    }
    content.finish().to_vec()
}

fn text(content: &mut Content, page: &Page, run: &Run, used: &mut BTreeMap<&'static str, Used>) {
    let used = used.entry(run.face_file()).or_default();
    let mut string = Vec::new();
    for (ch, glyph, advance) in run.glyphs() {
        let small = used.remapper.remap(glyph);
        used.glyphs
            .entry(small)
            .or_insert((ch, advance / run.size() * 1000.0));
        string.extend(small.to_be_bytes());
    }
    let (x, baseline) = run.start();
    content
        .begin_text()
        .set_fill_gray(run.grey())
        .set_font(Name(run.face_file().as_bytes()), run.size())
        .set_char_spacing(run.spacing())
        .set_text_matrix([1.0, 0.0, 0.0, 1.0, x, page.height - baseline])
        .show(Str(&string))
        .end_text();
}

fn font(pdf: &mut Pdf, ids: [Ref; 5], whole: &[u8], used: &Used) -> Fallible<()> {
    const NAME: Name<'_> = Name(b"AAAAAA+Small");
    const SYSTEM: SystemInfo<'_> = SystemInfo {
        registry: Str(b"Adobe"),
        ordering: Str(b"Identity"),
        supplement: 0,
    };
    let [own, cid, descriptor, file, map] = ids;
    pdf.type0_font(own)
        .base_font(NAME)
        .encoding_predefined(Name(b"Identity-H"))
        .descendant_font(cid)
        .to_unicode(map);
    let mut cid = pdf.cid_font(cid);
    cid.subtype(CidFontType::Type2)
        .base_font(NAME)
        .system_info(SYSTEM)
        .font_descriptor(descriptor)
        .default_width(1000.0)
        .cid_to_gid_map_predefined(Name(b"Identity"));
    let mut widths = cid.widths();
    widths.consecutive(1, used.glyphs.values().map(|(_, width)| *width));
    widths.finish();
    cid.finish();
    pdf.font_descriptor(descriptor)
        .name(NAME)
        .flags(FontFlags::SYMBOLIC)
        .bbox(Rect::new(-1000.0, -1000.0, 2000.0, 2000.0))
        .italic_angle(0.0)
        .ascent(880.0)
        .descent(-120.0)
        .cap_height(700.0)
        .stem_v(80.0)
        .font_file2(file);
    let small = subsetter::subset(whole, 0, &used.remapper)?;
    pdf.stream(file, &deflated(&small)?)
        .filter(Filter::FlateDecode);
    let mut unicode = UnicodeCmap::new(Name(b"Small"), SYSTEM);
    for (glyph, (ch, _)) in &used.glyphs {
        unicode.pair(*glyph, *ch);
    }
    pdf.stream(map, &deflated(&unicode.finish())?)
        .filter(Filter::FlateDecode);
    Ok(())
}

fn deflated(bytes: &[u8]) -> Fallible<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}
