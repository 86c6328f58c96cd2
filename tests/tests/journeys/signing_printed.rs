//! Papers to be signed as they are printed: from the draft, for the case, and by which template.

use yichuang_app::ipc::{
    AcceptCase, DraftPaper, DraftRef, ErrorCode, PaperInfo, PaperRef, Reprint,
};
use yichuang_tests::kit::{Counter, Who, an_application, assets, pdf_text};

use super::{
    signing::{another_bank, print_form, save, squeezed, text_of},
    templates::assets_with,
};

#[test]
fn the_form_is_printed_from_the_draft_leaves_no_entry_and_goes_with_the_draft() {
    let counter = Counter::open();
    let application = an_application();
    let draft = counter.draft(&application);
    let before = counter.desk.verify_journal().unwrap().entries;
    let input = DraftPaper {
        draft: draft.clone(),
        document: "application_form".to_owned(),
        reason: None,
    };
    let paper = counter.desk.print_draft_paper(input.clone()).unwrap();
    assert_eq!((paper.copy, paper.outcome.as_str()), (1, "ready"));
    let id = PaperRef { id: paper.id };
    let text = squeezed(&pdf_text(&counter.desk.paper_pdf(id.clone()).unwrap()));
    for wanted in [
        application.name(),
        application.id_number(),
        "高龄津贴申领申请表",
        "收集的个人信息仅用于办理本事项",
        "申请人签名",
    ] {
        assert!(
            text.contains(&squeezed(wanted)),
            "{wanted} is not in {text}"
        );
    }
    let silent = counter.desk.print_draft_paper(input.clone()).unwrap_err();
    assert_eq!(silent.code, ErrorCode::ReprintUnexplained);
    assert_eq!(silent.params["title"], "申请表");
    let because = |reason: &str| DraftPaper {
        reason: Some(reason.to_owned()),
        ..input.clone()
    };
    let invented = counter.desk.print_draft_paper(because("changed"));
    assert_eq!(invented.unwrap_err().code, ErrorCode::InputShape);
    let again = counter.desk.print_draft_paper(because("unclear")).unwrap();
    assert_eq!(again.copy, 2);
    assert!(text_of(&counter, &again).contains("补打第2次（没打清楚）"));
    save(&counter, &draft, another_bank);
    let changed = counter.desk.print_draft_paper(input).unwrap();
    assert!(text_of(&counter, &changed).contains("补打第3次（内容已改）"));
    assert_eq!(counter.desk.verify_journal().unwrap().entries, before);
    let nobody = DraftPaper {
        draft: draft.clone(),
        document: "deferral".to_owned(),
        reason: None,
    };
    let unasked = counter.desk.print_draft_paper(nobody).unwrap_err();
    assert_eq!(unasked.code, ErrorCode::PaperUnknown);
    counter.desk.discard_draft(DraftRef { id: draft }).unwrap();
    let gone = counter.desk.paper_pdf(id).unwrap_err();
    assert_eq!(gone.code, ErrorCode::PaperUnknown);
}

/// How its footer names the template of a paper, such as 申请表-2.
fn made_by(counter: &Counter, PaperInfo { id, .. }: PaperInfo) -> String {
    let text = pdf_text(&counter.desk.paper_pdf(PaperRef { id }).unwrap());
    let (_, after) = text.split_once("模板").unwrap();
    after.split_whitespace().next().unwrap().to_owned()
}

/// The newest shipped template of the form made one version newer.
fn next_form() -> (String, String) {
    let file = |version: u32| format!("application_form.{version}.json");
    let read = |version| std::fs::read_to_string(assets().join("templates").join(file(version)));
    let newest = (1..100).rfind(|at| read(*at).is_ok()).unwrap();
    let versioned = |version: u32| format!("\"version\": {version}");
    let next = read(newest)
        .unwrap()
        .replace(&versioned(newest), &versioned(newest + 1));
    (file(newest + 1), next)
}

#[test]
fn a_signed_paper_is_printed_for_its_case_by_the_template_it_was_signed_on() {
    let counter = Counter::open();
    let draft = counter.draft(&an_application());
    let signed = made_by(&counter, print_form(&counter, &draft));
    let updated = counter.desk_top().join("assets");
    let (name, template) = next_form();
    assets_with(&updated, &name, &template);
    let counter = counter.updated(updated);
    counter.sign_in(Who::Clerk);
    let accept = |draft| counter.desk.accept_case(AcceptCase { draft }).unwrap();
    let printed = |number: String, reason: Option<&str>| {
        let paper = counter.desk.reprint(Reprint {
            number,
            document: "application_form".to_owned(),
            reason: reason.map(str::to_owned),
        });
        made_by(&counter, paper.unwrap())
    };
    let first = accept(draft).number;
    assert_eq!(printed(first.clone(), None), signed);
    assert_eq!(printed(first, Some("lost")), signed);
    let unprinted = counter.draft(&an_application().by_number(2));
    let second = accept(unprinted).number;
    assert_ne!(
        printed(second, None),
        signed,
        "what nobody printed has no template yet"
    );
    counter.assert_sound();
}
