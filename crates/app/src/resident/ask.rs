//! What the clerk's window puts on the residents' screen: the summary, a paper to sign, the levels.

use yichuang_domain::{CaseNumber, rating::RatingStage, role::Act};
use yichuang_store::Reader;

use super::{Asked, Mirrored, Owner, Shown, passages::passages, summary::summary};
use crate::{
    Desk,
    case::{ToSignNow, numbered, one_of_two, parse_number, signing_papers_of},
    clock::day,
    desk::Operator,
    draft::{Archive, Draft, sign},
    ipc::{
        ApiError, AskSignature, CaseRef, ChangedKind, Done, DraftRef, ErrorCode, Nothing,
        ResidentCheck, ResidentState,
    },
    paper::readable,
    rating::Rate,
    report::Outcome,
};

impl Desk {
    /// Puts the summary of a draft there (step 4).
    ///
    /// # Errors
    /// `DRAFT-001`; `SCREEN-002` while no window shows it.
    pub fn mirror_check(&self, input: DraftRef) -> Outcome<ResidentState> {
        let operator = self.allowed(Act::Draft)?;
        self.somebody_watches()?;
        let draft = Draft::id(&input.id)?;
        let check = self.store()?.read(|read| {
            let draft = Draft::load(read, draft, &operator)?;
            self.summary_of(read, &draft)
        })?;
        let mut room = self.resident.lock();
        room.confirmed = None;
        room.show(Shown::Check(Box::new(Mirrored {
            draft,
            operator,
            check,
            changed: false,
        })));
        let state = room.state();
        drop(room);
        self.announce(ChangedKind::Resident, None);
        Ok(state)
    }

    /// Puts a paper there to be read and signed.
    ///
    /// # Errors
    /// `DRAFT-001`, `DRAFT-002`, `CASE-002`, `CASE-003`; `PAPER-001` when it is not one of those to
    /// sign; `SCREEN-002`.
    pub fn ask_signature(&self, input: AskSignature) -> Outcome<Done> {
        let asked = match (&input.draft, &input.number) {
            (Some(draft), None) => self.paper_of_draft(draft, input.document)?,
            (None, Some(number)) => self.paper_of_case(number, input.document)?,
            _ => return Err(one_of_two()),
        };
        self.somebody_watches()?;
        self.resident.lock().show(Shown::Sign(Box::new(asked)));
        self.announce(ChangedKind::Resident, None);
        Ok(Done {})
    }

    /// 已念给群众听: the clerk has read out the paper that stands there.
    ///
    /// # Errors
    /// `SCREEN-001` when no paper does.
    pub fn read_aloud(&self, _: Nothing) -> Outcome<Done> {
        self.operator()?;
        match &mut self.resident.lock().shown {
            Shown::Sign(asked) => asked.read_aloud = true,
            _ => return Err(ApiError::new(ErrorCode::ScreenChanged)),
        }
        self.announce(ChangedKind::Resident, None);
        Ok(Done {})
    }

    /// Asks for a rating of a case, once at each stage.
    ///
    /// # Errors
    /// `CASE-002`, `CASE-003` before it is decided about, `RATING-001` when it was rated at this
    /// stage, `SCREEN-002`.
    pub fn ask_rating(&self, input: CaseRef) -> Outcome<Done> {
        self.allowed(Act::Rate)?;
        self.somebody_watches()?;
        let rate = self.store()?.read(|read| -> Outcome<_> {
            let case = numbered(read, &input.number)?;
            let illegal = || ApiError::new(ErrorCode::IllegalMove).with("state", case.state.key());
            let stage = RatingStage::of(case.state).ok_or_else(illegal)?;
            if read.is_rated(case.id, stage)? {
                return Err(ApiError::new(ErrorCode::RatedBefore));
            }
            Ok(Rate {
                case: case.id,
                number: case.number,
                matter: case.matter_name,
                stage,
                again: false,
            })
        })?;
        self.show_rating(rate)
    }

    /// Puts the levels there.
    ///
    /// # Errors
    /// `SCREEN-002`.
    pub(crate) fn show_rating(&self, rate: Rate) -> Outcome<Done> {
        self.somebody_watches()?;
        self.resident.lock().show(Shown::Rate(rate));
        self.announce(ChangedKind::Resident, None);
        Ok(Done {})
    }

    /// Puts a paper of a case there that is made for this one signature.
    ///
    /// # Errors
    /// `SCREEN-002`.
    pub(crate) fn ask_to_sign(
        &self,
        number: CaseNumber,
        operator: Operator,
        paper: sign::ToSign,
        said: yichuang_print::Document,
    ) -> Outcome<Done> {
        self.somebody_watches()?;
        let asked = asked(Owner::Case(number), operator, paper, Some(said))?;
        self.resident.lock().show(Shown::Sign(Box::new(asked)));
        self.announce(ChangedKind::Resident, None);
        Ok(Done {})
    }

    fn somebody_watches(&self) -> Outcome<()> {
        if self.resident.lock().watching > 0 {
            return Ok(());
        }
        Err(ApiError::new(ErrorCode::ScreenAbsent))
    }

    /// The summary of a draft as it is stored.
    pub(super) fn summary_of(&self, read: &Reader<'_>, draft: &Draft) -> Outcome<ResidentCheck> {
        let archive = Archive::of(read, draft.content.applicant.as_ref(), self.today())?;
        let view = self.draft_view(read, draft, &archive)?;
        Ok(summary(view))
    }

    fn paper_of_draft(&self, id: &str, document: String) -> Outcome<Asked> {
        let operator = self.allowed(Act::Draft)?;
        let id = Draft::id(id)?;
        let today = self.today();
        self.store()?.read(|read| {
            let draft = Draft::load_current(read, id, &operator)?;
            let (found, _) = draft.catalogue(read)?;
            let papers = sign::to_sign(&found, &draft.content);
            let paper = pick(papers, document)?;
            let said = readable(
                &found,
                &draft.content,
                &paper.document,
                (&operator.name, today),
                self.newest_wording(read)?,
            );
            asked(Owner::Draft(id), operator.clone(), paper, said)
        })
    }

    fn paper_of_case(&self, number: &str, document: String) -> Outcome<Asked> {
        let operator = self.allowed(Act::Accept)?;
        let number = parse_number(number)?;
        self.store()?.read(|read| {
            let ToSignNow {
                found,
                received,
                papers,
                ..
            } = signing_papers_of(read, &number)?;
            let paper = pick(papers, document)?;
            let content = crate::draft::content_of(&received);
            let on = day(self.now());
            let wording = self.newest_wording(read)?;
            let by = (operator.name.as_str(), on);
            let said = readable(&found, &content, &paper.document, by, wording);
            asked(Owner::Case(number.clone()), operator.clone(), paper, said)
        })
    }
}

fn pick(papers: Vec<sign::ToSign>, document: String) -> Outcome<sign::ToSign> {
    let found = papers.into_iter().find(|paper| paper.document == document);
    found.ok_or_else(|| ApiError::new(ErrorCode::PaperUnknown))
}

fn asked(
    owner: Owner,
    operator: Operator,
    paper: sign::ToSign,
    said: Option<yichuang_print::Document>,
) -> Outcome<Asked> {
    let said = said.ok_or_else(|| ApiError::new(ErrorCode::PaperUnknown))?;
    Ok(Asked {
        owner,
        operator,
        lines: passages(&said),
        document: paper.document,
        title: paper.title,
        content: paper.content,
        read_aloud: false,
    })
}
