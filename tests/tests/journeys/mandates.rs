//! 授权委托: given once with a signature, used until its last day, taken back at any window.

use chrono::TimeDelta;
use yichuang_app::ipc::{
    AcceptCase, AddFile, AgentInput, ApiError, BookletInput, DraftRef, DraftView, ErrorCode,
    GiveMandate, MandateTerms, MandateView, PersonInput, PersonRef, PrintMandate, RevokeMandate,
    SaveDraft,
};
use yichuang_tests::kit::{Application, Counter, Who, an_application, sample_id};

fn mother() -> Application {
    an_application().by_number(1)
}

pub(super) fn somebody(n: u32) -> PersonInput {
    let applicant = an_application().by_number(n).content(&[]).applicant;
    applicant.unwrap()
}

pub(super) fn of(number: &str) -> PersonRef {
    PersonRef {
        number: number.to_owned(),
        agent: false,
    }
}

/// A mandate for the `n`th sample person, for what `scope` says, from the counter's first Monday.
pub(super) fn terms(n: u32, scope: &[&str], until: &str) -> MandateTerms {
    MandateTerms {
        agent: somebody(n),
        relation: "长子".to_owned(),
        scope: scope.iter().map(|one| (*one).to_owned()).collect(),
        matters: Vec::new(),
        from: "2026-11-23".to_owned(),
        until: until.to_owned(),
        witness: String::new(),
        booklet: None,
    }
}

pub(super) fn give(
    counter: &Counter,
    number: &str,
    terms: MandateTerms,
) -> Result<MandateView, ApiError> {
    counter.desk.give_mandate(GiveMandate {
        person: of(number),
        terms,
        paper: None,
        how: "on_paper".to_owned(),
        files: Vec::new(),
        read_aloud: false,
    })
}

pub(super) fn revoke(counter: &Counter, id: &str) -> Result<(), ApiError> {
    let input = RevokeMandate {
        id: id.to_owned(),
        reason: "老人要自己来（样例）".to_owned(),
    };
    counter.desk.revoke_mandate(input).map(|_| ())
}

/// A draft of the mother's in which the son acts, under a mandate or without one.
fn acting(counter: &Counter, mandate: Option<&str>) -> (String, DraftView) {
    let application = mother().for_matter("临时救助对象认定及给付");
    let id = counter.draft(&application);
    let draft = DraftRef { id: id.clone() };
    let mut content = counter.desk.show_draft(draft).unwrap().content;
    content.agent = Some(AgentInput {
        person: somebody(5),
        kind: "child".to_owned(),
        relation: "长子".to_owned(),
        mandate: mandate.map(str::to_owned),
    });
    // The form says who acts: it is signed again.
    for paper in &mut content.signed {
        paper.content.clear();
    }
    let input = SaveDraft {
        id: id.clone(),
        content,
    };
    (id, counter.desk.save_draft(input).unwrap())
}

fn about_the_mandate(view: &DraftView) -> Vec<&str> {
    let problems = view.problems.iter();
    let about = problems.filter(|one| one.field == "agent.mandate");
    about.map(|one| one.rule.as_str()).collect()
}

#[test]
fn a_mandate_is_printed_signed_and_kept_with_both_people() {
    let counter = Counter::open();
    let number = counter.accept(&mother()).number;
    let terms = terms(5, &["submit", "collect"], "2027-05-22");
    let paper = counter
        .desk
        .print_mandate(PrintMandate {
            person: of(&number),
            terms: terms.clone(),
        })
        .unwrap();
    let text = counter.paper_text(&number, &paper.document);
    for words in [
        "授权委托书",
        "不得转委托",
        "代为领取办理结果",
        "2027年5月22日",
        "样例人5",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    let give = GiveMandate {
        person: of(&number),
        terms,
        paper: Some(paper.id.clone()),
        how: "on_paper".to_owned(),
        files: Vec::new(),
        read_aloud: false,
    };
    let given = counter.desk.give_mandate(give.clone()).unwrap();
    assert_eq!(
        (given.id.as_str(), given.standing.as_str()),
        (paper.id.as_str(), "valid")
    );
    let twice = counter.desk.give_mandate(give).unwrap_err();
    assert_eq!(
        twice.code,
        ErrorCode::MandateUnknown,
        "one paper, one mandate"
    );

    let hers = counter.desk.list_mandates(of(&number)).unwrap();
    assert_eq!((hers.given.len(), hers.held.len()), (1, 0));
    assert_eq!(hers.latest, "2027-05-22");
    assert!(hers.given[0].agent_masked.contains('*'));
    let own = counter.accept(&an_application().by_number(5)).number;
    let his = counter.desk.list_mandates(of(&own)).unwrap();
    assert_eq!((his.given.len(), his.held.len()), (0, 1));
    assert_eq!(his.held[0].principal, "样例人1");
    counter.assert_sound();
}

#[test]
fn every_thing_wrong_with_a_mandate_is_told_at_once_and_nothing_is_written() {
    let counter = Counter::open();
    let number = counter.accept(&mother()).number;
    let mut wrong = terms(1, &[], "2027-05-23");
    wrong.relation = String::new();
    let refused = give(&counter, &number, wrong).unwrap_err();
    let mut told: Vec<_> = refused
        .problems
        .iter()
        .map(|one| format!("{} {}", one.field, one.rule))
        .collect();
    told.sort();
    assert_eq!(
        told,
        [
            "agent.idNumber agent_is_applicant",
            "relation required",
            "scope required",
            "until too_late",
        ]
    );
    assert!(
        counter
            .desk
            .list_mandates(of(&number))
            .unwrap()
            .given
            .is_empty()
    );
}

#[test]
fn whoever_cannot_write_gives_a_fingerprint_before_a_witness() {
    let counter = Counter::open();
    let number = counter.accept(&mother()).number;
    let by_hand = |witness: &str| {
        let mut terms = terms(5, &["submit"], "2027-01-31");
        terms.witness = witness.to_owned();
        counter.desk.give_mandate(GiveMandate {
            person: of(&number),
            terms,
            paper: None,
            how: "fingerprint".to_owned(),
            files: Vec::new(),
            read_aloud: false,
        })
    };
    let alone = by_hand("").unwrap_err();
    assert_eq!(alone.problems[0].rule, "witness_required");
    let seen = by_hand("样例村会计").unwrap();
    assert_eq!(seen.witness.as_deref(), Some("样例村会计"));
}

#[test]
fn at_intake_the_mandate_of_this_applicant_for_this_agent_is_offered_and_named_in_the_case() {
    let counter = Counter::open();
    let number = counter.accept(&mother()).number;
    let given = give(
        &counter,
        &number,
        terms(5, &["submit", "collect"], "2027-05-22"),
    )
    .unwrap();
    let (_, offered) = acting(&counter, None);
    assert_eq!(offered.mandates.len(), 1);
    assert_eq!(offered.mandates[0].id, given.id);
    assert!(
        about_the_mandate(&offered).is_empty(),
        "without one all is as before"
    );
    let (draft, named) = acting(&counter, Some(&given.id));
    assert!(about_the_mandate(&named).is_empty());
    let case = counter.desk.accept_case(AcceptCase { draft }).unwrap();
    let view = counter.show(&case.number);
    assert_eq!(view.mandate.unwrap().id, given.id);
    let person = counter.desk.show_person(of(&case.number)).unwrap();
    let acted = person.mandates.iter().find(|one| one.number == case.number);
    assert_eq!(
        acted.unwrap().scope,
        ["submit", "collect"],
        "from the mandate"
    );
}

#[test]
fn a_mandate_that_is_over_or_taken_back_lets_nobody_hand_in() {
    let counter = Counter::open();
    let number = counter.accept(&mother()).number;
    let short = give(&counter, &number, terms(5, &["submit"], "2026-11-25")).unwrap();
    counter.pass(TimeDelta::days(7));
    counter.sign_in(Who::Clerk);
    let (draft, over) = acting(&counter, Some(&short.id));
    assert_eq!(about_the_mandate(&over), ["mandate_expired"]);
    assert_eq!(
        over.mandates[0].standing, "expired",
        "offered to be renewed"
    );
    let refused = counter.desk.accept_case(AcceptCase { draft });
    assert_eq!(refused.unwrap_err().problems[0].rule, "mandate_expired");

    let mut renewed = terms(5, &["submit"], "2027-05-22");
    renewed.from = "2026-11-30".to_owned();
    let renewed = give(&counter, &number, renewed).unwrap();
    revoke(&counter, &renewed.id).unwrap();
    let (_, back) = acting(&counter, Some(&renewed.id));
    assert_eq!(about_the_mandate(&back), ["mandate_revoked"]);
    assert!(back.mandates.iter().all(|one| one.id != renewed.id));
    let again = revoke(&counter, &renewed.id).unwrap_err();
    assert_eq!(again.code, ErrorCode::MandateRevokedBefore);
    counter.assert_sound();
}

/// 户口簿 and certificate of the mother, with these photographs.
fn booklet(files: Vec<yichuang_app::ipc::FileInfo>) -> BookletInput {
    BookletInput {
        id_number: sample_id(1),
        issuer: "样例村村民委员会".to_owned(),
        certificate: "样例证字〔2026〕3号".to_owned(),
        certified_on: "2026-11-20".to_owned(),
        files,
    }
}

#[test]
fn whoever_has_no_identity_card_is_known_by_the_booklet_and_a_certificate_of_the_village() {
    let counter = Counter::open();
    let number = counter.accept(&mother()).number;
    let page = AddFile {
        draft: None,
        number: Some(number.clone()),
        name: "证明.jpg".to_owned(),
        media_type: "image/jpeg".to_owned(),
    };
    let page = counter
        .desk
        .add_file(page, b"\xff\xd8\xff\xe0 a certificate")
        .unwrap();
    let mut terms = terms(5, &["submit"], "2027-01-31");
    terms.booklet = Some(booklet(Vec::new()));
    let print = PrintMandate {
        person: of(&number),
        terms: terms.clone(),
    };
    let paper = counter.desk.print_mandate(print.clone()).unwrap();
    let text = counter.paper_text(&number, &paper.document);
    for words in [
        "没带居民身份证",
        "未经机读核验",
        "样例村村民委员会2026年11月20日出具的证明（编号：样例证字〔2026〕3号）",
        "户口簿",
    ] {
        let squeezed: String = text.split_whitespace().collect();
        assert!(squeezed.contains(words), "{words}: {text}");
    }
    let unproved = give(&counter, &number, terms.clone()).unwrap_err();
    let told = &unproved.problems[0];
    assert_eq!(
        (told.field.as_str(), told.rule.as_str()),
        ("booklet.files", "page_missing")
    );
    terms.booklet = Some(booklet(vec![page.clone()]));
    let given = counter.desk.give_mandate(GiveMandate {
        person: of(&number),
        terms,
        paper: Some(paper.id),
        how: "on_paper".to_owned(),
        files: Vec::new(),
        read_aloud: true,
    });
    let given = given.unwrap();
    let known = given.booklet.unwrap();
    assert_eq!(known.issuer, "样例村村民委员会");
    assert_eq!(known.files, std::slice::from_ref(&page));
    assert!(given.read_aloud);
    let hers = counter.desk.list_mandates(of(&number)).unwrap().given;
    assert!(hers[0].booklet.is_some() && hers[0].read_aloud);
    counter.assert_sound();
}

#[test]
fn everything_wrong_with_booklet_and_certificate_is_told_at_once() {
    let counter = Counter::open();
    let number = counter.accept(&mother()).number;
    let mut wrong = terms(5, &["submit"], "2027-01-31");
    wrong.booklet = Some(BookletInput {
        id_number: String::new(),
        issuer: String::new(),
        certificate: String::new(),
        certified_on: String::new(),
        files: Vec::new(),
    });
    let told = |refused: ApiError| -> Vec<String> {
        let problems = refused.problems.iter();
        let mut told: Vec<_> = problems
            .map(|one| format!("{} {}", one.field, one.rule))
            .collect();
        told.sort();
        told
    };
    let empty = give(&counter, &number, wrong.clone()).unwrap_err();
    assert_eq!(
        told(empty),
        [
            "booklet.certifiedOn required",
            "booklet.files page_missing",
            "booklet.idNumber required",
            "booklet.issuer required",
        ]
    );
    let mut of_another = booklet(Vec::new());
    of_another.id_number = sample_id(5);
    wrong.booklet = Some(of_another);
    let anothers = give(&counter, &number, wrong).unwrap_err();
    assert_eq!(
        told(anothers),
        [
            "booklet.files page_missing",
            "booklet.idNumber not_the_principal",
        ]
    );
    let hers = counter.desk.list_mandates(of(&number)).unwrap();
    assert!(hers.given.is_empty(), "nothing is written");
}

#[test]
fn a_mandate_is_read_out_before_it_is_signed_without_anybodys_whole_number() {
    let counter = Counter::open();
    let number = counter.accept(&mother()).number;
    let read = |terms: MandateTerms| {
        let person = of(&number);
        counter.desk.read_mandate(PrintMandate { person, terms })
    };
    let lines = read(terms(5, &["submit"], "2027-01-31")).unwrap().lines;
    let whole: String = lines
        .iter()
        .map(|line| format!("{}{}", line.text, line.value))
        .collect();
    for words in ["授权委托书", "样例人5", "不得转委托", "代为递交申请"] {
        assert!(whole.contains(words), "{words}: {whole}");
    }
    assert!(!whole.contains(&sample_id(5)), "{whole}");
    let mut wrong = terms(5, &[], "2027-01-31");
    wrong.relation = String::new();
    let refused = read(wrong).unwrap_err();
    assert_eq!(refused.problems.len(), 2, "nothing unsound is read out");
    let hers = counter.desk.list_mandates(of(&number)).unwrap();
    assert!(hers.given.is_empty(), "reading writes nothing");
}
