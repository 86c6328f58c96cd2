//! Things side by side, boxes to tick, rules.

use super::barcode::Barcode;
use super::grid::{Frame, HAIRLINE};
use super::mark::{Area, Mark};
use super::shape::Shaper;
use super::strip::{Strip, keep_together};
use super::text::{SetText, paragraph_strips};
use crate::error::{FontError, PrintError};
use crate::model::{Align, Check, Line, MM, Paragraph, Part, Seal};

/// Wide enough to serve as a QR symbol's quiet zone on the smallest sheet.
const GAP: f32 = 6.0 * MM;
const LINE_SIZE: f32 = 11.0;
/// The least room for lines beside other parts, in em.
const LEAST_EM: f32 = 8.0;
const CAPTION_SIZE: f32 = 8.5;
/// How far a caption may stand out beside its symbol, as a share of the symbol's side.
const CAPTION_OUT: f32 = 0.25;
/// A Chinese office's seal is 40 to 42 mm across.
const SEAL_SIDE: f32 = 42.0 * MM;
const SEAL_LINE: f32 = 0.6;
/// Room to write a name on, in em.
const SIGN_EM: f32 = 8.0;

/// A part's ink and size, its top left at zero.
struct Placed {
    marks: Vec<Mark>,
    width: f32,
    height: f32,
}

/// Parts side by side, or one below the other when lines among them would have too little room or
/// fill half a page.
pub(super) fn row_strips(
    shaper: &mut Shaper<'_>,
    parts: &[Part],
    frame: Frame,
) -> Result<Vec<Strip>, PrintError> {
    if let [only @ (Part::Qr { .. } | Part::Barcode { .. } | Part::Seal(_))] = parts
        && let strip = alone(shaper, only, frame)?
        && strip.height <= 1.5 * frame.most_row
    {
        return Ok(vec![strip]);
    }
    if let Some(row) = side_by_side(shaper, parts, frame)?
        && row.height <= 1.5 * frame.most_row
    {
        return Ok(vec![row]);
    }
    let mut strips = Vec::new();
    for part in parts {
        match part {
            Part::Qr { .. } | Part::Barcode { .. } => strips.push(alone(shaper, part, frame)?),
            Part::Lines(lines) => strips.extend(stacked_lines(shaper, lines, frame)?),
            Part::Seal(seal) => {
                let organ = Paragraph::new(seal.organ.as_str(), LINE_SIZE).align(Align::Left);
                strips.extend(full_width(shaper, &organ, frame)?);
                let unnamed = Part::Seal(Seal {
                    organ: String::new(),
                    ..seal.clone()
                });
                strips.push(alone(shaper, &unnamed, frame)?);
            }
        }
    }
    Ok(strips)
}

/// A part without lines in the middle of its own strip.
fn alone(shaper: &mut Shaper<'_>, part: &Part, frame: Frame) -> Result<Strip, PrintError> {
    let Some(placed) = fixed(shaper, part, frame)? else {
        return Ok(Strip::default());
    };
    let left = frame.left + (frame.width - placed.width) / 2.0;
    let marks = placed.marks.into_iter();
    Ok(Strip {
        height: placed.height,
        marks: marks.map(|mark| mark.shifted(left, 0.0)).collect(),
        ..Strip::default()
    })
}

/// A part that has a size of its own; none for lines.
fn fixed(shaper: &mut Shaper<'_>, part: &Part, frame: Frame) -> Result<Option<Placed>, PrintError> {
    Ok(match part {
        Part::Qr { payload, caption } => Some(qr(shaper, payload, caption, frame)?),
        Part::Barcode { payload, caption } => Some(barcode(shaper, payload, caption, frame)?),
        Part::Seal(seal) => Some(seal_box(shaper, seal, frame)?),
        Part::Lines(_) => None,
    })
}

fn stacked_lines(
    shaper: &mut Shaper<'_>,
    lines: &[Line],
    frame: Frame,
) -> Result<Vec<Strip>, FontError> {
    let mut strips = Vec::new();
    for line in lines {
        if line.value.is_some() {
            let paragraph = Paragraph::new(line.text(""), LINE_SIZE).align(Align::Left);
            strips.extend(full_width(shaper, &paragraph, frame)?);
        } else {
            let one = sign_lines(shaper, std::slice::from_ref(line), frame.width, frame.scale)?;
            let marks = one
                .marks
                .into_iter()
                .map(|mark| mark.shifted(frame.left, 0.0))
                .collect();
            strips.push(Strip {
                height: one.height,
                marks,
                ..Strip::default()
            });
        }
    }
    Ok(strips)
}

fn full_width(
    shaper: &mut Shaper<'_>,
    paragraph: &Paragraph,
    frame: Frame,
) -> Result<Vec<Strip>, FontError> {
    paragraph_strips(shaper, paragraph, frame.left, frame.width, frame.scale)
}

/// Parts side by side as one strip; none when lines would have too little room.
fn side_by_side(
    shaper: &mut Shaper<'_>,
    parts: &[Part],
    frame: Frame,
) -> Result<Option<Strip>, PrintError> {
    let mut placed: Vec<Option<Placed>> = Vec::with_capacity(parts.len());
    for part in parts {
        placed.push(fixed(shaper, part, frame)?);
    }
    let gap = GAP * frame.scale;
    let taken: f32 = placed.iter().flatten().map(|part| part.width).sum::<f32>()
        + gap * parts.len().saturating_sub(1) as f32;
    let stretchy = placed.iter().filter(|part| part.is_none()).count();
    let room = (frame.width - taken) / stretchy.max(1) as f32;
    if parts.len() > 1
        && room
            < if stretchy > 0 {
                LEAST_EM * LINE_SIZE * frame.scale
            } else {
                0.0
            }
    {
        return Ok(None);
    }
    let spare = if stretchy == 0 {
        frame.width - taken
    } else {
        0.0
    };

    let mut strip = Strip::default();
    let mut x = frame.left;
    for (at, (part, known)) in parts.iter().zip(placed).enumerate() {
        let one = match (part, known) {
            (Part::Lines(lines), None) => sign_lines(shaper, lines, room, frame.scale)?,
            (_, Some(known)) => known,
            (_, None) => continue,
        };
        // Without lines between them the last part stands at the right edge.
        if at > 0 && at + 1 == parts.len() {
            x += spare;
        }
        strip.height = strip.height.max(one.height);
        strip
            .marks
            .extend(one.marks.into_iter().map(|mark| mark.shifted(x, 0.0)));
        x += one.width + gap;
    }
    Ok(Some(strip))
}

fn qr(
    shaper: &mut Shaper<'_>,
    payload: &str,
    caption: &str,
    frame: Frame,
) -> Result<Placed, PrintError> {
    let symbol = shaper.symbols.of(payload, frame.width, frame.dot)?;
    let side = symbol.side();
    // On a sheet a caption of one line may stand out below the white beside the symbol, and a little
    // further beside a symbol of many narrow modules.
    let width = match frame.dot {
        Some(_) => side,
        None => {
            let line = centred(shaper, caption, CAPTION_SIZE, frame.width, frame.scale)?;
            let out = (2.0 * symbol.quiet()).max(side * CAPTION_OUT);
            side.max(line.width().min(side + out))
        }
    };
    let text = centred(shaper, caption, CAPTION_SIZE, width, frame.scale)?;
    let below = side + symbol.quiet();
    let ink = Mark::Symbol(symbol.symbol(payload));
    let mut marks = vec![ink.shifted((width - side) / 2.0, 0.0)];
    marks.extend(text.marks(0.0, below));
    Ok(Placed {
        marks,
        width,
        height: below + text.height(),
    })
}

/// A bar code with its quiet zones, its caption below.
fn barcode(
    shaper: &mut Shaper<'_>,
    payload: &str,
    caption: &str,
    frame: Frame,
) -> Result<Placed, PrintError> {
    let code = Barcode::new(payload, frame.width, frame.dot)?;
    let text = centred(shaper, caption, CAPTION_SIZE, code.width(), frame.scale)?;
    let mut marks = vec![Mark::Symbol(code.symbol(payload))];
    marks.extend(text.marks(0.0, code.height() + 2.0));
    Ok(Placed {
        marks,
        width: code.width(),
        height: code.height() + 2.0 + text.height(),
    })
}

fn seal_box(shaper: &mut Shaper<'_>, seal: &Seal, frame: Frame) -> Result<Placed, FontError> {
    let side = (SEAL_SIDE * frame.scale.min(1.0)).min(frame.width);
    let organ = centred(shaper, &seal.organ, LINE_SIZE, side, frame.scale)?;
    let date = centred(shaper, &seal.date, LINE_SIZE, side, frame.scale)?;
    let inner = side - 12.0;
    let paragraph = Paragraph::new(seal.prompt.as_str(), 9.0)
        .align(Align::Centre)
        .grey(0.45);
    let prompt = SetText::new(shaper, &paragraph, inner, frame.scale)?;
    let box_height = side.max(prompt.height() + 12.0);
    let box_top = organ.height() + 2.0;
    let date_top = box_top + box_height + 2.0;
    let mut marks = organ.marks(0.0, 0.0);
    let area = Area {
        x: 0.0,
        y: box_top,
        width: side,
        height: box_height,
    };
    marks.push(Mark::Frame {
        area,
        line: SEAL_LINE,
        grey: 0.45,
        dashed: true,
    });
    marks.extend(prompt.marks(6.0, box_top + (box_height - prompt.height()) / 2.0));
    marks.extend(date.marks(0.0, date_top));
    Ok(Placed {
        marks,
        width: side,
        height: date_top + date.height(),
    })
}

fn centred(
    shaper: &mut Shaper<'_>,
    text: &str,
    size: f32,
    measure: f32,
    scale: f32,
) -> Result<SetText, FontError> {
    let paragraph = Paragraph::new(text, size).align(Align::Centre).leading(1.4);
    SetText::new(shaper, &paragraph, measure, scale)
}

fn sign_lines(
    shaper: &mut Shaper<'_>,
    lines: &[Line],
    width: f32,
    scale: f32,
) -> Result<Placed, FontError> {
    let mut marks = Vec::new();
    let mut height = 0.0;
    // Where a label ends and the line to write on begins, with its distance
    // from the top.
    let mut blanks: Vec<(f32, f32)> = Vec::new();
    for line in lines {
        let paragraph = Paragraph::new(line.text(""), LINE_SIZE)
            .align(Align::Left)
            .leading(line_leading(line));
        let set = SetText::new(shaper, &paragraph, width, scale)?;
        marks.extend(set.marks(0.0, height));
        height += set.height();
        if line.value.is_none() {
            blanks.push((set.width(), height - 0.45 * LINE_SIZE * scale));
        }
    }
    let longest = blanks.iter().map(|&(from, _)| from).fold(0.0, f32::max);
    let end = (longest + SIGN_EM * LINE_SIZE * scale).min(width);
    marks.extend(blanks.into_iter().map(|(from, y)| {
        let area = Area {
            x: from,
            y,
            width: (end - from).max(0.0),
            height: HAIRLINE,
        };
        Mark::Fill(area, 0.0)
    }));
    Ok(Placed {
        marks,
        width,
        height,
    })
}

/// A hand needs more room than what is printed.
const fn line_leading(line: &Line) -> f32 {
    match line.value {
        Some(_) if line.is_sentence() => 1.4,
        Some(_) => 1.6,
        None => 2.1,
    }
}

/// Boxes to tick, one below the other.
pub(super) fn check_strips(
    shaper: &mut Shaper<'_>,
    checks: &[Check],
    frame: Frame,
) -> Result<Vec<Strip>, FontError> {
    const SIZE: f32 = 12.0;
    let mut strips = Vec::new();
    for check in checks {
        let paragraph = Paragraph::new(check.text.as_str(), SIZE)
            .align(Align::Left)
            .hanging(1.6)
            .before(2.0);
        let mut item = paragraph_strips(shaper, &paragraph, frame.left, frame.width, frame.scale)?;
        if let Some(first) = item.first_mut() {
            first
                .marks
                .extend(tick_box(SIZE * frame.scale, frame.left, check.ticked));
        }
        if let Some(note) = &check.note {
            let small = Paragraph::new(note.as_str(), 10.0)
                .align(Align::Left)
                .hanging(1.6 * SIZE / 10.0)
                .leading(1.4)
                .grey(0.35);
            item.extend(paragraph_strips(
                shaper,
                &small,
                frame.left,
                frame.width,
                frame.scale,
            )?);
        }
        if item.iter().map(|strip| strip.height).sum::<f32>() < frame.most_row {
            keep_together(&mut item);
        }
        strips.extend(item);
    }
    Ok(strips)
}

fn tick_box(size: f32, left: f32, ticked: bool) -> Vec<Mark> {
    let side = 0.85 * size;
    let area = Area {
        x: left,
        y: (1.5 * size - side) / 2.0,
        width: side,
        height: side,
    };
    let mut marks = vec![Mark::Frame {
        area,
        line: 0.7,
        grey: 0.0,
        dashed: false,
    }];
    if ticked {
        marks.push(Mark::Tick(area));
    }
    marks
}

/// A hairline across the page.
pub(super) fn rule_strip(frame: Frame) -> Strip {
    let area = Area {
        x: frame.left,
        y: 0.0,
        width: frame.width,
        height: HAIRLINE,
    };
    Strip {
        height: HAIRLINE,
        marks: vec![Mark::Fill(area, 0.0)],
        ..Strip::default()
    }
}
