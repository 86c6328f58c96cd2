//! The line between terminal and platform: perfect until told otherwise.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
};

use futures::FutureExt as _;
use yichuang_sync::{LinkError, LinkFuture, PlatformLink};
use yichuang_wire::{
    Batch, FeedPosition, Hash, JournalName, Signed,
    protocol::{EnrolRequest, FileOffer, FileState, Heads},
};

use super::{Dice, ModelPlatform};

/// What happens to one call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Nothing.
    None,
    /// It never arrives.
    Lost,
    /// It arrives and is done; the answer does not.
    AnswerLost,
    /// It arrives twice.
    Twice,
    /// The server is down.
    Down,
    /// It takes too long and never arrives.
    Slow,
    /// Somebody else answers.
    Captive,
}

pub(crate) struct Line {
    platform: Arc<ModelPlatform>,
    script: Mutex<VecDeque<Fault>>,
    /// Percent of calls that meet a fault by chance.
    chance: Mutex<u64>,
    dice: Mutex<Dice>,
    /// Batches of more entries than this are too slow for the line.
    pub(crate) widest_batch: Mutex<usize>,
    pub(crate) calls: Mutex<Vec<&'static str>>,
    pub(crate) uploaded: Mutex<u64>,
}

impl Line {
    pub(crate) fn new(platform: Arc<ModelPlatform>, dice: Dice) -> Self {
        Self {
            platform,
            script: Mutex::default(),
            chance: Mutex::new(0),
            dice: Mutex::new(dice),
            widest_batch: Mutex::new(usize::MAX),
            calls: Mutex::default(),
            uploaded: Mutex::new(0),
        }
    }

    /// The next calls meet these, in order.
    pub(crate) fn script(&self, faults: impl IntoIterator<Item = Fault>) {
        self.script.lock().unwrap().extend(faults);
    }

    pub(crate) fn set_chance(&self, percent: u64) {
        *self.chance.lock().unwrap() = percent;
        self.script.lock().unwrap().clear();
    }

    pub(crate) fn calls_of(&self, name: &str) -> usize {
        self.calls
            .lock()
            .unwrap()
            .iter()
            .filter(|call| **call == name)
            .count()
    }

    fn fault(&self) -> Fault {
        if let Some(fault) = self.script.lock().unwrap().pop_front() {
            return fault;
        }
        let mut dice = self.dice.lock().unwrap();
        if !dice.percent(*self.chance.lock().unwrap()) {
            return Fault::None;
        }
        let kinds = [
            Fault::Lost,
            Fault::AnswerLost,
            Fault::Twice,
            Fault::Down,
            Fault::Slow,
            Fault::Captive,
        ];
        kinds[dice.below(kinds.len() as u64) as usize]
    }

    fn carry<'a, T: Send + 'a>(
        &'a self,
        name: &'static str,
        call: impl Fn(&ModelPlatform) -> Result<T, LinkError> + Send + 'a,
    ) -> LinkFuture<'a, T> {
        async move {
            self.calls.lock().unwrap().push(name);
            match self.fault() {
                Fault::None => call(&self.platform),
                Fault::Lost => Err(LinkError::NoRoute),
                Fault::AnswerLost => call(&self.platform).and(Err(LinkError::NoRoute)),
                Fault::Twice => call(&self.platform).and_then(|_| call(&self.platform)),
                Fault::Down => Err(LinkError::ServerDown(Some(503))),
                Fault::Slow => Err(LinkError::TooSlow),
                Fault::Captive => Err(LinkError::CaptiveOrForeign),
            }
        }
        .boxed()
    }
}

impl PlatformLink for Line {
    fn probe<'a>(&'a self, nonce: &'a str) -> LinkFuture<'a, Signed> {
        self.carry("probe", move |platform| platform.probe(nonce))
    }

    fn enrol<'a>(&'a self, request: &'a EnrolRequest) -> LinkFuture<'a, Signed> {
        self.carry("enrol", move |platform| platform.enrol(request))
    }

    fn heads<'a>(&'a self, journal: &'a JournalName) -> LinkFuture<'a, Heads> {
        self.carry("heads", move |platform| platform.heads(journal))
    }

    fn push<'a>(&'a self, batch: &'a Batch) -> LinkFuture<'a, Signed> {
        let widest = *self.widest_batch.lock().unwrap();
        if let JournalName::Feed(_) = batch.head.journal {
            return self.carry("give back", move |platform| platform.take_back(batch));
        }
        self.carry("push", move |platform| {
            if batch.entries.len() > widest {
                Err(LinkError::TooSlow)
            } else {
                platform.push(batch)
            }
        })
    }

    fn offer_file<'a>(&'a self, offer: &'a FileOffer, size: u64) -> LinkFuture<'a, FileState> {
        self.carry("offer", move |platform| platform.offer(offer, size))
    }

    fn file_offset<'a>(&'a self, location: &'a str) -> LinkFuture<'a, u64> {
        self.carry("offset", move |platform| platform.offset(location))
    }

    fn send_chunk<'a>(
        &'a self,
        location: &'a str,
        offset: u64,
        bytes: Vec<u8>,
    ) -> LinkFuture<'a, u64> {
        *self.uploaded.lock().unwrap() += bytes.len() as u64;
        self.carry("chunk", move |platform| {
            platform.chunk(location, offset, &bytes)
        })
    }

    fn file_receipt<'a>(&'a self, location: &'a str) -> LinkFuture<'a, Signed> {
        self.carry("file receipt", move |platform| {
            platform.file_receipt(location)
        })
    }

    fn feed_page(&self, after: FeedPosition) -> LinkFuture<'_, Option<Batch>> {
        self.carry("feed", move |platform| platform.feed_page(after))
    }

    fn latest_manifest(&self) -> LinkFuture<'_, Signed> {
        self.carry("manifest", ModelPlatform::manifest)
    }

    fn blob(&self, sha256: Hash, _: u64) -> LinkFuture<'_, Vec<u8>> {
        self.carry("blob", move |platform| platform.blob(sha256))
    }
}
