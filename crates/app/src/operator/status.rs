//! What the chrome of every screen shows.

use chrono::{DateTime, Utc};
use yichuang_store::Store;

use super::sign_in::info;
use crate::{
    Desk,
    clock::stamp,
    draft,
    ipc::{AppStatus, CatalogueInfo, ErrorCode, Nothing, OperatorInfo, Phase, TerminalInfo},
    report::Outcome,
};

impl Desk {
    /// Where the program stands. A desk without a home answers too: first run begins there.
    ///
    /// # Errors
    /// When the home is there but cannot be used, why.
    pub fn app_status(&self, _: Nothing) -> Outcome<AppStatus> {
        let store = match self.store() {
            Ok(store) => store,
            Err(error) if error.code == ErrorCode::HomeMissing => return Ok(self.bare_status()),
            Err(error) => return Err(error),
        };
        let operator = self.operator_info(&store)?;
        let catalogue = catalogue(&store)?;
        let administrator = self.has_administrator(&store)?;
        let phase = match (&operator, administrator) {
            (_, false) => Phase::Setup,
            (None, _) => Phase::Locked,
            (Some(_), _) => Phase::Ready,
        };
        let recovered = match self.session().operator.clone() {
            Some(who) if self.ended_badly() => store.read(|read| draft::summaries(read, &who))?,
            _ => Vec::new(),
        };
        Ok(AppStatus {
            phase,
            terminal: Some(terminal(&store)),
            catalogue,
            operator,
            sync: self.sync_status(&store)?,
            recovered,
            ..self.bare_status()
        })
    }

    fn bare_status(&self) -> AppStatus {
        AppStatus {
            phase: Phase::Setup,
            terminal: None,
            catalogue: None,
            operator: None,
            sync: self.sync.bare_status(),
            devices: self.device_states(),
            now: stamp(self.now()),
            data_ok_at: self.data_ok_at().map(stamp),
            recovered: Vec::new(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        }
    }

    fn operator_info(&self, store: &Store) -> Outcome<Option<OperatorInfo>> {
        let Some(operator) = self.session().operator.clone() else {
            return Ok(None);
        };
        let contact = self.last_contact(store)?;
        let stored = store.read(|read| read.operator(operator.id))?;
        Ok(stored.map(|stored| info(&stored, contact, self.now())))
    }

    /// The last word from the platform; before the first, the day of enrolment.
    pub(crate) fn last_contact(&self, store: &Store) -> Outcome<DateTime<Utc>> {
        let contact = store.read(|read| read.last_contact())?;
        Ok(contact
            .and_then(|contact| contact.last_success)
            .unwrap_or(store.identity().created_at))
    }
}

fn terminal(store: &Store) -> TerminalInfo {
    let enrolment = &store.identity().enrolment;
    TerminalInfo {
        code: enrolment.terminal.to_string(),
        point: enrolment.point.name.clone(),
        window: enrolment.window.clone(),
        address: enrolment.point.address.clone(),
        phone: enrolment.point.phone.clone(),
        hours: enrolment.point.hours.clone(),
        sample: enrolment.sample,
    }
}

fn catalogue(store: &Store) -> Outcome<Option<CatalogueInfo>> {
    store.read(|read| {
        let Some(pack) = read.pack_in_force()? else {
            return Ok(None);
        };
        let until = read
            .calendar()?
            .and_then(|calendar| calendar.covered_until());
        Ok(Some(CatalogueInfo {
            version: u32::try_from(pack.version).unwrap_or(u32::MAX),
            published_on: crate::clock::day(pack.published_at).to_string(),
            publisher: pack.publisher,
            matters: u32::try_from(read.matters()?.len()).unwrap_or(u32::MAX),
            sample: pack.sample,
            calendar_until: until.map(|day| day.to_string()).unwrap_or_default(),
        }))
    })
}
