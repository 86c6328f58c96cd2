//! The people every paper is made for: what is plain, what is rare and what is long.

use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use super::{ADDRESS, MASKED_ID, RARE_NAME, WHOLE_ID};

/// One resident, as the papers tell of them.
pub(crate) struct Person {
    pub(crate) key: &'static str,
    pub(crate) name: &'static str,
    pub(crate) masked_id: &'static str,
    pub(crate) whole_id: &'static str,
    pub(crate) address: &'static str,
}

/// Whom the samples are of as they stand.
pub(crate) const SAMPLE: Person = Person {
    key: "sample",
    name: RARE_NAME,
    masked_id: MASKED_ID,
    whole_id: WHOLE_ID,
    address: ADDRESS,
};

pub(crate) const PEOPLE: [Person; 3] = [
    Person {
        key: "plain",
        name: "测试王小明",
        ..SAMPLE
    },
    // Characters of the levels 1 to 3 of GB 18030-2022, in planes 0 and 2; an address of 40.
    Person {
        key: "rare",
        name: "样例·王㛃𠮷𬭎",
        address: "山东省样例市青石镇㑇䢺街道𪨰䲟社区𬘡𫖯路龘字小区北十二号楼二单元六〇一室东户样例",
        ..SAMPLE
    },
    // 46 letters, the most the two name fields of a residence permit hold together.
    Person {
        key: "foreign",
        name: "SAMPLE-TESTERSON ALEXANDRINA MARIA WILHELM ANN",
        masked_id: "外国人永久居留身份证 9326************18",
        whole_id: "932682198501010018",
        ..SAMPLE
    },
];

/// `sample` with `person` in the place of whom it is of.
pub(crate) fn retold<T: Serialize + DeserializeOwned>(sample: &T, person: &Person) -> T {
    let mut told = serde_json::to_value(sample).unwrap();
    put(&mut told, person);
    serde_json::from_value(told).unwrap()
}

fn put(value: &mut Value, person: &Person) {
    match value {
        Value::String(text) => {
            for (was, is) in [
                (SAMPLE.name, person.name),
                (SAMPLE.masked_id, person.masked_id),
                (SAMPLE.whole_id, person.whole_id),
                (SAMPLE.address, person.address),
            ] {
                *text = text.replace(was, is);
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| put(value, person)),
        Value::Object(values) => values.values_mut().for_each(|value| put(value, person)),
        _ => {}
    }
}
