//! Looking at the residents' screen, from either window.

use super::{Owner, Room, Shown};
use crate::{
    Desk,
    ipc::{
        ChangedKind, Done, ErrorCode, Nothing, ResidentPaper, ResidentRating, ResidentScreen,
        ResidentShows, ResidentState, SignedOnScreen, TurnResidentWindow,
    },
    queue::called,
    report::Outcome,
};

impl Room {
    fn shows(&self) -> ResidentShows {
        match self.shown {
            Shown::Idle => ResidentShows::Idle,
            Shown::Check(_) => ResidentShows::Check,
            Shown::Sign(_) => ResidentShows::Sign,
            Shown::Rate(_) => ResidentShows::Rate,
            Shown::Thanks { .. } => ResidentShows::Thanks,
        }
    }

    fn screen(&self) -> ResidentScreen {
        let mut screen = ResidentScreen {
            turn: self.turn,
            point: String::new(),
            window: String::new(),
            serving: None,
            calls: 0,
            shows: self.shows(),
            check: None,
            changed: false,
            paper: None,
            rating: None,
            bad: false,
        };
        match &self.shown {
            Shown::Idle => {}
            Shown::Check(mirrored) => {
                screen.check = Some(mirrored.check.clone());
                screen.changed = mirrored.changed;
            }
            Shown::Sign(asked) => {
                screen.paper = Some(ResidentPaper {
                    title: asked.title.clone(),
                    lines: asked.lines.clone(),
                    read_aloud: asked.read_aloud,
                });
            }
            Shown::Rate(rate) => {
                screen.rating = Some(ResidentRating {
                    matter: rate.matter.clone(),
                    short: rate.number.short(),
                    stage: rate.stage.key().to_owned(),
                    again: rate.again,
                });
            }
            Shown::Thanks { bad } => screen.bad = *bad,
        }
        screen
    }

    pub(super) fn state(&self) -> ResidentState {
        let asked = match &self.shown {
            Shown::Sign(asked) => Some(asked),
            _ => None,
        };
        ResidentState {
            attached: self.watching > 0,
            turn: self.turn,
            shows: self.shows(),
            document: asked.map(|asked| asked.document.clone()),
            read_aloud: asked.is_some_and(|asked| asked.read_aloud),
            rating: match &self.shown {
                Shown::Rate(rate) => Some(rate.number.to_string()),
                _ => None,
            },
            confirmed: self.confirmed.map(|draft| draft.to_string()),
            signed: self.given.iter().map(given).collect(),
        }
    }
}

fn given(given: &super::Given) -> SignedOnScreen {
    let (draft, number) = match &given.owner {
        Owner::Draft(draft) => (Some(draft.to_string()), None),
        Owner::Case(number) => (None, Some(number.to_string())),
    };
    SignedOnScreen {
        draft,
        number,
        paper: given.paper.clone(),
    }
}

impl Desk {
    /// What the residents' window shows. Before there is a home it shows no point's name.
    ///
    /// # Errors
    /// When the home cannot be used, why.
    pub fn resident_screen(&self, _: Nothing) -> Outcome<ResidentScreen> {
        let mut screen = self.resident.lock().screen();
        match self.store() {
            Ok(store) => {
                let enrolment = &store.identity().enrolment;
                screen.point = enrolment.point.name.clone();
                screen.window = enrolment.window.clone();
                (screen.serving, screen.calls) = store.read(|read| called(read, self.now()))?;
            }
            Err(error) if error.code == ErrorCode::HomeMissing => {}
            Err(error) => return Err(error),
        }
        Ok(screen)
    }

    /// What the clerk's window hears of it.
    ///
    /// # Errors
    /// `OPS-001`.
    pub fn resident_state(&self, _: Nothing) -> Outcome<ResidentState> {
        self.operator()?;
        Ok(self.resident.lock().state())
    }

    /// Opens or closes the residents' window; the host follows.
    ///
    /// # Errors
    /// `OPS-001`.
    pub fn turn_resident_window(&self, input: TurnResidentWindow) -> Outcome<Done> {
        self.operator()?;
        self.want_resident_window(input.open);
        Ok(Done {})
    }

    /// Leaves the point's name on the screen.
    ///
    /// # Errors
    /// `OPS-001`.
    pub fn clear_resident_screen(&self, _: Nothing) -> Outcome<Done> {
        self.operator()?;
        self.resident.lock().show(Shown::Idle);
        self.announce(ChangedKind::Resident, None);
        Ok(Done {})
    }
}
