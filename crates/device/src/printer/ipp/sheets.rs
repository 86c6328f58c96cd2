//! Which sheets a printer has, by their self-describing names (PWG 5101.1).

use crate::printer::Media;

use super::message::{GroupTag, Message, Value};

/// How far a sheet may be from the one asked for, in millimetres.
const NEAR: f64 = 1.5;

/// Whether a printer that answered with `media-supported` has this sheet; one that names none has
/// any. Pieces of a roll are as long as they are, so that only their width counts.
pub(super) fn takes(answer: &Message, media: Media) -> bool {
    let names = answer.values(GroupTag::PRINTER, "media-supported");
    let names: Vec<&str> = names.iter().filter_map(Value::as_text).collect();
    names.is_empty() || has(&names, media)
}

fn has(names: &[&str], media: Media) -> bool {
    let (width, length) = media.size_mm();
    let (width, length) = (f64::from(width), f64::from(length));
    let is_roll = matches!(media, Media::Roll { .. });
    let fits = |have: (f64, f64)| {
        (have.0 - width).abs() <= NEAR && (is_roll || (have.1 - length).abs() <= NEAR)
    };
    // A driver that cuts to any size names the smallest and the largest.
    let bound = |stem: &str| {
        let name = names.iter().find(|name| name.starts_with(stem));
        name.and_then(|name| size(name))
    };
    let is_between = match (bound("custom_min"), bound("custom_max")) {
        (Some(least), Some(most)) => {
            let is_within = |low: f64, is: f64, high: f64| low - NEAR <= is && is <= high + NEAR;
            is_within(least.0, width, most.0) && is_within(least.1, length, most.1)
        }
        _ => false,
    };
    is_between || names.iter().filter_map(|name| size(name)).any(fits)
}

/// Width and length in millimetres of `iso_a4_210x297mm` or `na_letter_8.5x11in`.
fn size(name: &str) -> Option<(f64, f64)> {
    let (_, dimensions) = name.rsplit_once('_')?;
    let (dimensions, unit) = match dimensions.strip_suffix("mm") {
        Some(dimensions) => (dimensions, 1.0),
        None => (dimensions.strip_suffix("in")?, 25.4),
    };
    let (width, length) = dimensions.split_once('x')?;
    let number = |text: &str| text.parse::<f64>().ok().filter(|number| number.is_finite());
    Some((number(width)? * unit, number(length)? * unit))
}

#[cfg(test)]
mod tests {
    use super::has;
    use crate::printer::Media;

    const ROLL: Media = Media::Roll {
        width_mm: 80,
        length_mm: 160,
    };

    #[test]
    fn a_sheet_is_known_by_its_size_whatever_it_is_called() {
        for (names, media, expected) in [
            (&["iso_a4_210x297mm"][..], Media::A4, true),
            (&["om_eigene_209.9x297mm"], Media::A4, true),
            (&["na_letter_8.5x11in", "iso_a5_148x210mm"], Media::A5, true),
            (&["na_letter_8.5x11in"], Media::A4, false),
            (&["iso_a4_210x297mm"], Media::A5, false),
            (&["oe_label_3.94x7.09in"], Media::Label100x180, true),
            (&["roll_80mm_80x3276mm"], ROLL, true),
            (&["roll_58mm_58x3276mm"], ROLL, false),
            (
                &["custom_min_76x127mm", "custom_max_216x356mm"],
                Media::Label100x180,
                true,
            ),
            (
                &["custom_min_76x127mm", "custom_max_90x170mm"],
                Media::Label100x180,
                false,
            ),
            (
                &["", "_", "x", "a_1x", "a_xmm", "a_NaNxinfmm"],
                Media::A4,
                false,
            ),
        ] {
            assert_eq!(has(names, media), expected, "{names:?} {media:?}");
        }
    }
}
