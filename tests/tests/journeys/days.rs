//! A day at the counter for each who works there, the network going and coming.

use std::collections::{BTreeMap, BTreeSet};

use chrono::TimeDelta;
use yichuang_app::ipc::{
    AcceptCase, AcceptReceived, AskCorrection, AskCorrectionAgain, CaseRef, CorrectionLine,
    DeliverResults, DraftRef, ErrorCode, GiveNotice, GoingResults, HandEnquiry, ListEnquiries,
    MaterialChoice, Nothing, OpenEnquiry, PersonInput, PrintSlips, RegisterResult, ResidentRated,
    SecondNoticeLeave, SettleEnquiry, TakeSupplies, UrgeCase, VoidCase, Workbench,
};
use yichuang_domain::case::SpecialProcedure;
use yichuang_tests::kit::{
    Application, Centre, Counter, Line, Weather, Who, a_chain, an_application,
};

const CARD: &str = "MAT-IDCARD";
const LICENCE: &str = "林木采伐许可";
/// 身后一件事: five matters of several departments.
const AFTER_DEATH: &str = "YJS-02";

/// A counter on a line to its platform, which the test cuts and mends.
struct Day {
    counter: Counter,
    centre: Centre,
    line: Line,
}

impl Day {
    async fn begin() -> Self {
        let line = Line::down();
        let counter = Counter::reaching(&line.url());
        let centre = Centre::start(&counter.clock).await;
        line.connect(&centre.url());
        let pack = counter.desk.pack_in_force().unwrap();
        centre.platform().publish(&pack).unwrap();
        Self {
            counter,
            centre,
            line,
        }
    }

    fn cut(&self) {
        self.line.turn(Weather::Down);
    }

    /// The network is there, and both sides say what they have.
    async fn talk(&self) {
        self.line.turn(Weather::Fair);
        self.counter.sync().await;
        self.centre.judge();
        self.counter.sync().await;
    }

    fn later(&self, hours: i64) {
        self.counter.pass(TimeDelta::hours(hours));
    }

    fn bench(&self) -> Workbench {
        self.counter.desk.workbench(Nothing {}).unwrap()
    }

    fn count(&self, tally: &str) -> u32 {
        let tallies = self.bench().tallies;
        tallies.iter().find(|one| one.tally == tally).unwrap().count
    }

    fn state(&self, number: &str) -> String {
        self.counter.show(number).row.state
    }

    fn end(&self) {
        self.counter.assert_sound();
        self.centre.assert_sound();
    }
}

fn somebody(n: u32) -> Application {
    an_application().by_number(n)
}

fn person(application: &Application) -> PersonInput {
    application.content(&[]).applicant.unwrap()
}

fn tell(counter: &Counter, application: &Application) -> String {
    let line = CorrectionLine {
        material: CARD.to_owned(),
        problem: "没有带来".to_owned(),
        how: "下次带原件".to_owned(),
    };
    let asked = counter.desk.ask_correction(AskCorrection {
        draft: Some(counter.draft(application)),
        number: None,
        items: vec![line],
    });
    asked.unwrap().number
}

fn supply_card(counter: &Counter, number: &str) {
    let material = MaterialChoice {
        material: CARD.to_owned(),
        how: Some("original_seen".to_owned()),
        files: Vec::new(),
        pages: None,
        supply_by: None,
        note: None,
        certificate: None,
    };
    let supplies = TakeSupplies {
        number: number.to_owned(),
        materials: vec![material],
        answers: BTreeMap::new(),
        form: BTreeMap::new(),
        signed: Vec::new(),
    };
    counter.desk.take_supplies(supplies).unwrap();
}

fn hand_over(counter: &Counter, number: &str, taker: PersonInput) {
    let documents: Vec<_> = counter
        .show(number)
        .results
        .into_iter()
        .map(|one| one.id)
        .collect();
    let register = RegisterResult {
        number: number.to_owned(),
        documents: documents.clone(),
        kept: "2 号柜".to_owned(),
    };
    counter.desk.register_result(register).unwrap();
    let deliver = DeliverResults {
        going: vec![GoingResults {
            number: number.to_owned(),
            documents,
        }],
        way: "window".to_owned(),
        recipient: "applicant".to_owned(),
        taker: Some(taker),
        place: String::new(),
        acknowledged: "on_paper".to_owned(),
        files: Vec::new(),
        witness: String::new(),
        note: String::new(),
    };
    counter.desk.deliver_results(deliver).unwrap();
}

/// What a morning leaves to be done.
struct Morning {
    told: Application,
    allowance: String,
    licence: String,
}

fn morning(day: &Day) -> Morning {
    let counter = &day.counter;
    // Nine o'clock, no network. Somebody asks; somebody is told what to bring; a slip is laid ready.
    day.cut();
    assert_eq!(day.bench().pressing_total, 0);
    let open = OpenEnquiry {
        text: "老人过世后要办哪些手续".to_owned(),
        matter: String::new(),
        name: "样例来人".to_owned(),
        phone: String::new(),
    };
    counter.desk.open_enquiry(open).unwrap();
    assert_eq!(day.bench().enquiries.rows.len(), 1);
    let told = somebody(1);
    let notice = GiveNotice {
        code: told.code().to_owned(),
        answers: told.answers(),
        person: Some(person(&told)),
        leave: None,
    };
    counter.desk.give_notice(notice).unwrap();
    counter.desk.print_slips(PrintSlips { count: 2 }).unwrap();

    // They are back with everything: accepted, and they say what they think of it themselves.
    day.later(1);
    let allowance = counter.accept(&told).number;
    let asked = CaseRef {
        number: allowance.clone(),
    };
    counter.desk.ask_rating(asked).unwrap();
    let rating = ResidentRated {
        turn: counter.desk.resident_screen(Nothing {}).unwrap().turn,
        level: "very_satisfied".to_owned(),
        reasons: Vec::new(),
        words: String::new(),
    };
    counter.desk.resident_rated(rating).unwrap();
    let licence = family(day);
    Morning {
        told,
        allowance,
        licence,
    }
}

/// A licence that lacks something, and the matters of the enquiry in one visit.
fn family(day: &Day) -> String {
    let counter = &day.counter;
    // A licence lacks the card: told once. The family of the enquiry: its matters in one visit.
    let licence = tell(
        counter,
        &somebody(2).for_matter(LICENCE).without_material(CARD),
    );
    let chain = a_chain(AFTER_DEATH).accept_at(counter);
    let enquiry = day.bench().enquiries.rows[0].id.clone();
    let settle = SettleEnquiry {
        id: enquiry,
        answer: "一链办理，一次办".to_owned(),
        number: chain.number.clone(),
    };
    counter.desk.settle_enquiry(settle).unwrap();
    let sisters = u32::try_from(chain.chain.unwrap().cases.len()).unwrap();
    assert_eq!(sisters, 5);
    assert_eq!(day.count("accepted_today"), 1 + sisters);
    assert_eq!(day.count("waiting"), 2 + sisters);
    licence
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clerks_day_from_the_first_question_to_the_last_result() {
    let day = Day::begin().await;
    let counter = &day.counter;
    counter.desk.resident_window_opened();
    let Morning {
        told,
        allowance,
        licence,
    } = morning(&day);

    // Noon: the network is there. What was accepted goes to its department, once.
    day.talk().await;
    assert_eq!(day.count("waiting"), 0);
    assert_eq!(day.state(&allowance), "dispatched");
    assert_eq!(day.state(&licence), "needs_correction");

    // Afternoon, gone again: the card comes, the licence is accepted; the department decides meanwhile.
    day.cut();
    day.later(4);
    supply_card(counter, &licence);
    let accept = AcceptReceived {
        number: licence.clone(),
        signed: Vec::new(),
        unsigned: Vec::new(),
    };
    let accepted = counter.desk.accept_received(accept).unwrap();
    assert_eq!(accepted.state, "accepted");
    day.centre.grant(&allowance, "高龄津贴审批表（样例）", None);
    assert_eq!(day.state(&allowance), "dispatched", "nobody here knows yet");

    // Back: the result is there, and the resident takes it home.
    day.talk().await;
    assert_eq!(day.count("to_collect"), 1);
    hand_over(counter, &allowance, person(&told));
    assert_eq!(day.state(&allowance), "delivered");
    assert_eq!((day.count("to_collect"), day.count("closed_today")), (0, 1));
    day.talk().await;
    assert_eq!(day.count("waiting"), 0);
    let gone: BTreeSet<String> = day.centre.numbers().into_iter().collect();
    assert!(
        gone.contains(&allowance) && gone.contains(&licence),
        "{gone:?}"
    );
    assert_eq!(gone.len(), day.centre.numbers().len(), "each once");
    let visits = counter.show(&allowance).visits;
    assert_eq!(visits.len(), 1, "one day, one coming: {visits:?}");
    day.end();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_second_clerk_on_the_same_machine_goes_on_where_the_first_left_off() {
    let day = Day::begin().await;
    let counter = &day.counter;
    day.cut();

    // The first clerk leaves a draft, an enquiry and a case that lacks something.
    let unfinished = counter.draft(&somebody(1));
    let open = OpenEnquiry {
        text: "医保在哪里报".to_owned(),
        matter: String::new(),
        name: String::new(),
        phone: String::new(),
    };
    counter.desk.open_enquiry(open).unwrap();
    let enquiry = day.bench().enquiries.rows[0].id.clone();
    let licence = tell(
        counter,
        &somebody(2).for_matter(LICENCE).without_material(CARD),
    );
    let helper = counter.desk.list_operators(Nothing {}).unwrap().operators;
    let second = helper.iter().find(|who| who.role == "supervisor").unwrap();
    let hand = HandEnquiry {
        id: enquiry.clone(),
        to: second.id.clone(),
        office: String::new(),
        reason: "下班交接".to_owned(),
    };
    counter.desk.hand_enquiry(hand).unwrap();
    assert!(day.bench().enquiries.rows.is_empty(), "no longer theirs");

    // The second sits down. A draft is its author's; cases and what was handed over are the counter's.
    counter.sign_in(Who::Supervisor);
    let drafts = counter.desk.list_drafts(Nothing {}).unwrap().drafts;
    assert!(drafts.is_empty(), "{drafts:?}");
    let show = DraftRef {
        id: unfinished.clone(),
    };
    assert!(counter.desk.show_draft(show).is_err());
    assert_eq!(day.bench().enquiries.rows[0].id, enquiry);
    supply_card(counter, &licence);
    let accept = AcceptReceived {
        number: licence.clone(),
        signed: Vec::new(),
        unsigned: Vec::new(),
    };
    counter.desk.accept_received(accept).unwrap();

    // Everything travels under whoever did it.
    day.talk().await;
    let events = counter.show(&licence).events;
    let by = |kind: &str| {
        let event = events.iter().find(|event| event.kind == kind).unwrap();
        event.actor.clone()
    };
    assert_eq!(by("correction_asked"), Who::Clerk.name());
    assert_eq!(by("supplied"), Who::Supervisor.name());
    assert_eq!(by("accepted"), Who::Supervisor.name());
    assert_eq!(day.state(&licence), "dispatched");

    // The first is back and finishes the draft.
    counter.sign_in(Who::Clerk);
    let done = counter.desk.accept_case(AcceptCase { draft: unfinished });
    assert_eq!(done.unwrap().state, "accepted");
    day.talk().await;
    assert_eq!(day.centre.numbers().len(), 2);
    day.end();
}

/// Near its day a case is urged; asked and answered, it stands as it stood.
async fn urged(day: &Day, slow: &str) {
    let counter = &day.counter;
    day.cut();
    let urge = || UrgeCase {
        number: slow.to_owned(),
        reason: "群众急用".to_owned(),
    };
    counter.desk.urge_case(urge()).unwrap();
    let twice = counter.desk.urge_case(urge()).unwrap_err();
    assert_eq!(twice.code, ErrorCode::AskedBefore);
    day.talk().await;
    assert_eq!(day.centre.requests().len(), 1);
    day.centre.answer(slow, true);
    day.talk().await;
    assert!(counter.show(slow).life.requests.is_empty());
    assert_eq!(day.state(slow), "in_process");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_supervisors_day_is_what_others_may_not_do_alone() {
    let day = Day::begin().await;
    let counter = &day.counter;

    // Yesterday's work of the clerk: one case with its department, one told to correct, one mistaken.
    let slow = counter.accept(&somebody(1).for_matter(LICENCE)).number;
    let told = tell(
        counter,
        &somebody(2).for_matter(LICENCE).without_material(CARD),
    );
    let mistaken = counter.accept(&somebody(3)).number;
    let short = counter.show(&mistaken).row.short;
    let void = |supervisor: &str| VoidCase {
        number: mistaken.clone(),
        typed: short.clone(),
        reason: "录错了人，当场重办".to_owned(),
        supervisor: supervisor.to_owned(),
        password: String::new(),
    };
    let alone = counter.desk.void_case(void("")).unwrap_err();
    assert_eq!(alone.code, ErrorCode::RoleMissing);

    // The supervisor sits down without a network: voids it, and lets one notice be given again.
    day.cut();
    counter.sign_in(Who::Supervisor);
    counter.desk.void_case(void("")).unwrap();
    assert_eq!(day.state(&mistaken), "voided");
    let again = AskCorrectionAgain {
        number: told.clone(),
        items: vec![CorrectionLine {
            material: CARD.to_owned(),
            problem: "带来的已过期".to_owned(),
            how: "换领后再来".to_owned(),
        }],
        leave: SecondNoticeLeave {
            reason: "第一次写错了材料".to_owned(),
            supervisor: String::new(),
            password: String::new(),
        },
    };
    counter.desk.ask_correction_again(again).unwrap();
    day.talk().await;
    assert_eq!(day.state(&slow), "dispatched");
    assert_eq!(
        day.centre.numbers(),
        std::slice::from_ref(&slow),
        "the void one never went out"
    );

    // The department stops its clock for a hearing; the promise waits with it.
    let promised = counter.show(&slow).promised_on;
    day.centre
        .begin_procedure(&slow, SpecialProcedure::Hearing, 5);
    day.talk().await;
    assert_eq!(counter.show(&slow).row.due.light, "paused");
    counter.pass(TimeDelta::days(7));
    counter.sign_in(Who::Supervisor);
    day.centre.end_procedure(&slow);
    day.talk().await;
    let moved = counter.show(&slow);
    assert!(moved.promised_on > promised, "{:?}", moved.promised_on);

    urged(&day, &slow).await;

    // Everybody's enquiries are in one list for whoever answers for the point.
    let everybody = ListEnquiries { everybody: true };
    counter.desk.list_enquiries(everybody).unwrap();
    counter
        .desk
        .archive_case(CaseRef {
            number: mistaken.clone(),
        })
        .unwrap();
    assert_eq!(day.state(&mistaken), "archived");
    day.talk().await;
    assert_eq!(day.count("waiting"), 0);
    day.end();
}
