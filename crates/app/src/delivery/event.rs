//! What the words of an event of delivery are made with; nothing personal.

use yichuang_wire::payload::Payload;

/// The parameters of an entry of this noun; none for another's.
pub(crate) fn handed(payload: &Payload) -> Option<Vec<(&'static str, String)>> {
    let pairs = match payload {
        Payload::ResultIssued(issued) => vec![
            ("granted", issued.granted.to_string()),
            ("count", issued.documents.len().to_string()),
            ("office", issued.office.clone()),
            ("words", issued.reason.clone()),
        ],
        Payload::ResultArrived(arrived) => vec![
            ("count", arrived.documents.len().to_string()),
            ("words", arrived.kept.clone()),
        ],
        Payload::Posted(posted) => vec![
            ("count", posted.documents.len().to_string()),
            ("words", format!("{} {}", posted.carrier, posted.tracking)),
        ],
        Payload::Delivered(delivered) => vec![
            ("count", delivered.documents.len().to_string()),
            ("way", delivered.way.key().to_owned()),
            ("recipient", delivered.recipient.key().to_owned()),
            ("on", delivered.delivered_on.to_string()),
        ],
        Payload::MandateGiven(given) => vec![("until", given.until.to_string())],
        Payload::MandateRevoked(revoked) => vec![("words", revoked.reason.clone())],
        _ => return None,
    };
    Some(pairs)
}
