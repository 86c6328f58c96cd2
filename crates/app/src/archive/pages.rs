//! The pages of a case, from its entries: which there are, what each shows, how far it can be trusted.

use std::collections::BTreeMap;

use yichuang_domain::{
    FileHash, FileRef,
    case::{TrustLevel, level_at_window},
};
use yichuang_store::JournalEntry;
use yichuang_wire::{
    Hash,
    payload::{Payload, Received, SignedPaper, TakenMaterial},
};

/// Pages that belong to no material and no paper, by what they show.
const SLIP: &str = "编号单";
const CHARACTER: &str = "生僻字字样";
const SIGNED_FOR: &str = "送达签收";
const WITHDRAWAL: &str = "撤回申请书";
const REQUEST: &str = "书面请求";
const MANDATE: &str = "授权委托书";

/// A page of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Page {
    /// Its content, type and name.
    pub(crate) file: FileRef,
    /// What it shows; several things where one page serves for several.
    pub(crate) titles: Vec<String>,
    /// How far it can be trusted, where that is known.
    pub(crate) level: Option<TrustLevel>,
    /// The entry it came with.
    pub(crate) entry: Hash,
}

/// Every page of these entries of one case, each once, in the order they came.
pub(crate) fn pages(timeline: &[JournalEntry]) -> Vec<Page> {
    let mut gathered = Gathered {
        pages: Vec::new(),
        places: BTreeMap::new(),
        entry: Hash::ZERO,
    };
    for entry in timeline {
        gathered.entry = entry.hash;
        match &entry.payload {
            Some(Payload::Received(received)) => gathered.received(received),
            Some(Payload::Supplied(supplied)) => {
                gathered.materials(&supplied.materials);
                gathered.signed(&supplied.signed);
            }
            Some(Payload::Accepted(accepted)) => gathered.signed(&accepted.signed),
            Some(Payload::Delivered(delivered)) => gathered.add(&delivered.files, SIGNED_FOR, None),
            Some(Payload::Withdrawn(ended)) => gathered.add(&ended.files, WITHDRAWAL, None),
            Some(Payload::Requested(asked)) => gathered.add(&asked.files, REQUEST, None),
            Some(Payload::MandateGiven(given)) => gathered.add(&given.files, MANDATE, None),
            _ => {}
        }
    }
    gathered.pages
}

struct Gathered {
    pages: Vec<Page>,
    places: BTreeMap<Hash, usize>,
    entry: Hash,
}

impl Gathered {
    fn received(&mut self, received: &Received) {
        self.materials(&received.materials);
        self.signed(&received.signed);
        if let Some(slip) = &received.slip {
            self.add(&slip.files, SLIP, None);
        }
        for drawn in &received.characters {
            self.add(std::slice::from_ref(&drawn.file), CHARACTER, None);
        }
    }

    fn materials(&mut self, lines: &[TakenMaterial]) {
        for line in lines {
            self.add(&line.files, &line.name, line.how.and_then(level_at_window));
        }
    }

    fn signed(&mut self, papers: &[SignedPaper]) {
        for paper in papers {
            self.add(&paper.files, &paper.title, None);
        }
    }

    fn add(&mut self, files: &[FileRef], title: &str, level: Option<TrustLevel>) {
        for file in files {
            let place = *self.places.entry(file.sha256.into()).or_insert_with(|| {
                self.pages.push(Page {
                    file: file.clone(),
                    titles: Vec::new(),
                    level: None,
                    entry: self.entry,
                });
                self.pages.len() - 1
            });
            let page = &mut self.pages[place];
            page.level = page.level.or(level);
            if !page.titles.iter().any(|known| known == title) {
                page.titles.push(title.to_owned());
            }
        }
    }
}

/// The pages as an entry names them.
pub(crate) fn named(pages: &[Page]) -> Vec<FileHash> {
    pages.iter().map(|page| page.file.sha256).collect()
}
