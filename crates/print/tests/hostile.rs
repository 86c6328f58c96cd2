//! Inputs that are too long, empty, or not what they should be.

use yichuang_print::documents::{
    Defect, FormEntry, GuideMaterial, Missing, Party, ReceivedMaterial,
};
use yichuang_print::layout::{Layout, Mark, layout};
use yichuang_print::model::{Block, Cell, Column, Paragraph, Part, Seal, Table, Width};
use yichuang_print::{Document, Paper, PrintError, printable};

use crate::probe::{Pdf, page_text, squeeze};
use crate::samples::{self, fonts};

fn laid_out(document: &Document) -> Layout {
    let laid_out = layout(document, fonts()).unwrap();
    for (number, page) in laid_out.pages.iter().enumerate() {
        for mark in &page.marks {
            if let Some(area) = mark.area() {
                assert!(page.inside.holds(&area), "page {}: {mark:?}", number + 1);
            }
        }
        let texts: Vec<_> = page
            .marks
            .iter()
            .filter_map(|mark| match mark {
                Mark::Text(run) if !run.text().trim().is_empty() => Some(run),
                _ => None,
            })
            .collect();
        for (at, run) in texts.iter().enumerate() {
            for other in &texts[at + 1..] {
                assert!(
                    !overlap(run.area(), other.area()),
                    "{run:?} is under {other:?}"
                );
            }
        }
    }
    laid_out
}

fn overlap(a: yichuang_print::layout::Area, b: yichuang_print::layout::Area) -> bool {
    const TOUCH: f32 = 0.5;
    a.x + a.width > b.x + TOUCH
        && b.x + b.width > a.x + TOUCH
        && a.y + a.height > b.y + TOUCH
        && b.y + b.height > a.y + TOUCH
}

fn every_text(document: &Document) -> String {
    laid_out(document).pages.iter().map(page_text).collect()
}

#[test]
fn the_samples_stay_inside_their_margins() {
    for (_, document) in samples::all() {
        laid_out(&document);
    }
}

#[test]
fn names_of_400_characters_are_printed_whole_on_both_sheets() {
    for long in [
        "名".repeat(400),
        "W".repeat(400),
        "𠮷".repeat(400),
        "\u{31350}".repeat(400),
    ] {
        for paper in [Paper::A4, Paper::A5] {
            let mut receipt = samples::receipt();
            receipt.imprint.paper = paper;
            receipt.imprint.two_copies = false;
            receipt.applicant.name = long.clone();
            receipt.materials[0].name = long.clone();
            receipt.received_by = "测".repeat(400);
            receipt.imprint.point = "点".repeat(400);
            let text = every_text(&receipt.document());
            let ch = long.chars().next().unwrap();
            let shown = if ch == '\u{31350}' {
                "U+31350".to_owned()
            } else {
                ch.to_string()
            };
            assert!(text.matches(&shown).count() >= 800, "{paper:?} {shown}");
            assert!(text.matches('测').count() >= 400);
        }
    }
}

#[test]
fn a_ticket_cuts_no_name_and_goes_on_on_a_second_piece_when_it_must() {
    for long in [
        "名".repeat(400),
        "W".repeat(400),
        "𠮷".repeat(400),
        "\u{31350}".repeat(400),
    ] {
        let mut guide = samples::guide();
        guide.matter = long.clone();
        let text = every_text(&guide.ticket());
        let ch = long.chars().next().unwrap();
        let shown = match ch {
            '\u{31350}' => "U+31350".to_owned(),
            ch => ch.to_string(),
        };
        assert!(text.matches(&shown).count() >= 400, "{shown}");
    }
    let mut guide = samples::guide();
    let mut situation = guide.situation.clone().unwrap();
    situation.items = vec![situation.items.clone(); 60].concat();
    for item in &mut situation.items {
        item.held = false;
    }
    guide.situation = Some(situation);
    let pages = laid_out(&guide.ticket()).pages;
    assert!(pages.len() > 1);
    let all: String = pages.iter().map(page_text).collect();
    assert_eq!(all.matches("住院志等病历资料").count(), 60);
    assert!(all.contains("第 2 页"));
}

#[test]
fn long_inputs_fit_every_paper() {
    let long = "很长的说明，没有尽头；".repeat(36);
    let mut acceptance = samples::acceptance();
    acceptance.organ = long.clone();
    acceptance.matter = long.clone();
    acceptance.contact = long.clone();
    laid_out(&acceptance.document());
    acceptance.organ = long.repeat(20);
    laid_out(&acceptance.document());
    let mut receipt = samples::receipt();
    receipt.received_by = long.repeat(20);
    assert_eq!(
        every_text(&receipt.document()).matches('很').count(),
        2 * 36 * 20
    );
    let mut refusal = samples::refusal();
    refusal.reason = long.repeat(10);
    refusal.returned = vec![long.clone(); 50];
    assert!(laid_out(&refusal.document()).pages.len() > 2);
    let mut guide = samples::guide();
    guide.matter = long.clone();
    guide.materials = vec![
        GuideMaterial {
            name: long.clone(),
            ..GuideMaterial::default()
        };
        50
    ];
    guide.large_print = true;
    laid_out(&guide.document());
    assert!(guide.qr_text().len() <= 300);
}

#[test]
fn long_and_empty_inputs_fit_every_paper_to_be_signed() {
    for long in [
        "名".repeat(400),
        "W".repeat(400),
        "𠮷".repeat(400),
        String::new(),
    ] {
        let mut form = samples::application_form();
        form.matter = long.clone();
        form.applicant.name = long.clone();
        form.clerk = long.clone();
        form.fields = vec![
            FormEntry {
                label: long.clone(),
                value: long.repeat(5),
            };
            40
        ];
        form.materials[0].name = long.clone();
        form.materials[1].how = long.clone();
        let text = every_text(&form.document());
        assert!(text.contains("申请人签名"));
        if let Some(ch) = long.chars().next() {
            assert!(text.matches(ch).count() >= 40 * 6 * 400);
        }

        let mut promise = samples::promise();
        promise.title = long.clone();
        promise.organ = long.clone();
        promise.proof = long.clone();
        promise.content = long.repeat(5);
        promise.basis = long.repeat(5);
        promise.agent = Some(promise.applicant.clone());
        laid_out(&promise.document());

        let mut deferral = samples::deferral();
        deferral.organ = long.clone();
        deferral.missing = vec![
            Missing {
                name: long.clone(),
                form: long.clone(),
                by: None,
            };
            20
        ];
        laid_out(&deferral.document());
    }
    let mut bare = samples::application_form();
    bare.fields.clear();
    bare.materials.clear();
    bare.agent = None;
    assert!(every_text(&bare.document()).contains("本情形不用交材料"));
}

#[test]
fn marks_that_turn_or_hide_text_never_reach_paper() {
    let mut receipt = samples::receipt();
    receipt.applicant = Party {
        name: "\u{202E}样例\u{200D}·测\u{FE0F}试\u{2066}甲\u{FEFF}\u{0}\u{7}".into(),
        masked_id: "<b>370481</b><script>alert(1)</script>".into(),
    };
    let pdf = Pdf::of(&receipt.document());
    let text = squeeze(&pdf.text());
    assert!(text.contains("样例·测试甲"), "{text}");
    assert!(text.contains("<script>alert(1)</script>"), "{text}");
    assert!(
        !text
            .chars()
            .any(|ch| matches!(ch, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{FEFF}'))
    );
    assert_eq!(pdf.missing, []);
}

#[test]
fn right_to_left_letters_are_framed_not_lost() {
    let mut receipt = samples::receipt();
    receipt.applicant.name = "样例 علي".into();
    let document = receipt.document();
    assert_eq!(laid_out(&document).missing, ['ع', 'ل', 'ي']);
}

#[test]
fn a_table_over_several_pages_repeats_its_head_and_loses_no_row() {
    let mut receipt = samples::receipt();
    receipt.imprint.two_copies = false;
    receipt.materials = (1..=50)
        .map(|at| ReceivedMaterial {
            name: format!("第{at}号样例材料，名称较长，需要在格子里换行才能放下"),
            copies: 1,
            form: "复印件".into(),
            ..ReceivedMaterial::default()
        })
        .collect();
    let pages = laid_out(&receipt.document()).pages;
    assert!(pages.len() >= 2);
    let with_rows: Vec<String> = pages
        .iter()
        .map(page_text)
        .filter(|text| text.contains("号样例材料"))
        .collect();
    assert!(with_rows.len() >= 2);
    for text in &with_rows {
        assert_eq!(text.matches("材料名称").count(), 1, "{text}");
    }
    let all = with_rows.concat();
    for at in 1..=50 {
        assert!(all.contains(&format!("第{at}号样例材料")), "row {at}");
    }
    assert!(
        all.contains("共 50 件")
            || pages
                .iter()
                .any(|page| page_text(page).contains("共 50 件"))
    );
    let total = pages.len();
    for (at, page) in pages.iter().enumerate() {
        assert!(page_text(page).contains(&format!("第 {} 页 共 {total} 页", at + 1)));
    }
}

#[test]
fn a_row_higher_than_a_page_goes_on_with_its_head_repeated() {
    let mut document = samples::receipt().document();
    document.copies.clear();
    document.blocks = vec![Block::Table(Table {
        columns: vec![
            Column::left("很窄", Width::Mm(30.0)),
            Column::left("内容", Width::Share(1.0)),
        ],
        rows: vec![vec![Cell::from("窄".repeat(900)), Cell::from("旁")]],
        size: 11.0,
    })];
    let pages = laid_out(&document).pages;
    assert!(pages.len() >= 2);
    assert!(pages.iter().all(|page| page_text(page).contains("很窄")));
    let drawn: usize = pages
        .iter()
        .map(|page| page_text(page).matches('窄').count())
        .sum();
    assert_eq!(drawn, 900 + pages.len());
}

#[test]
fn empty_inputs_never_leave_a_section_blank() {
    let mut guide = samples::guide();
    for list in [
        &mut guide.basis,
        &mut guide.place,
        &mut guide.conditions,
        &mut guide.flow,
        &mut guide.fees,
        &mut guide.limits,
        &mut guide.contacts,
        &mut guide.material_notes,
    ] {
        *list = vec!["  \u{200B}".into()];
    }
    guide.materials.clear();
    guide.steps.clear();
    guide.situation = None;
    let text = every_text(&guide.document());
    let headings = [
        "一、事项名称",
        "二、办理依据",
        "三、受理单位及办理地点",
        "四、办理条件",
        "五、申请材料",
        "六、基本流程",
        "七、收费依据及标准",
        "八、办理时限",
        "九、咨询方式",
    ];
    let places: Vec<usize> = headings
        .iter()
        .map(|heading| text.find(heading).unwrap())
        .collect();
    assert!(
        places.windows(2).all(|pair| pair[0] < pair[1]),
        "{places:?}"
    );
    assert!(text.contains("无需提交材料") && text.contains("本事项不收费"));
    for (heading, next) in headings.iter().zip(places.iter().skip(1)) {
        let start = text.find(heading).unwrap() + heading.len();
        assert!(!text[start..*next].trim().is_empty(), "{heading} is blank");
    }
}

#[test]
fn empty_lists_and_an_instant_limit_are_words() {
    let mut receipt = samples::receipt();
    receipt.materials.clear();
    receipt.follow_ups.clear();
    receipt.how_to_check.clear();
    assert!(every_text(&receipt.document()).contains("共 0 件"));
    let mut acceptance = samples::acceptance();
    acceptance.promised_due = "即时".into();
    acceptance.special_procedures.clear();
    acceptance.legal_due.clear();
    assert!(every_text(&acceptance.document()).contains("即时"));
    let mut correction = samples::correction();
    correction.defects = vec![Defect::default(); 50];
    laid_out(&correction.document());
    let mut refusal = samples::refusal();
    refusal.returned.clear();
    refusal.competent = None;
    assert!(every_text(&refusal.document()).contains("本次没有留存材料"));
}

#[test]
fn the_place_to_sign_never_stands_alone_on_a_page() {
    for rows in 1..60 {
        let mut receipt = samples::receipt();
        receipt.imprint.two_copies = false;
        receipt.materials = vec![receipt.materials[0].clone(); rows];
        let pages = laid_out(&receipt.document()).pages;
        let last = page_text(pages.last().unwrap());
        assert!(
            last.contains("签收日期") && last.contains("离线收件"),
            "{rows} rows: {last}"
        );
    }
}

#[test]
fn no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() {
    let text = "样例，文字。（括号）《书名》、“引号”；".repeat(40);
    let mut document = samples::receipt().document();
    document.copies.clear();
    document.blocks = vec![Block::Paragraph(Paragraph::new(text, 12.0))];
    let page = &laid_out(&document).pages[0];
    let mut lines: Vec<(f32, String)> = Vec::new();
    for mark in &page.marks {
        let Mark::Text(run) = mark else { continue };
        if !run.text().contains('样') && !run.text().contains('号') && !run.text().contains('书')
        {
            continue;
        }
        lines.push((run.area().y, run.text()));
    }
    assert!(lines.len() > 10);
    for (_, line) in lines.iter().filter(|(y, _)| *y > page.inside.y + 30.0) {
        let (first, last) = (line.chars().next().unwrap(), line.chars().last().unwrap());
        assert!(!"，。）》、”；".contains(first), "{line}");
        assert!(!"（《“".contains(last), "{line}");
    }
}

#[test]
fn what_no_page_can_hold_is_an_error_with_a_code() {
    let mut document = samples::receipt().document();
    let symbol = |payload: String| {
        Block::Row(vec![Part::Qr {
            payload,
            caption: String::new(),
        }])
    };
    document.blocks = vec![symbol("A".repeat(5000))];
    let error = layout(&document, fonts()).unwrap_err();
    assert!(matches!(error, PrintError::QrTooLong { bytes: 5000 }));
    assert_eq!(error.code(), "PRINT-QR");

    document.blocks = vec![Block::Paragraph(Paragraph::new("长".repeat(800_000), 12.0))];
    assert_eq!(
        layout(&document, fonts()).unwrap_err().code(),
        "PRINT-PAGES"
    );

    let seal = Seal {
        organ: "样例".into(),
        date: String::new(),
        prompt: "章".repeat(20_000),
    };
    document.blocks = vec![Block::Row(vec![Part::Seal(seal)])];
    assert_eq!(layout(&document, fonts()).unwrap_err().code(), "PRINT-TALL");
}

#[test]
fn cleaning_twice_changes_nothing_more() {
    let text = "⼯\u{202E}a\r\nb\u{85}・\t\u{E0100}𠮷";
    let once = printable(text);
    assert_eq!(printable(&once), once);
}
