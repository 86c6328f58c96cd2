//! What departments say of the cases a counter sent them.

use chrono::NaiveDate;
use yichuang_domain::{CorrectionItem, case::SpecialProcedure, matter::ResultKind};
use yichuang_platform::{
    AnswerRequest, AskMore, BeginProcedure, EndProcedure, ExtendLimit, IssueResult, IssuedDocument,
    OpenRequest,
};

use super::{Centre, Counter};

/// The office that says it.
pub const OFFICE: &str = "镇民政办（样例）";

impl Centre {
    /// A special procedure begins.
    ///
    /// # Panics
    /// When that is not lawful.
    pub fn begin_procedure(&self, number: &str, what: SpecialProcedure, days: u32) {
        let begin = BeginProcedure {
            what,
            reason: "依法需要听取意见（样例）".to_owned(),
            expected_days: days,
            office: OFFICE.to_owned(),
        };
        self.platform().begin_procedure(number, &begin).unwrap();
    }

    /// The special procedure has its result.
    ///
    /// # Panics
    /// When none is under way.
    pub fn end_procedure(&self, number: &str) {
        let end = EndProcedure {
            result: "听取完毕（样例）".to_owned(),
            office: OFFICE.to_owned(),
        };
        self.platform().end_procedure(number, &end).unwrap();
    }

    /// The limits are extended.
    ///
    /// # Panics
    /// When that is not lawful.
    pub fn extend(&self, number: &str, days: u32) {
        let extend = ExtendLimit {
            days,
            approver: "样例分管负责人".to_owned(),
            reason: "情况复杂，需要实地核实（样例）".to_owned(),
            office: OFFICE.to_owned(),
        };
        self.platform().extend(number, &extend).unwrap();
    }

    /// The examination needs one thing more.
    ///
    /// # Panics
    /// When something is owed already.
    pub fn ask_more(&self, number: &str, material: &str, days: u32) {
        let ask = AskMore {
            items: vec![CorrectionItem {
                id: None,
                material: material.to_owned(),
                problem: "照片看不清".to_owned(),
                how: "重新拍一张清楚的".to_owned(),
                basis: "办理条件第二项（样例）".to_owned(),
            }],
            days,
            office: OFFICE.to_owned(),
        };
        self.platform().ask_more(number, &ask).unwrap();
    }

    /// The department decides in favour, with one document that comes to the applicant.
    ///
    /// # Panics
    /// When that is not lawful.
    pub fn grant(&self, number: &str, document: &str, valid_until: Option<NaiveDate>) {
        self.issue_result(&IssuedTo {
            number,
            granted: true,
            documents: vec![IssuedDocument {
                name: document.to_owned(),
                what: ResultKind::Certificate,
                document_no: Some("样例〔2026〕1号".to_owned()),
                valid_until,
            }],
            reason: "",
        });
    }

    /// The department decides against.
    ///
    /// # Panics
    /// When that is not lawful.
    pub fn deny(&self, number: &str, reason: &str) {
        self.issue_result(&IssuedTo {
            number,
            granted: false,
            documents: Vec::new(),
            reason,
        });
    }

    /// The department decides.
    ///
    /// # Panics
    /// When that is not lawful.
    pub fn issue_result(&self, issued: &IssuedTo<'_>) {
        let issue = IssueResult {
            granted: issued.granted,
            documents: issued.documents.clone(),
            reason: issued.reason.to_owned(),
            office: OFFICE.to_owned(),
        };
        self.platform().issue_result(issued.number, &issue).unwrap();
    }

    /// What points asked and nobody has answered.
    ///
    /// # Panics
    /// When the store fails.
    pub fn requests(&self) -> Vec<OpenRequest> {
        self.platform().requests().unwrap()
    }

    /// Answers the oldest open request about a case.
    ///
    /// # Panics
    /// When there is none.
    pub fn answer(&self, number: &str, granted: bool) {
        let answer = AnswerRequest {
            request: None,
            granted,
            words: "样例答复".to_owned(),
            office: OFFICE.to_owned(),
        };
        self.platform().answer(number, &answer).unwrap();
    }
}

/// A decision on a case.
pub struct IssuedTo<'a> {
    /// The case.
    pub number: &'a str,
    /// Whether in favour.
    pub granted: bool,
    /// What comes to the applicant.
    pub documents: Vec<IssuedDocument>,
    /// The reasons.
    pub reason: &'a str,
}

impl Centre {
    /// Publishes the catalogue a counter has, so that the platform reckons by the same limits.
    ///
    /// # Panics
    /// When the pack is not taken.
    pub fn publish_pack_of(&self, counter: &Counter) {
        let pack = counter.desk.pack_in_force().unwrap();
        self.platform().publish(&pack).unwrap();
    }
}
