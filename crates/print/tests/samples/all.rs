//! Every paper of this room, of anybody.

use serde::{Serialize, de::DeserializeOwned};
use yichuang_print::Document;
use yichuang_print::documents::{
    Acceptance, ApplicationForm, CollectionSlip, Correction, Deferral, DeferredAcceptance,
    DeliveryProof, ExaminationNotice, ExtensionNotice, Forwarding, Guide, HandoverList, HelpOrder,
    IssuedProof, MandatePaper, MaterialsReturn, NumberChange, OnceNotice, ParcelLabel,
    PaymentNotice, Promise, ProofList, QueueTicket, RatingMonth, RatingPaper, Receipt, Refusal,
    SlipSheet, SpecialProcedureNotice, SupplyReceipt, Termination, WhereTo, signed_on_screen,
};

use super::people::{Person, SAMPLE, retold};
use super::{
    acceptance, application_form, correction, counter, date, deferral, delivery, department, guide,
    life, offered, once_notice, promise, proof_list, receipt, refusal,
};

/// Every paper with a name for its file.
pub(crate) fn all() -> Vec<(&'static str, Document)> {
    all_of(&SAMPLE)
}

/// The same papers of `person`.
pub(crate) fn all_of(person: &Person) -> Vec<(&'static str, Document)> {
    let mut papers = of_application(person);
    papers.extend(of_decision(person));
    papers.extend(of_handing_over(person));
    papers.extend(of_the_point(person));
    papers.extend(of_help_and_pay(person));
    papers
}

fn of_application(who: &Person) -> Vec<(&'static str, Document)> {
    vec![
        ("receipt", of(who, &receipt(), Receipt::document)),
        ("receipt_ticket", of(who, &receipt(), Receipt::ticket)),
        (
            "receipt_half",
            of(who, &life::half_receipt(), life::printed_again),
        ),
        (
            "receipt_whole",
            of(who, &life::receipt_of_whole(), Receipt::document),
        ),
        (
            "application_form",
            of(who, &application_form(), ApplicationForm::document),
        ),
        (
            "application_form_signed",
            of(who, &application_form(), |form| {
                signed_on_screen(form.document(), date(23))
            }),
        ),
        ("promise", of(who, &promise(), Promise::document)),
        ("deferral", of(who, &deferral(), Deferral::document)),
        ("once_notice", of(who, &once_notice(), OnceNotice::document)),
        (
            "supply_receipt",
            of(who, &life::supply_receipt(), SupplyReceipt::document),
        ),
        (
            "examination_receipt",
            of(who, &life::supply_receipt(), SupplyReceipt::of_examination),
        ),
    ]
}

fn of_decision(who: &Person) -> Vec<(&'static str, Document)> {
    vec![
        ("acceptance", of(who, &acceptance(), Acceptance::document)),
        ("correction", of(who, &correction(), Correction::document)),
        ("refusal", of(who, &refusal(), Refusal::document)),
        (
            "termination",
            of(who, &life::termination(), Termination::document),
        ),
        (
            "materials_return",
            of(who, &life::materials_return(), MaterialsReturn::document),
        ),
        (
            "special_procedure",
            of(
                who,
                &department::special_procedure(),
                SpecialProcedureNotice::document,
            ),
        ),
        (
            "extension",
            of(who, &department::extension(), ExtensionNotice::document),
        ),
        (
            "examination",
            of(who, &department::examination(), ExaminationNotice::document),
        ),
    ]
}

fn of_handing_over(who: &Person) -> Vec<(&'static str, Document)> {
    vec![
        (
            "delivery_proof",
            of(who, &delivery::delivery_proof(), DeliveryProof::document),
        ),
        (
            "collection_slip",
            of(who, &delivery::collection_slip(), CollectionSlip::document),
        ),
        (
            "parcel_label",
            of(who, &delivery::parcel_label(), ParcelLabel::document),
        ),
        (
            "mandate",
            of(who, &delivery::mandate(), MandatePaper::document),
        ),
        (
            "forwarding",
            of(who, &counter::forwarding(), Forwarding::receipt),
        ),
        (
            "transfer",
            of(who, &counter::forwarding(), Forwarding::transfer),
        ),
    ]
}

fn of_the_point(who: &Person) -> Vec<(&'static str, Document)> {
    vec![
        ("guide", of(who, &guide(), Guide::document)),
        (
            "guide_large",
            of(who, &life::large_guide(), Guide::document),
        ),
        ("guide_ticket", of(who, &guide(), Guide::ticket)),
        ("proof_list", of(who, &proof_list(), ProofList::document)),
        ("slips", of(who, &counter::slips(), SlipSheet::document)),
        ("where_to", of(who, &counter::where_to(), WhereTo::document)),
    ]
}

fn of_help_and_pay(who: &Person) -> Vec<(&'static str, Document)> {
    let paid = |notice: &PaymentNotice| notice.document().unwrap();
    vec![
        (
            "deferred_acceptance",
            of(
                who,
                &offered::deferred_acceptance(),
                DeferredAcceptance::document,
            ),
        ),
        (
            "number_change",
            of(who, &offered::number_change(), NumberChange::document),
        ),
        (
            "help_order",
            of(who, &offered::help_order(), HelpOrder::document),
        ),
        (
            "handover_list",
            of(who, &offered::handover_list(), HandoverList::document),
        ),
        (
            "handover_list_returned",
            of(
                who,
                &offered::handover_list_returned(),
                HandoverList::document,
            ),
        ),
        ("payment_notice", of(who, &offered::payment_notice(), paid)),
        (
            "issued_proof",
            of(who, &offered::issued_proof(), IssuedProof::document),
        ),
        (
            "queue_ticket",
            of(who, &offered::queue_ticket(), QueueTicket::document),
        ),
        (
            "rating_ticket",
            of(who, &offered::rating_paper(), RatingPaper::ticket),
        ),
        (
            "rating_form",
            of(who, &offered::rating_paper(), RatingPaper::form),
        ),
        (
            "rating_month",
            of(who, &offered::rating_month(), RatingMonth::document),
        ),
    ]
}

/// The paper `make` makes of `sample`, once `who` is whom it is of.
fn of<T: Serialize + DeserializeOwned>(
    who: &Person,
    sample: &T,
    make: impl Fn(&T) -> Document,
) -> Document {
    make(&retold(sample, who))
}
