//! The verbs of a point and of a department, as the story names them.

use yichuang_app::ipc::{
    AcceptReceived, ApiError, AskCorrection, CaseRef, CaseView, CorrectionLine, DeliverResults,
    ExtendSupply, GoingResults, MaterialChoice, RefuseCase, RegisterResult, TakeSupplies,
    TerminateCase, UrgeCase, VoidCase, WithdrawCase,
};
use yichuang_domain::{case::SpecialProcedure, matter::ResultKind};
use yichuang_platform::{
    AnswerRequest, BeginProcedure, EndProcedure, ExtendLimit, IssueResult, IssuedDocument,
};
use yichuang_tests::kit::{Centre, Counter, OFFICE};

use super::{Op, model::Model};

const WHY: &str = "样例理由，写给以后看";

pub(super) fn point(
    counter: &Counter,
    number: &str,
    model: &Model,
    op: Op,
) -> Result<(), ApiError> {
    let desk = &counter.desk;
    let number = number.to_owned();
    let reason = WHY.to_owned();
    match op {
        Op::Tell => desk.ask_correction(tell(number)).map(drop),
        Op::Supply => desk
            .take_supplies(supplies(&counter.show(&number)))
            .map(drop),
        Op::Move => {
            let until = model.later().map(|day| day.to_string());
            let until = until.unwrap_or_else(|| "2027-12-31".to_owned());
            let extend = ExtendSupply {
                number,
                until,
                reason,
            };
            desk.extend_supply(extend).map(drop)
        }
        Op::Accept => desk
            .accept_received(AcceptReceived {
                number,
                signed: Vec::new(),
                unsigned: Vec::new(),
            })
            .map(drop),
        Op::Refuse => desk.refuse_case(refusal(number)).map(drop),
        Op::Withdraw => {
            let withdraw = WithdrawCase {
                number,
                reason,
                written: true,
                files: Vec::new(),
                returned: Vec::new(),
            };
            desk.withdraw_case(withdraw).map(drop)
        }
        Op::Terminate => {
            let terminate = TerminateCase {
                number,
                reason,
                returned: Vec::new(),
            };
            desk.terminate_case(terminate).map(drop)
        }
        Op::Void => desk.void_case(void(counter.show(&number))).map(drop),
        Op::Urge => desk.urge_case(UrgeCase { number, reason }).map(drop),
        Op::Register => {
            let documents = documents(&counter.show(&number));
            let register = RegisterResult {
                number,
                documents,
                kept: "A架".to_owned(),
            };
            desk.register_result(register).map(drop)
        }
        Op::Deliver => desk
            .deliver_results(delivery(&counter.show(&number)))
            .map(drop),
        Op::Archive => desk.archive_case(CaseRef { number }).map(drop),
        _ => unreachable!("{op:?} is not the point's"),
    }
}

fn tell(number: String) -> AskCorrection {
    let line = CorrectionLine {
        material: "MAT-IDCARD".to_owned(),
        problem: "没有带来".to_owned(),
        how: "下次带原件".to_owned(),
    };
    AskCorrection {
        draft: None,
        number: Some(number),
        items: vec![line],
    }
}

fn supplies(view: &CaseView) -> TakeSupplies {
    let choice = |line: &yichuang_app::ipc::OwedLine| MaterialChoice {
        material: line.material.clone(),
        how: line.ways.iter().find(|way| *way != "captured").cloned(),
        files: Vec::new(),
        pages: None,
        supply_by: None,
        note: None,
        certificate: None,
    };
    TakeSupplies {
        number: view.row.number.clone(),
        materials: view.life.owed.iter().map(choice).collect(),
        answers: std::collections::BTreeMap::new(),
        form: Default::default(),
        signed: Vec::new(),
    }
}

fn refusal(number: String) -> RefuseCase {
    RefuseCase {
        draft: None,
        number: Some(number),
        ground: "not_competent".to_owned(),
        explanation: "本事项由市级部门办理".to_owned(),
        competent: Some("枣庄市样例局".to_owned()),
    }
}

fn void(view: CaseView) -> VoidCase {
    VoidCase {
        typed: view.row.short,
        number: view.row.number,
        reason: WHY.to_owned(),
        supervisor: String::new(),
        password: String::new(),
    }
}

fn documents(view: &CaseView) -> Vec<String> {
    view.results
        .iter()
        .map(|result| result.id.clone())
        .collect()
}

fn delivery(view: &CaseView) -> DeliverResults {
    DeliverResults {
        going: vec![GoingResults {
            number: view.row.number.clone(),
            documents: documents(view),
        }],
        way: "electronic".to_owned(),
        recipient: "applicant".to_owned(),
        taker: None,
        place: "样例电子邮箱".to_owned(),
        acknowledged: "by_carrier".to_owned(),
        files: Vec::new(),
        witness: String::new(),
        note: String::new(),
    }
}

/// False when the platform refuses.
pub(super) fn department(centre: &Centre, number: &str, op: Op) -> bool {
    let platform = centre.platform();
    let (office, reason) = (OFFICE.to_owned(), WHY.to_owned());
    let done = match op {
        Op::Begin => platform.begin_procedure(
            number,
            &BeginProcedure {
                what: SpecialProcedure::Hearing,
                reason,
                expected_days: 10,
                office,
            },
        ),
        Op::End => platform.end_procedure(
            number,
            &EndProcedure {
                result: reason,
                office,
            },
        ),
        Op::Lengthen => platform.extend(
            number,
            &ExtendLimit {
                days: 5,
                approver: "样例分管负责人".to_owned(),
                reason,
                office,
            },
        ),
        Op::Grant | Op::Deny => platform.issue_result(
            number,
            &IssueResult {
                granted: op == Op::Grant,
                documents: vec![document()],
                reason,
                office,
            },
        ),
        Op::Answer(granted) => platform.answer(
            number,
            &AnswerRequest {
                request: None,
                granted,
                words: reason,
                office,
            },
        ),
        _ => unreachable!("{op:?} is not the department's"),
    };
    done.is_ok()
}

fn document() -> IssuedDocument {
    IssuedDocument {
        name: "林木采伐许可证（样例）".to_owned(),
        what: ResultKind::Certificate,
        document_no: None,
        valid_until: None,
    }
}
