//! F6: reads an identity card.

use std::time::Duration;

use chrono::NaiveDate;
use yichuang_device::{Advice, Cancel, CardKind, IdCard, IdCardReader as _, Sex};
use yichuang_domain::{IdKind, IdNumber, role::Act};

use super::reader;
use crate::{
    Desk,
    ipc::{ApiError, CardRead, ErrorCode, FindPerson, Nothing, PersonInput},
    report::Outcome,
};

/// How long the clerk is given to lay the card down.
const PATIENCE: Duration = Duration::from_secs(15);

impl Desk {
    /// Reads the card on the reader. The photo is never kept.
    ///
    /// # Errors
    /// `DEVICE-001` when no card was read, `DEVICE-002` when the reader is not there; nothing has
    /// changed in either case.
    pub fn read_card(&self, _: Nothing) -> Outcome<CardRead> {
        self.allowed(Act::Draft)?;
        let absent = || ApiError::new(ErrorCode::ReaderAbsent);
        let line = self.host.card_reader.as_deref().ok_or_else(absent)?;
        let card = reader(line)
            .read(PATIENCE, &Cancel::new())
            .map_err(|error| match error.advice() {
                Some(Advice::CheckReader) => absent().with("incident", error.code()),
                _ => ApiError::new(ErrorCode::CardUnread).with("incident", error.code()),
            })?;
        let person = person(&card);
        Ok(CardRead {
            linked: linked(&card),
            rare: self.rare_characters(&person.name)?,
            valid_to: card.valid_to.map(|day| day.to_string()),
            expired: card.is_expired_on(self.today()),
            person,
        })
    }

    /// Characters of a name no font of ours can draw.
    fn rare_characters(&self, name: &str) -> Outcome<Vec<String>> {
        let fonts = self.fonts()?;
        Ok(yichuang_print::coverage(name, &fonts)
            .into_iter()
            .map(String::from)
            .collect())
    }
}

fn person(card: &IdCard) -> PersonInput {
    PersonInput {
        name: name(card),
        id_kind: kind(card.kind).to_owned(),
        id_number: card.number.clone(),
        sex: sex(card.sex).to_owned(),
        birth: iso(card.birth),
        ethnicity: card
            .ethnicity
            .map(|e| e.name().to_owned())
            .unwrap_or_default(),
        address: card.address.clone().unwrap_or_default(),
        phone: String::new(),
        verified: "card_read".to_owned(),
    }
}

/// 港澳台居民居住证 names the travel permit it belongs to.
fn linked(card: &IdCard) -> Option<FindPerson> {
    let permit = card.permit_number.as_deref()?;
    let kinds = [IdKind::HkMoPermit, IdKind::TaiwanPermit];
    let number = kinds
        .into_iter()
        .find_map(|kind| IdNumber::parse(kind, permit).ok())?;
    Some(FindPerson {
        id_kind: number.kind().key().to_owned(),
        id_number: number.reveal().to_owned(),
    })
}

/// The Chinese name, or the Latin one when the card has no other.
fn name(card: &IdCard) -> String {
    match (&card.name_en, card.name.trim().is_empty()) {
        (Some(latin), true) => latin.clone(),
        _ => card.name.clone(),
    }
}

fn kind(kind: CardKind) -> &'static str {
    match kind {
        CardKind::Citizen | CardKind::ResidencePermit => "citizen",
        CardKind::ForeignPermanent2017 | CardKind::ForeignPermanent2023 => "foreign_resident",
    }
}

fn sex(sex: Sex) -> &'static str {
    match sex {
        Sex::Male => "male",
        Sex::Female => "female",
        _ => "",
    }
}

fn iso(day: NaiveDate) -> String {
    day.to_string()
}
