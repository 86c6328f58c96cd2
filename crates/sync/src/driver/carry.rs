//! One step each: call, verify with the enrolled root key, then keep.

use std::sync::Arc;

use chrono::TimeDelta;
use data_encoding::HEXLOWER;
use yichuang_wire::{
    Batch, Certificate, ChainHead, Entry, FileReceipt, Hash, JournalName, ProbeAnswer, PublicKey,
    Purpose, Receipt, Signed, Verifier as _, WireError, protocol::FileOffer,
};

use super::Driver;
use crate::{
    Contact, Done, FileKey, FileMove, Ledger, LedgerError, LinkError, Outlook, Step, Trouble,
    platform_lost_something,
};

/// A batch stops growing here, so that large entries do not make one call last minutes.
const COMFORTABLE_BATCH_BYTES: usize = 1024 * 1024;

/// The class of a store failure.
pub(super) fn local_trouble(error: &LedgerError) -> Trouble {
    tracing::warn!(%error, "sync could not use the store");
    match error {
        LedgerError::Store { code, .. } => Trouble::Store(code),
        LedgerError::FileUnreadable(_) => Trouble::FileUnreadable,
        LedgerError::FeedBroken(_) => Trouble::FeedBroken,
        LedgerError::PackRefused(_) => Trouble::PackRefused,
    }
}

/// A document that does not verify did not come from the platform.
pub(super) fn opened<T: serde::de::DeserializeOwned>(
    signed: &Signed,
    root: &PublicKey,
    what: &'static str,
    purpose: Purpose,
) -> Result<T, Trouble> {
    signed.open(root, what, purpose).map_err(|error| {
        tracing::debug!(%error, "an answer was not the platform's");
        LinkError::CaptiveOrForeign.into()
    })
}

/// The answer is signed but is about something else.
fn foreign() -> Trouble {
    LinkError::CaptiveOrForeign.into()
}

impl<L: Ledger> Driver<L> {
    /// Does one step.
    pub(super) async fn carry(&mut self, step: &Step, outlook: &Outlook) -> Result<Done, Trouble> {
        match step {
            Step::Wait { .. } | Step::Idle { .. } => Ok(Done::Rested),
            Step::Probe => self.probe().await,
            Step::Enrol => self.enrol().await,
            Step::CompareHeads { platform_epoch } => self.compare(*platform_epoch, outlook).await,
            Step::Push {
                epoch,
                after,
                limit,
            } => self.push(*epoch, *after, *limit).await,
            Step::GiveBack { epoch, after } => self.give_back(*epoch, *after).await,
            Step::PullFeed => self.pull(&outlook.feed.head).await,
            Step::FetchPack => self.fetch_pack(outlook.pack.installed).await,
            Step::UploadFile {
                file,
                size,
                media_type,
                act,
            } => self.upload(file, *size, media_type, act).await,
        }
    }

    /// Runs store work on a blocking thread.
    pub(super) async fn local<T, F>(&self, work: F) -> Result<T, LedgerError>
    where
        T: Send + 'static,
        F: FnOnce(&L) -> Result<T, LedgerError> + Send + 'static,
    {
        let ledger = Arc::clone(&self.ledger);
        let joined = tokio::task::spawn_blocking(move || work(&ledger)).await;
        joined.unwrap_or_else(|error| {
            Err(LedgerError::Store {
                code: "SYNC-029",
                detail: error.to_string(),
            })
        })
    }

    /// Runs store work whose failure is the step's trouble.
    pub(super) async fn kept<T, F>(&self, work: F) -> Result<T, Trouble>
    where
        T: Send + 'static,
        F: FnOnce(&L) -> Result<T, LedgerError> + Send + 'static,
    {
        self.local(work)
            .await
            .map_err(|error| local_trouble(&error))
    }

    async fn probe(&self) -> Result<Done, Trouble> {
        let mut random = [0; 16];
        self.edge.fill(&mut random);
        let nonce = HEXLOWER.encode(&random);
        let before = self.edge.now();
        let signed = self.link.probe(&nonce).await?;
        let after = self.edge.now();
        let answer: ProbeAnswer = opened(&signed, &self.identity.root, "probe", Purpose::Probe)?;
        if answer.nonce != nonce {
            return Err(foreign());
        }
        let halfway = before + TimeDelta::milliseconds((after - before).num_milliseconds() / 2);
        Ok(Done::Probed {
            skew: answer.at - halfway,
            answer,
        })
    }

    async fn enrol(&self) -> Result<Done, Trouble> {
        let claim = &self.identity.claim;
        let signed = self.link.enrol(claim).await?;
        let certificate: Certificate = opened(
            &signed,
            &self.identity.root,
            "certificate",
            Purpose::Certificate,
        )?;
        if certificate.terminal != claim.terminal
            || certificate.signing != claim.signing
            || certificate.encryption != claim.encryption
        {
            return Err(foreign());
        }
        self.kept(move |ledger| ledger.record_certificate(&signed, &certificate))
            .await?;
        Ok(Done::Enrolled)
    }

    async fn compare(&self, platform_epoch: u32, outlook: &Outlook) -> Result<Done, Trouble> {
        let heads = self.heads_of(self.identity.journal()).await?;
        let feed = if outlook.feed.proven.is_empty() {
            Vec::new()
        } else {
            self.heads_of(self.identity.feed()).await?
        };
        let lost = platform_lost_something(outlook, platform_epoch, &heads);
        let at = self.edge.now();
        let contact = Contact {
            platform_epoch,
            heads: heads.clone(),
            lost,
            platform_clock: at + self.skew,
            at,
        };
        let writing = outlook.heads.iter().map(|head| head.epoch).max();
        let written = feed.clone();
        let (forked, feed_forked) = self
            .kept(move |ledger| {
                let forked = forks(ledger, &contact.heads, writing)?;
                let feed_forked = forks(ledger, &written, None)?;
                ledger.record_contact(&contact)?;
                Ok((forked, feed_forked))
            })
            .await?;
        Ok(Done::Compared {
            heads,
            forked,
            feed,
            feed_forked,
        })
    }

    async fn heads_of(&self, journal: JournalName) -> Result<Vec<ChainHead>, Trouble> {
        let mut heads = self.link.heads(&journal).await?.heads;
        heads.retain(|head| head.journal == journal);
        Ok(heads)
    }

    async fn push(&self, epoch: u32, after: u64, limit: usize) -> Result<Done, Trouble> {
        let journal = self.identity.journal();
        let wanted = journal.clone();
        let mut entries = self
            .kept(move |ledger| ledger.entries_after(&wanted, epoch, after, limit))
            .await?;
        entries.truncate(comfortable(&entries));
        let Some(last) = entries.last() else {
            return Err(Trouble::Store("SYNC-029"));
        };
        let sent = entries.len() as u64;
        let head = ChainHead {
            journal: journal.clone(),
            epoch,
            seq: after + sent,
            hash: last.hash(),
        };
        let batch = Batch::sign(self.identity.signer.as_ref(), head, entries)
            .map_err(|error| Trouble::Store(error.code()))?;
        let signed = self.link.push(&batch).await?;
        let receipt: Receipt = opened(&signed, &self.identity.root, "receipt", Purpose::Receipt)?;
        if receipt.head.journal != journal || receipt.head.epoch != epoch {
            return Err(foreign());
        }
        let (kept, at) = (receipt.clone(), self.edge.now());
        let forked = self
            .kept(move |ledger| {
                let forked = forks(ledger, std::slice::from_ref(&kept.head), None)?;
                if forked.is_empty() {
                    ledger.record_receipt(&signed, &kept, at)?;
                }
                Ok(!forked.is_empty())
            })
            .await?;
        if forked {
            Err(Trouble::Forked { epoch })
        } else {
            Ok(Done::Pushed { receipt, sent })
        }
    }

    /// Offers the platform what it wrote itself, in its own words and with its own signature.
    async fn give_back(&self, epoch: u32, after: u64) -> Result<Done, Trouble> {
        let run = self
            .kept(move |ledger| ledger.feed_run(epoch, after))
            .await?
            .ok_or(Trouble::FeedBroken)?;
        let feed = self.identity.feed();
        let own_word = self.identity.root.verify(
            "feed",
            Purpose::Batch,
            &run.head.signed_bytes(),
            &run.signature,
        );
        if own_word.is_err() || run.head.journal != feed {
            return Err(Trouble::FeedBroken);
        }
        let signed = self.link.push(&run).await?;
        let receipt: Receipt = opened(&signed, &self.identity.root, "receipt", Purpose::Receipt)?;
        if receipt.head.journal != feed || receipt.head.epoch != epoch {
            return Err(foreign());
        }
        Ok(Done::GivenBack { receipt })
    }

    async fn pull(&self, head: &ChainHead) -> Result<Done, Trouble> {
        let after = yichuang_wire::FeedPosition {
            epoch: head.epoch,
            seq: head.seq,
        };
        let Some(page) = self.link.feed_page(after).await? else {
            return Ok(Done::Pulled {
                entries: 0,
                head: None,
            });
        };
        check_page(&page, head, &self.identity.feed(), &self.identity.root)?;
        let (entries, head) = (page.entries.len() as u64, Some(page.head.clone()));
        self.kept(move |ledger| ledger.admit_feed(&page)).await?;
        Ok(Done::Pulled { entries, head })
    }

    async fn upload(
        &self,
        file: &FileKey,
        size: u64,
        media_type: &str,
        act: &FileMove,
    ) -> Result<Done, Trouble> {
        match act {
            FileMove::Offer => {
                let offer = FileOffer {
                    case: file.case,
                    sha256: file.sha256,
                    media_type: media_type.to_owned(),
                };
                let state = self.link.offer_file(&offer, size).await?;
                self.keep_offset(file, &state.location, state.offset)
                    .await?;
                Ok(Done::FileOffered(state))
            }
            FileMove::Ask { location } => {
                let offset = self.link.file_offset(location).await?;
                self.keep_offset(file, location, offset).await?;
                Ok(Done::FileAt { offset })
            }
            FileMove::Send {
                location,
                offset,
                len,
            } => {
                let (key, from, want) =
                    (*file, *offset, usize::try_from(*len).unwrap_or(usize::MAX));
                let bytes = self
                    .kept(move |ledger| ledger.file_chunk(&key, from, want))
                    .await?;
                let offset = self.link.send_chunk(location, *offset, bytes).await?;
                self.keep_offset(file, location, offset).await?;
                Ok(Done::FileAt { offset })
            }
            FileMove::Receipt { location } => self.file_receipt(file, size, location).await,
        }
    }

    async fn file_receipt(
        &self,
        file: &FileKey,
        size: u64,
        location: &str,
    ) -> Result<Done, Trouble> {
        let signed = self.link.file_receipt(location).await?;
        let receipt: FileReceipt = opened(
            &signed,
            &self.identity.root,
            "file receipt",
            Purpose::FileReceipt,
        )?;
        if receipt.case != file.case || receipt.sha256 != file.sha256 || receipt.size != size {
            return Err(foreign());
        }
        let at = self.edge.now();
        self.kept(move |ledger| ledger.record_file_receipt(&signed, &receipt, at))
            .await?;
        Ok(Done::FileReceipted)
    }

    async fn keep_offset(
        &self,
        file: &FileKey,
        location: &str,
        offset: u64,
    ) -> Result<(), Trouble> {
        let (key, location) = (*file, location.to_owned());
        self.kept(move |ledger| ledger.record_upload(&key, &location, offset))
            .await
    }
}

/// How many entries fit a comfortable batch; at least one.
fn comfortable(entries: &[Entry]) -> usize {
    let mut bytes = 0;
    let fits = entries.iter().take_while(|entry| {
        bytes += entry.header_bytes().len() + entry.payload().map_or(0, <[u8]>::len);
        bytes <= COMFORTABLE_BATCH_BYTES
    });
    fits.count().max(1)
}

/// The epochs in which `heads` name another entry than this terminal has there. A head beyond the
/// local one of an older epoch is no fork, those entries come back in the feed; in the epoch being
/// written it means the home was rolled back or copied, and the next entry would contradict (F22).
fn forks<L: Ledger>(
    ledger: &L,
    heads: &[ChainHead],
    writing: Option<u32>,
) -> Result<Vec<u32>, LedgerError> {
    let mut forked = Vec::new();
    for head in heads.iter().filter(|head| head.seq > 0) {
        let here: Option<Hash> = ledger.hash_at(&head.journal, head.epoch, head.seq)?;
        if here.map_or(writing == Some(head.epoch), |here| here != head.hash) {
            forked.push(head.epoch);
        }
    }
    Ok(forked)
}

/// A page must be of this terminal's feed, signed by the platform, and go on where we are; a new
/// epoch of the feed starts at its first entry.
fn check_page(
    page: &Batch,
    head: &ChainHead,
    feed: &JournalName,
    root: &PublicKey,
) -> Result<(), Trouble> {
    root.verify(
        "feed",
        Purpose::Batch,
        &page.head.signed_bytes(),
        &page.signature,
    )
    .map_err(|_| foreign())?;
    if page.head.journal != *feed {
        return Err(foreign());
    }
    let from = if page.head.epoch > head.epoch {
        let first = page
            .entries
            .first()
            .ok_or_else(foreign)?
            .check()
            .map_err(|_| foreign())?;
        ChainHead {
            journal: feed.clone(),
            epoch: page.head.epoch,
            seq: 0,
            hash: first.previous,
        }
    } else {
        head.clone()
    };
    page.check(&from, root)
        .map(drop)
        .map_err(|error| match error {
            WireError::Chain(_) => Trouble::FeedBroken,
            _ => foreign(),
        })
}
