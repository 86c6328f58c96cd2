//! The templates and profiles in this program: a paper can always be made, whatever the disk says.

/// A file of `assets/templates`.
macro_rules! shipped {
    ($($file:literal),* $(,)?) => {
        [$(($file, include_str!(concat!("../../../../assets/templates/", $file)))),*]
    };
}

/// Every version of every template.
pub(super) const TEMPLATES: &[(&str, &str)] = &shipped![
    "acceptance.1.json",
    "application_form.2.json",
    "application_form.3.json",
    "collection_slip.1.json",
    "correction.1.json",
    "correction.2.json",
    "deferral.1.json",
    "deferred_acceptance.1.json",
    "delivery_proof.1.json",
    "examination.1.json",
    "examination_receipt.1.json",
    "extension.1.json",
    "forwarding.1.json",
    "guide.1.json",
    "guide_ticket.1.json",
    "handover_list.1.json",
    "help_order.1.json",
    "issued_proof.1.json",
    "mandate.1.json",
    "mandate.2.json",
    "materials_return.1.json",
    "number_change.1.json",
    "once_notice.1.json",
    "parcel_label.1.json",
    "parcel_label.2.json",
    "payment_notice.1.json",
    "promise.1.json",
    "proof_list.1.json",
    "proof_list.2.json",
    "queue_ticket.1.json",
    "queue_ticket.2.json",
    "rating_form.1.json",
    "rating_month.1.json",
    "rating_ticket.1.json",
    "receipt.1.json",
    "receipt.2.json",
    "receipt_ticket.1.json",
    "receipt_ticket.2.json",
    "refusal.1.json",
    "slips.1.json",
    "special_procedure.1.json",
    "supply_receipt.1.json",
    "termination.1.json",
    "transfer.1.json",
    "where_to.1.json",
];

/// Every version of every profile.
pub(super) const PROFILES: &[(&str, &str)] =
    &shipped!["profiles/370481.json", "profiles/default.json"];
