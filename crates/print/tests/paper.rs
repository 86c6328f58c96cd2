//! What every paper promises about its text, its ink and its bytes.

use std::process::Command;

use chrono::Duration;
use yichuang_print::documents::Imprint;
use yichuang_print::layout::{Area, Mark, layout};
use yichuang_print::model::{Block, Part};
use yichuang_print::{FontSet, Paper, Typeface, coverage, printable, render};

use crate::probe::{self, Pdf, squeeze};
use crate::samples::{self, RARE_NAME, all, fonts};

#[test]
fn every_input_string_can_be_read_back_from_the_pdf() {
    let receipt = samples::receipt();
    let text = Pdf::of(&receipt.document()).text();
    let mut wanted = vec![
        receipt.organ.as_str(),
        &receipt.applicant.name,
        &receipt.applicant.masked_id,
        &receipt.matter,
        &receipt.matter_code,
        &receipt.received_by,
        &receipt.promised,
        &receipt.imprint.number,
        &receipt.imprint.point,
        "以上材料如不齐全或不符合法定形式，将在五个工作日内告知。",
        "共 6 件",
        "1份/2页",
        "离线收件",
        "第一联 存档",
        "第二联 交申请人",
        "第 1 次打印",
        "2026年11月23日 10:41",
        "2026年11月23日 10:42",
        "第 1 页 共 1 页",
    ];
    for material in &receipt.materials {
        wanted.extend([material.name.as_str(), &material.form, &material.note]);
    }
    assert_all(&text, &wanted);
}

#[test]
fn the_notices_say_what_the_law_asks_for() {
    let acceptance = samples::acceptance();
    assert_all(
        &Pdf::of(&acceptance.document()).text(),
        &[
            "受理通知书",
            "加盖受理专用章后生效",
            "本事项不收费",
            &acceptance.basis,
            &acceptance.legal_due,
            &acceptance.promised_due,
            &acceptance.special_procedures,
            &acceptance.delivery,
            &acceptance.contact,
            &acceptance.matter_code,
        ],
    );

    let correction = samples::correction();
    let text = Pdf::of(&correction.document()).text();
    assert_all(
        &text,
        &[
            "补正告知书",
            "以上为需要补正的全部内容。",
            &correction.where_to,
            "2026年12月8日（含当日）前",
        ],
    );
    for defect in &correction.defects {
        for part in [
            &defect.material,
            &defect.problem,
            &defect.cure,
            &defect.basis,
        ] {
            assert!(probe::cell_in(&text, part), "{part} is missing");
        }
    }

    let refusal = samples::refusal();
    assert_all(
        &Pdf::of(&refusal.document()).text(),
        &[
            "不予受理通知书",
            &refusal.reason,
            &refusal.basis,
            refusal.competent.as_deref().unwrap(),
            "六十日内向样例市人民政府申请行政复议",
            "六个月内依法向样例市人民法院提起行政诉讼",
            "再生育审批申请表",
            "结婚证复印件",
        ],
    );
}

#[test]
fn the_application_form_carries_every_field_material_and_the_notice_on_personal_information() {
    let form = samples::application_form();
    let text = Pdf::of(&form.document()).text();
    let mut wanted = vec![
        "80周岁以上老年人高龄津贴申领申请表",
        "收集的个人信息仅用于办理本事项",
        "申请人签名（手印）",
        "代理人签名（手印）",
        "测试代办员",
        "村干部",
        "2026年11月23日",
        &form.clerk,
    ];
    wanted.push(RARE_NAME);
    assert_all(&text, &wanted);
    for field in &form.fields {
        assert!(probe::cell_in(&text, &field.label), "{}", field.label);
        assert!(probe::cell_in(&text, &field.value), "{}", field.value);
    }
    for material in &form.materials {
        assert!(probe::cell_in(&text, &material.name), "{}", material.name);
        assert!(probe::cell_in(&text, &material.how), "{}", material.how);
    }
}

#[test]
fn a_promise_tells_what_the_rule_on_promises_asks_for_and_both_sides_sign() {
    let promise = samples::promise();
    let text = squeeze(&Pdf::of(&promise.document()).text());
    for wanted in [
        "行政机关告知",
        "申请人承诺",
        "证明事项",
        "设定依据",
        "不实承诺的法律责任",
        "核查方式",
        "可以不选告知承诺",
        "真实意思表示",
        "申请人（代理人）签名（手印）",
        "行政机关（印章）告知人测试窗口人员签名",
        &promise.proof,
        &promise.basis,
    ] {
        assert!(text.contains(&squeeze(wanted)), "{wanted} is missing");
    }
    let own = yichuang_print::documents::Promise {
        title: "高龄津贴诚信承诺书（样例）".into(),
        replaces_proof: false,
        ..promise
    };
    let text = squeeze(&Pdf::of(&own.document()).text());
    assert!(text.contains("高龄津贴诚信承诺书（样例）"));
    assert!(
        !text.contains("可以不选"),
        "a promise that is itself the material cannot be left out"
    );
}

#[test]
fn a_request_to_defer_names_what_is_missing_its_day_and_what_follows() {
    let text = Pdf::of(&samples::deferral().document()).text();
    assert_all(
        &text,
        &[
            "申请容缺受理承诺书",
            "近期一寸免冠照片",
            "2026年11月30日",
            "逾期没有补齐的",
            "不可抗力",
            "补交期限包含在承诺办结期限之内",
            "样例市民政局：",
        ],
    );
}

#[test]
fn a_once_notice_tells_everything_to_bring_and_what_to_leave_at_home() {
    let notice = samples::once_notice();
    let text = Pdf::of(&notice.document()).text();
    let mut wanted = vec![
        "一次性告知单",
        "您要带 3 样",
        "不用带",
        "居住证明：部门间可以核对，不用带",
        "清单以外的材料，窗口不再要求提交。",
        "到哪办",
        "不收费",
        &notice.limit,
        &notice.contact,
        &notice.clerk,
        "2026年11月23日",
    ];
    for item in &notice.bring {
        wanted.extend([item.name.as_str(), &item.form, &item.note, &item.basis]);
    }
    for (question, answer) in &notice.situation {
        wanted.extend([question.as_str(), answer]);
    }
    assert_all(&text, &wanted);
    assert!(!text.contains("第二联"), "one copy, for the resident");
}

#[test]
fn a_once_notice_of_a_matter_that_cannot_be_handled_says_what_to_do_instead() {
    let notice = yichuang_print::documents::OnceNotice {
        ended: Some("未满80周岁：可以申请老年人优待证。".into()),
        bring: Vec::new(),
        second: true,
        ..samples::once_notice()
    };
    let text = Pdf::of(&notice.document()).text();
    assert_all(&text, &["可以申请老年人优待证", "二次告知，负责人已同意"]);
    assert!(!text.contains("您要带"));
}

#[test]
fn rare_characters_are_extracted_as_themselves_and_drawn_as_three_shapes() {
    let of_nobody = [
        "guide",
        "guide_large",
        "guide_ticket",
        "proof_list",
        "queue_ticket",
        "rating_form",
        "rating_month",
        "rating_ticket",
        "slips",
        "where_to",
    ];
    let of_people = |(name, _): &(&str, _)| !of_nobody.contains(name);
    for (name, document) in all().into_iter().filter(of_people) {
        assert!(
            squeeze(&Pdf::of(&document).text()).contains(RARE_NAME),
            "{name}"
        );
    }
    let shapes: Vec<Vec<bool>> = ['𠮷', '䶮', '𬭎', '\u{31350}', '\u{31351}']
        .map(probe::drawn)
        .into();
    for (at, shape) in shapes.iter().enumerate() {
        assert!(
            shape.iter().filter(|&&dark| dark).count() > 100,
            "shape {at} has no ink"
        );
        for other in &shapes[at + 1..] {
            assert_ne!(shape, other);
        }
    }
}

#[test]
fn look_alikes_that_share_a_glyph_are_extracted_apart() {
    // U+2015 and U+2014, the two stroke forms and fullwidth forms may share glyphs.
    let line = "—―～〜‖∥…⋯";
    let document = probe::one_paragraph(line);
    let text = squeeze(&Pdf::of(&document).text());
    for ch in printable(line)
        .chars()
        .filter(|&ch| coverage(&ch.to_string(), fonts()).is_empty())
    {
        assert!(
            text.contains(ch),
            "{ch} U+{:04X} was read back as another",
            u32::from(ch)
        );
    }
}

#[test]
fn what_cannot_be_drawn_is_framed_listed_and_said() {
    let mut receipt = samples::receipt();
    receipt.applicant.name = "样例\u{31350}\u{323AF}".into();
    let pdf = Pdf::of(&receipt.document());
    assert_eq!(pdf.missing, ['\u{31350}', '\u{323AF}']);
    let text = squeeze(&pdf.text());
    assert_all(&text, &["U+31350", "U+323AF", "本机打不出"]);
    assert_eq!(coverage("王\u{31350}𠮷", fonts()), ['\u{31350}']);
}

#[test]
fn the_same_document_gives_the_same_bytes_and_another_gives_others() {
    for (name, document) in all() {
        let first = render(&document, fonts()).unwrap();
        let again = render(&document, &FontSet::load(&samples::font_dir()).unwrap()).unwrap();
        assert!(first == again, "{name} differs");
    }
    let mut later = samples::receipt();
    later.imprint.printed_at += Duration::minutes(1);
    assert_ne!(
        render(&later.document(), fonts()).unwrap().bytes,
        render(&samples::receipt().document(), fonts())
            .unwrap()
            .bytes
    );
}

#[test]
fn title_and_date_are_in_the_metadata_and_all_fonts_are_embedded_subsets() {
    let pdf = Pdf::of(&samples::receipt().document());
    let info = pdf.tool("pdfinfo", &["-isodates"]);
    assert!(
        info.contains("申请材料接收凭证 QS03-20261123-0012-6"),
        "{info}"
    );
    assert!(info.contains("2026-11-23T02:42:09Z"), "{info}");
    assert!(info.contains("595.2") && info.contains("(A4)"), "{info}");
    let listed = pdf.tool("pdffonts", &[]);
    for line in listed.lines().skip(2) {
        assert!(line.contains("Identity-H       yes yes yes"), "{line}");
    }
}

#[test]
fn every_qr_symbol_reads_back_at_200_dpi() {
    let mut papers_with_symbols = 0;
    for (name, document) in all() {
        let expected = symbols(&document.blocks);
        if expected.is_empty() {
            continue;
        }
        papers_with_symbols += 1;
        let pages = Pdf::of(&document).qr_texts(200);
        for payload in expected {
            let read = pages.iter().any(|page| page.contains(payload));
            assert!(read, "{name}: {payload} is not in {pages:?}");
        }
    }
    assert!(papers_with_symbols > 20, "{papers_with_symbols}");
}

/// The texts of a paper's symbols.
fn symbols(blocks: &[Block]) -> Vec<&str> {
    fn of(block: &Block) -> Vec<&str> {
        match block {
            Block::Row(parts) => parts
                .iter()
                .filter_map(|part| match part {
                    Part::Qr { payload, .. } => Some(payload.as_str()),
                    _ => None,
                })
                .collect(),
            Block::Keep(kept) => symbols(kept),
            _ => Vec::new(),
        }
    }
    blocks.iter().flat_map(of).collect()
}

#[test]
fn ink_is_where_the_layout_says() {
    let document = samples::acceptance().document();
    let laid_out = layout(&document, fonts()).unwrap();
    let picture = Pdf::of(&document).picture(1, 100);
    let mut looked_at = 0;
    for mark in &laid_out.pages[0].marks {
        let (Mark::Text(_) | Mark::Fill(..) | Mark::Symbol(_), Some(area)) = (mark, mark.area())
        else {
            continue;
        };
        if matches!(mark, Mark::Text(run) if run.text().trim().is_empty()) {
            continue;
        }
        assert!(picture.has_ink(area), "no ink at {area:?}");
        looked_at += 1;
    }
    assert!(looked_at > 50);
    assert!(!picture.has_ink(Area {
        x: 0.0,
        y: 0.0,
        width: 60.0,
        height: 800.0
    }));
}

#[test]
fn a_heading_in_characters_the_bold_face_lacks_is_still_heavier() {
    let ink = |bold: bool| {
        let mut document = probe::one_paragraph("𠮷𬘡龘㛃");
        if let Some(Block::Paragraph(paragraph)) = document.blocks.first_mut()
            && bold
        {
            *paragraph = paragraph.clone().bold();
        }
        let picture = Pdf::of(&document).picture(1, 100);
        let body = Area {
            x: 70.0,
            y: 70.0,
            width: 300.0,
            height: 100.0,
        };
        picture.dark(body).iter().filter(|&&dark| dark).count()
    };
    assert!(ink(true) * 100 > ink(false) * 115);
}

#[test]
fn the_sans_family_is_used_when_asked_for() {
    let mut document = probe::one_paragraph("便民服务");
    document.typeface = Typeface::Hei;
    let listed = Pdf::of(&document).tool("pdffonts", &[]);
    assert!(
        listed.contains("NotoSansSC-Regular") && !listed.contains("Serif"),
        "{listed}"
    );
}

#[test]
fn an_ordinary_receipt_fits_one_half_sheet() {
    let mut receipt = samples::receipt();
    receipt.imprint.paper = Paper::A5;
    let pages = layout(&receipt.document(), fonts()).unwrap().pages;
    assert_eq!(pages.len(), 2, "one page for each copy");
}

#[test]
fn reprints_and_sample_matters_say_so_on_every_page() {
    let mut guide = samples::guide();
    guide.imprint = Imprint {
        printing: 3,
        why: Some("遗失".into()),
        sample_catalogue: true,
        ..guide.imprint
    };
    guide.unchecked_days = 42;
    let document = guide.document();
    let pages = layout(&document, fonts()).unwrap().pages;
    assert!(pages.len() > 1);
    for page in &pages {
        let text = probe::page_text(page);
        assert_all(&text, &["样例目录", "补打 第3次（遗失）", "第 3 次打印"]);
    }
    assert_all(
        &probe::page_text(&pages[0]),
        &["这份指南 42 天没核对，收费和材料以窗口答复为准"],
    );
    assert_eq!(document.furniture.watermark.as_deref(), Some("可能已更新"));
    guide.unchecked_days = 30;
    let checked = guide.document();
    assert_eq!(checked.furniture.watermark, None);
    assert!(!Pdf::of(&checked).text().contains("天没核对"));
}

#[test]
fn the_files_pass_a_strict_reader() {
    for (name, document) in all() {
        let pdf = Pdf::of(&document);
        let output = Command::new("pdftotext")
            .arg(pdf.path())
            .arg("-")
            .output()
            .unwrap();
        assert!(
            output.status.success() && output.stderr.is_empty(),
            "{name}: {output:?}"
        );
    }
}

fn assert_all(text: &str, wanted: &[&str]) {
    let text = squeeze(text);
    for part in wanted.iter().filter(|part| !part.is_empty()) {
        assert!(text.contains(&squeeze(part)), "{part} is missing in {text}");
    }
}
