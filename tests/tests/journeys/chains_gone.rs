//! A chain loses a matter, or goes itself, while an application for it is being written.

use std::collections::BTreeSet;

use yichuang_app::ipc::{
    AcceptCase, DraftChangeKind, DraftContent, DraftRef, DraftView, ErrorCode, MaterialChoice,
    Nothing, SaveDraft, SplitDraft,
};
use yichuang_domain::chain::Chain;
use yichuang_tests::kit::{
    ChainApplication, Counter, a_chain, assets, shown_draft, signed_on_paper,
};

const AFTER_DEATH: &str = "YJS-02";

/// 身后一件事 with the four matters nobody may leave out.
fn after_death() -> ChainApplication {
    a_chain(AFTER_DEATH).only(&[])
}

/// Codes of the matters a draft handles, in their order.
fn handled(view: &DraftView) -> Vec<String> {
    let matters = view.chain.iter().flat_map(|chain| &chain.matters);
    let chosen = matters.filter(|matter| matter.chosen);
    chosen.map(|matter| matter.code.clone()).collect()
}

/// Names of what the list of changes says of matters.
fn matters_gone(view: &DraftView) -> Vec<String> {
    let changes = view.content.moved.iter().flat_map(|moved| &moved.changes);
    let gone = changes.filter(|change| change.what == DraftChangeKind::MatterGone);
    gone.map(|change| change.label.clone()).collect()
}

/// Every value typed is in the form still, or on the list of what was set aside.
fn nothing_lost(before: &DraftContent, now: &DraftView) {
    let aside = now.content.moved.iter().flat_map(|moved| &moved.changes);
    let aside: BTreeSet<_> = aside.filter_map(|change| change.value.as_deref()).collect();
    let kept: BTreeSet<_> = now.content.form.values().map(String::as_str).collect();
    for (key, value) in &before.form {
        let there = kept.contains(value.as_str()) || aside.contains(value.as_str());
        assert!(there, "{key}: {value}");
    }
    assert_eq!(now.content.applicant, before.applicant);
}

/// What a sister would have handed on is brought on paper once nobody hands it on.
fn bring_missing(view: &mut DraftView) {
    let missing = view.problems.iter().filter_map(|problem| {
        let asked = problem.rule == "material_missing";
        problem.field.strip_prefix("materials.").filter(|_| asked)
    });
    let brought = missing.map(|material| MaterialChoice {
        material: material.to_owned(),
        how: Some("paper_taken".to_owned()),
        files: Vec::new(),
        pages: Some(1),
        supply_by: None,
        note: None,
        certificate: None,
    });
    let brought: Vec<_> = brought.collect();
    view.content.materials.extend(brought);
}

/// Reads what changed, brings what is missing now, signs anew and presses F9.
fn go_on(counter: &Counter, draft: &str) -> Vec<String> {
    let mut view = shown_draft(counter, draft);
    if let Some(moved) = &mut view.content.moved {
        moved.seen = true;
    }
    view.content.confirmed = true;
    bring_missing(&mut view);
    let view = signed_on_paper(&counter.desk, view);
    assert_eq!(view.problems, Vec::new());
    let draft = draft.to_owned();
    let done = counter.desk.accept_case(AcceptCase { draft }).unwrap();
    match done.chain {
        Some(whole) => whole.cases.into_iter().map(|case| case.matter).collect(),
        None => vec![done.number],
    }
}

#[test]
fn a_matter_out_of_force_is_left_out_of_a_draft_and_the_others_go_on() {
    let counter = Counter::open();
    let before = after_death().typed_at(&counter);
    let codes = handled(&before);
    for gone in &codes[..2] {
        counter.withdraw(gone);
    }
    let draft = before.id.clone();
    let refused = counter.desk.accept_case(AcceptCase {
        draft: draft.clone(),
    });
    assert_eq!(refused.unwrap_err().code, ErrorCode::MatterChanged);

    let view = shown_draft(&counter, &draft);
    assert!(!view.withdrawn && view.parts.is_empty());
    assert_eq!(handled(&view), codes[2..]);
    let chain = view.chain.as_ref().unwrap();
    let gone = chain.matters.iter().filter(|matter| matter.gone);
    let gone: Vec<_> = gone.map(|matter| matter.code.as_str()).collect();
    assert_eq!(gone, codes[..2]);
    assert_eq!(matters_gone(&view).len(), 2, "{:?}", view.content.moved);
    assert!(view.problems.iter().any(|one| one.rule == "changes_unseen"));
    nothing_lost(&before.content, &view);
    assert_eq!(go_on(&counter, &draft).len(), 2);
    counter.assert_sound();
}

#[test]
fn a_chain_published_without_one_of_its_matters_leaves_the_others_of_a_draft_to_go_on() {
    let counter = Counter::open();
    let before = after_death().typed_at(&counter);
    let codes = handled(&before);
    counter.publish_chain(&without(&codes[3]));
    let view = shown_draft(&counter, &before.id);
    assert_eq!(handled(&view), codes[..3]);
    assert_eq!(matters_gone(&view).len(), 1);
    nothing_lost(&before.content, &view);
    let again = shown_draft(&counter, &before.id);
    assert_eq!(again.content, view.content, "it is told once");
    assert_eq!(go_on(&counter, &before.id).len(), 3);
}

/// The chain without this matter and whatever names it.
fn without(code: &str) -> Chain {
    let all = std::fs::read(assets().join("catalogue/chains.json")).unwrap();
    let all: Vec<Chain> = serde_json::from_slice(&all).unwrap();
    let mut chain = all
        .into_iter()
        .find(|chain| chain.code == AFTER_DEATH)
        .unwrap();
    chain.matters.retain(|matter| matter.code.as_str() != code);
    for (order, matter) in (1..).zip(&mut chain.matters) {
        matter.order = order;
        matter.depends_on.retain(|one| one.as_str() != code);
    }
    for field in &mut chain.merged_form.shared_fields {
        field.used_by.retain(|one| one.as_str() != code);
    }
    for material in &mut chain.deduplicated_materials {
        material.used_by.retain(|one| one.as_str() != code);
    }
    chain
}

#[test]
fn a_draft_of_a_chain_that_is_gone_opens_and_goes_on_as_single_matters() {
    let counter = Counter::open();
    let before = after_death().typed_at(&counter);
    let codes = handled(&before);
    counter.withdraw(AFTER_DEATH);
    counter.withdraw(&codes[3]);
    let id = before.id.clone();
    let view = shown_draft(&counter, &id);
    assert!(view.withdrawn);
    assert_eq!(view.matter, before.matter, "it is still called by its name");
    assert_eq!(view.content.form, before.content.form);
    let parts: Vec<_> = view.parts.iter().map(|part| part.code.clone()).collect();
    assert_eq!(parts, codes, "those that were handled");
    let here: Vec<_> = view.parts.iter().map(|part| part.here).collect();
    assert_eq!(here, [true, true, true, false]);
    let refused = counter.desk.accept_case(AcceptCase { draft: id.clone() });
    assert!(refused.is_err());

    let split = |matters: &[String]| {
        counter.desk.split_draft(SplitDraft {
            id: id.clone(),
            matters: matters.to_vec(),
        })
    };
    let gone = split(&codes[3..]).unwrap_err();
    assert_eq!(gone.code, ErrorCode::MatterUnknown);
    assert_eq!(split(&[]).unwrap_err().code, ErrorCode::InputShape);
    let drafts = split(&codes[..3]).unwrap().drafts;
    let of: Vec<_> = drafts.iter().map(|draft| draft.code.clone()).collect();
    assert_eq!(of, codes[..3]);
    let listed = counter.desk.list_drafts(Nothing {}).unwrap().drafts;
    assert_eq!(listed.len(), 3, "in place of the one of the chain");
    let old = counter.desk.show_draft(DraftRef { id: id.clone() });
    assert_eq!(old.unwrap_err().code, ErrorCode::DraftUnknown);

    let view_name = view.parts[3].name.clone();
    let mut kept: BTreeSet<String> = BTreeSet::new();
    for draft in &drafts {
        let view = shown_draft(&counter, &draft.id);
        assert!(view.chain.is_none() && !view.withdrawn);
        assert_eq!(view.content.applicant, before.content.applicant);
        assert!(matters_gone(&view).contains(&view_name));
        kept.extend(view.content.form.into_values());
        let moved = view.content.moved.into_iter();
        kept.extend(
            moved
                .flat_map(|moved| moved.changes)
                .filter_map(|one| one.value),
        );
    }
    for (key, value) in &before.content.form {
        assert!(kept.contains(value), "{key}: {value}");
    }
    for draft in &drafts {
        go_on(&counter, &draft.id);
    }
    assert_eq!(counter.find("").total, 3);
    counter.assert_sound();
}

#[test]
fn a_draft_whose_chain_is_there_is_not_taken_apart() {
    let counter = Counter::open();
    let draft = after_death().typed_at(&counter);
    let refused = counter.desk.split_draft(SplitDraft {
        id: draft.id.clone(),
        matters: handled(&draft),
    });
    assert_eq!(refused.unwrap_err().code, ErrorCode::InputShape);
    let content = draft.content.clone();
    let saved = counter.desk.save_draft(SaveDraft {
        id: draft.id,
        content,
    });
    assert_eq!(saved.unwrap().content, draft.content);
}
