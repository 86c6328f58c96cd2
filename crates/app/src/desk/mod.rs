//! The desk: one home, who is working at it, and what tells the pages that something changed.

mod changes;
mod health;
mod note;
mod session;

pub use changes::Changes;
pub(crate) use session::Operator;

use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, RwLock};

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;
use yichuang_print::{FontSet, template::Templates};
use yichuang_store::{OpenMode, Store};

use self::changes::Announcer;
use self::health::Health;
use self::session::Session;
use crate::{
    Host, clock,
    ipc::{ApiError, ChangedKind, ErrorCode},
    printing::PrintRoom,
    report::Outcome,
    resident::ResidentRoom,
    sync::SyncRoom,
};

/// One home and the verbs done at it. Cheap to share behind an `Arc`; every verb may be called
/// from any thread.
pub struct Desk {
    pub(crate) host: Host,
    reading: bool,
    opened: RwLock<Opened>,
    session: Mutex<Session>,
    announcer: Announcer,
    health: Mutex<Health>,
    fonts: OnceLock<Arc<FontSet>>,
    pub(crate) templates: OnceLock<Arc<Templates>>,
    pub(crate) sync: SyncRoom,
    pub(crate) printing: PrintRoom,
    pub(crate) resident: ResidentRoom,
}

/// Whether there is a store behind the desk, and if not, why.
enum Opened {
    Store(Arc<Store>),
    Without(ApiError),
}

impl Desk {
    /// Opens the home when there is one. A desk without a usable home still answers: first run
    /// needs it, and so does the screen that says what is wrong.
    #[must_use]
    pub fn open(host: Host) -> Self {
        let mode = OpenMode::Write {
            holder: host.program.holder().to_owned(),
        };
        Self::open_as(host, mode)
    }

    /// Opens the home for reading only; no lock is taken.
    #[must_use]
    pub fn open_for_reading(host: Host) -> Self {
        Self::open_as(host, OpenMode::ReadOnly)
    }

    fn open_as(host: Host, mode: OpenMode) -> Self {
        let reading = mode == OpenMode::ReadOnly;
        let opened = match Self::open_store(&host, mode) {
            Ok(store) => Opened::Store(store),
            Err(error) => Opened::Without(error),
        };
        let desk = Self {
            host,
            reading,
            opened: RwLock::new(opened),
            session: Mutex::new(Session::default()),
            announcer: Announcer::default(),
            health: Mutex::new(Health::default()),
            fonts: OnceLock::new(),
            templates: OnceLock::new(),
            sync: SyncRoom::default(),
            printing: PrintRoom::default(),
            resident: ResidentRoom::default(),
        };
        desk.after_opening();
        desk
    }

    fn open_store(host: &Host, mode: OpenMode) -> Outcome<Arc<Store>> {
        let at = host.clock.now();
        let store = Store::open(
            &host.home,
            mode,
            &host.machine_mark,
            Arc::clone(&host.entropy),
            at,
        )?;
        Ok(Arc::new(store))
    }

    /// Papers whose entry was committed but which were never rendered are rendered now; who booked is
    /// forgotten when it is time.
    fn after_opening(&self) {
        if self.reading || self.store().is_err() {
            return;
        }
        self.note_start();
        if let Err(error) = self.forget_bookings() {
            tracing::warn!("bookings not forgotten: {error}");
        }
        if let Err(error) = self.finish_papers() {
            tracing::warn!("papers left over: {error}");
        }
    }

    /// The store, or why there is none.
    pub(crate) fn store(&self) -> Outcome<Arc<Store>> {
        match &*self.opened.read().unwrap_or_else(PoisonError::into_inner) {
            Opened::Store(store) => Ok(Arc::clone(store)),
            Opened::Without(error) => Err(error.clone()),
        }
    }

    /// Puts a store behind a desk that had none.
    pub(crate) fn adopt(&self, store: Store) {
        *self.opened.write().unwrap_or_else(PoisonError::into_inner) =
            Opened::Store(Arc::new(store));
        self.sync.poke();
        self.printing.ring();
    }

    /// Gives the home back: the lock is free for another program.
    pub fn close(&self) {
        self.sync.stop();
        self.printing.stop();
        self.note_end();
        let closed = Opened::Without(ApiError::new(ErrorCode::HomeMissing));
        *self.opened.write().unwrap_or_else(PoisonError::into_inner) = closed;
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.host.clock.now()
    }

    pub(crate) fn today(&self) -> NaiveDate {
        clock::day(self.now())
    }

    /// A fresh UUIDv7 from the host's clock and randomness.
    pub(crate) fn fresh_id(&self) -> Outcome<Uuid> {
        let mut random = [0; 10];
        self.host.entropy.fill(&mut random)?;
        let millis = u64::try_from(self.now().timestamp_millis()).unwrap_or_default();
        Ok(uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
    }

    /// The fonts, loaded once.
    pub(crate) fn fonts(&self) -> Outcome<Arc<FontSet>> {
        if let Some(fonts) = self.fonts.get() {
            return Ok(Arc::clone(fonts));
        }
        let loaded = FontSet::load(&self.host.assets.join("fonts"))
            .map_err(|error| ApiError::new(ErrorCode::PaperFailed).with("reason", error))?;
        Ok(Arc::clone(self.fonts.get_or_init(|| Arc::new(loaded))))
    }

    /// Whether the home is open for reading only.
    pub(crate) fn is_reading(&self) -> bool {
        self.reading
    }

    /// What changes from now on.
    #[must_use]
    pub fn changes(&self) -> Changes {
        self.announcer.listen()
    }

    pub(crate) fn announce(&self, kind: ChangedKind, id: Option<String>) {
        self.announcer.announce(kind, id);
    }

    fn health(&self) -> MutexGuard<'_, Health> {
        self.health.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn session(&self) -> MutexGuard<'_, Session> {
        self.session.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
