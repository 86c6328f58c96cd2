//! What is handed out or hung up: tickets of the main points, the list of proofs; and where a seal
//! goes on what is handed out.

use yichuang_print::documents::Guide;
use yichuang_print::layout::layout;
use yichuang_print::model::{Block, Part};

use crate::probe::{self, Pdf, squeeze};
use crate::samples::{self, fonts};

#[test]
fn a_ticket_is_eighty_millimetres_wide_and_as_long_as_what_it_says() {
    let short = samples::guide();
    let mut long = samples::guide();
    let mut situation = long.situation.clone().unwrap();
    situation.items = vec![situation.items.clone(); 12].concat();
    long.situation = Some(situation);
    let size = |guide: &Guide| {
        let pages = layout(&guide.ticket(), fonts()).unwrap().pages;
        assert_eq!(pages.len(), 1, "one piece of paper");
        (pages[0].width, pages[0].height)
    };
    let millimetres = 72.0 / 25.4;
    assert!((size(&short).0 - 80.0 * millimetres).abs() < 0.01);
    assert!((size(&long).0 - 80.0 * millimetres).abs() < 0.01);
    assert!(
        size(&long).1 > size(&short).1 + 200.0,
        "{:?} {:?}",
        size(&short),
        size(&long)
    );
    let info = Pdf::of(&short.ticket()).tool("pdfinfo", &[]);
    assert!(info.contains("226.77"), "{info}");
}

#[test]
fn a_ticket_says_what_it_costs_what_to_bring_where_to_go_and_which_edition_it_is() {
    let mut guide = samples::guide();
    guide.unchecked_days = 42;
    guide.imprint.sample_catalogue = true;
    let text = Pdf::of(&guide.ticket()).text();
    assert_all(
        &text,
        &[
            &guide.matter,
            &guide.promised,
            &guide.fees[0],
            "要带什么（受种方本人申请）",
            "门诊病历、住院志等病历资料",
            "不用带",
            "居住证明：部门间可以核对",
            "清单以外的材料，窗口不再要求提交。",
            &guide.place[0],
            &guide.contacts[1],
            "12345",
            "2026.3",
            "3f09a1c2",
            &guide.matter_code,
            "样例目录",
            "这份指南 42 天没核对，收费和材料以窗口答复为准",
        ],
    );
    let bring = text.find("门诊病历").unwrap();
    assert!(bring < text.find("不用带").unwrap(), "{text}");
    assert!(!text.contains("第 1 页"), "one piece has no pages to count");
}

#[test]
fn a_ticket_for_what_cannot_be_handled_says_what_to_do_instead() {
    let mut guide = samples::guide();
    let situation = guide.situation.as_mut().unwrap();
    situation.items.clear();
    situation.ended = Some("未满80周岁。可以申请老年人优待证。".into());
    for document in [guide.ticket(), guide.document()] {
        let text = squeeze(&Pdf::of(&document).text());
        assert!(text.contains("可以申请老年人优待证"), "{text}");
        assert!(!text.contains("按您的情况，无需提交材料"));
    }
}

#[test]
fn the_list_of_proofs_repeats_its_head_on_every_page_and_tells_kept_from_abolished() {
    let list = samples::proof_list();
    let document = list.document();
    let pages = layout(&document, fonts()).unwrap().pages;
    assert!(pages.len() > 2);
    for page in &pages[1..] {
        assert_all(&probe::page_text(page), &["证明名称", "设定依据", "谁开"]);
    }
    let text = squeeze(&Pdf::of(&document).text());
    for words in [
        "一、保留的证明事项（1项）",
        "二、取消的证明事项（45项）",
        "这份清单42天没核对",
        "办事窗口一律不得要求提供",
    ] {
        assert!(text.contains(words), "{words} is missing in {text}");
    }
    let bare = Pdf::of(
        &yichuang_print::documents::ProofList {
            kept: Vec::new(),
            ..list
        }
        .document(),
    );
    assert!(squeeze(&bare.text()).contains("没有。"));
}

fn assert_all(text: &str, wanted: &[&str]) {
    let text = squeeze(text);
    for part in wanted.iter().filter(|part| !part.is_empty()) {
        assert!(text.contains(&squeeze(part)), "{part} is missing in {text}");
    }
}

fn seals(blocks: &[Block]) -> usize {
    let of = |block: &Block| match block {
        Block::Row(parts) => parts
            .iter()
            .filter(|part| matches!(part, Part::Seal(_)))
            .count(),
        Block::Keep(kept) => seals(kept),
        _ => 0,
    };
    blocks.iter().map(of).sum()
}

/// One seal governs (一枚印章管审批): no paper has a place for another department's.
#[test]
fn a_paper_has_one_place_for_a_seal_at_most() {
    for (name, document) in samples::all() {
        assert!(seals(&document.blocks) <= 1, "{name}");
    }
    for sealed in [
        samples::acceptance().document(),
        samples::refusal().document(),
    ] {
        assert_eq!(seals(&sealed.blocks), 1);
    }
}
