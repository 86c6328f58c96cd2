//! New editions of matters, published to a demo counter as its platform would.

use serde_json::Value;
use yichuang_domain::{Matter, chain::Chain};
use yichuang_wire::{KeyPair, Manifest, Pack, PackKind, Signer as _};

use super::{Counter, assets};

impl Counter {
    /// Publishes a matter anew, with what its questions shall be when they change.
    ///
    /// # Panics
    /// When the catalogue refuses it.
    pub fn publish(&self, matter: &Matter, questions: Option<&Value>) {
        let folder = self.desk_top().join("published");
        std::fs::create_dir_all(&folder).unwrap();
        let matters = serde_json::to_vec(&[matter]).unwrap();
        std::fs::write(folder.join("matters.json"), matters).unwrap();
        let questions = questions.cloned().into_iter().collect::<Vec<_>>();
        let questions = serde_json::to_vec(&questions).unwrap();
        std::fs::write(folder.join("questions.json"), questions).unwrap();
        let result = self.desk.import_catalogue(&folder).unwrap();
        assert_eq!(
            (result.imported, result.refused.len()),
            (1, 0),
            "{result:?}"
        );
    }

    /// Publishes the catalogue without a matter, or without a chain.
    ///
    /// # Panics
    /// When the pack is not taken.
    pub fn withdraw(&self, code: &str) {
        self.publish_edited(|item, bytes| (item != code).then_some(bytes));
    }

    /// Publishes a chain anew.
    ///
    /// # Panics
    /// When the pack is not taken.
    pub fn publish_chain(&self, chain: &Chain) {
        let anew = serde_json::to_vec(chain).unwrap();
        self.publish_edited(|item, bytes| match item == chain.code {
            true => Some(anew.clone()),
            false => Some(bytes),
        });
    }

    /// Publishes the catalogue with every item as `edit` leaves it.
    fn publish_edited(&self, edit: impl Fn(&str, Vec<u8>) -> Option<Vec<u8>>) {
        let in_force = Pack::from_bytes(&self.desk.pack_in_force().unwrap()).unwrap();
        let key = demo_key();
        let manifest: Manifest = in_force.open(&key.public_key()).unwrap();
        let items = manifest.items.iter();
        let content: Vec<(PackKind, String, Vec<u8>)> = items
            .filter_map(|item| {
                let bytes = edit(&item.code, in_force.blobs[&item.sha256].clone())?;
                Some((item.kind, item.code.clone(), bytes))
            })
            .collect();
        let (version, at) = (manifest.version + 1, manifest.published_at);
        let pack = Pack::publish(&key, version, at, &manifest.publisher, true, content).unwrap();
        let file = self.desk_top().join("edited.ycp");
        std::fs::create_dir_all(self.desk_top()).unwrap();
        std::fs::write(&file, pack.to_bytes().unwrap()).unwrap();
        self.desk.import_catalogue(&file).unwrap();
    }
}

fn demo_key() -> KeyPair {
    let text = std::fs::read_to_string(assets().join("demo/platform-key.json")).unwrap();
    let file: Value = serde_json::from_str(&text).unwrap();
    let secret = data_encoding::HEXLOWER
        .decode(file["secret"].as_str().unwrap().as_bytes())
        .unwrap();
    KeyPair::from_secret(&secret.try_into().unwrap()).unwrap()
}
