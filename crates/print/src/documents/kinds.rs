//! Every document that has templates, with the sample that fills in every one of its fields.

use serde_json::Value;

use super::{
    Acceptance, ApplicationForm, CollectionSlip, Correction, Deferral, DeferredAcceptance,
    DeliveryProof, ExaminationNotice, ExtensionNotice, Forwarding, Guide, HandoverList, HelpOrder,
    Imprint, IssuedProof, MandatePaper, MaterialsReturn, NumberChange, OnceNotice, ParcelLabel,
    PaymentNotice, Promise, ProofList, QueueTicket, RatingMonth, RatingPaper, Receipt, Refusal,
    SlipSheet, SpecialProcedureNotice, SupplyReceipt, Termination, WhereTo,
};
use crate::template::{Facts, values};

/// A document that has templates.
pub(crate) struct Kind {
    document: &'static str,
    sample: &'static str,
    read: fn(&str) -> Sample,
}

/// The printing and the values of a sample.
type Sample = Result<(Imprint, Value), serde_json::Error>;

impl Kind {
    /// The sample: what templates are checked against and previewed with.
    pub(crate) fn sample(&self) -> Sample {
        (self.read)(self.sample)
    }
}

/// The document called so.
pub(crate) fn kind(document: &str) -> Option<&'static Kind> {
    KINDS.iter().find(|kind| kind.document == document)
}

fn read<F: Facts>(sample: &str) -> Sample {
    let facts: F = serde_json::from_str(sample)?;
    Ok((facts.imprint().clone(), values(&facts)))
}

/// Documents by name, each with the type of its facts.
macro_rules! kinds {
    ($($document:literal: $facts:ty),* $(,)?) => {
        [$(Kind {
            document: $document,
            sample: include_str!(concat!("../../../../assets/templates/samples/", $document, ".json")),
            read: read::<$facts>,
        }),*]
    };
}

static KINDS: [Kind; 37] = kinds![
    "acceptance": Acceptance,
    "application_form": ApplicationForm,
    "collection_slip": CollectionSlip,
    "correction": Correction,
    "deferral": Deferral,
    "deferred_acceptance": DeferredAcceptance,
    "delivery_proof": DeliveryProof,
    "examination": ExaminationNotice,
    "examination_receipt": SupplyReceipt,
    "extension": ExtensionNotice,
    "forwarding": Forwarding,
    "guide": Guide,
    "guide_ticket": Guide,
    "handover_list": HandoverList,
    "help_order": HelpOrder,
    "issued_proof": IssuedProof,
    "mandate": MandatePaper,
    "materials_return": MaterialsReturn,
    "number_change": NumberChange,
    "once_notice": OnceNotice,
    "parcel_label": ParcelLabel,
    "payment_notice": PaymentNotice,
    "promise": Promise,
    "proof_list": ProofList,
    "queue_ticket": QueueTicket,
    "rating_form": RatingPaper,
    "rating_month": RatingMonth,
    "rating_ticket": RatingPaper,
    "receipt": Receipt,
    "receipt_ticket": Receipt,
    "refusal": Refusal,
    "slips": SlipSheet,
    "special_procedure": SpecialProcedureNotice,
    "supply_receipt": SupplyReceipt,
    "termination": Termination,
    "transfer": Forwarding,
    "where_to": WhereTo,
];
