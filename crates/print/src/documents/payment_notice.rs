//! 缴款通知单 (缴费通知): what is to be paid, for what, on which basis, where and by when (非税收入 is
//! paid at the bank or by the pay code, never in cash at the window). Without a basis there is no such
//! paper.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::charge::{Charge, ChargeError, capital, figures, total};
use super::imprint::{Imprint, Party};
use crate::{
    model::Document,
    template::{Facts, made},
};

/// The inputs of a notice of payment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaymentNotice {
    /// The facts of this printing; its `number` is the notice's (缴款单号), its `qr` the pay code.
    pub imprint: Imprint,
    /// The body the money is for (执收单位).
    pub payee: String,
    /// Who pays.
    pub payer: Party,
    /// Name of the matter.
    pub matter: String,
    /// Number of the case; empty when there is none.
    pub case_number: String,
    /// What is charged.
    pub charges: Vec<Charge>,
    /// The code by which a bank knows the payment (缴款码); may be empty.
    pub pay_code: String,
    /// Where and how to pay, one sentence each.
    pub how: Vec<String>,
    /// The day of this notice.
    pub issued_on: NaiveDate,
    /// The last day to pay.
    pub pay_by: NaiveDate,
    /// Whom to ask: name and telephone.
    pub contact: String,
    /// Who made this notice.
    pub clerk: String,
}

impl Facts for PaymentNotice {
    fn imprint(&self) -> &Imprint {
        &self.imprint
    }

    fn worked_out(&self) -> Vec<(&'static str, Value)> {
        let rows = self.charges.iter().map(|charge| {
            json!({
                "code": charge.code,
                "name": charge.name,
                "price": figures(charge.price),
                "unit": charge.unit,
                "quantity": charge.quantity.to_string(),
                "amount": figures(charge.amount().unwrap_or_default()),
                "basis": charge.basis,
            })
        });
        let sum = total(&self.charges).unwrap_or_default();
        vec![
            ("charges", rows.collect()),
            ("sum", figures(sum).into()),
            ("sum_in_words", capital(sum).into()),
        ]
    }
}

impl PaymentNotice {
    /// The paper.
    ///
    /// # Errors
    /// When there is nothing to pay, a charge names no basis, or the sum is too large.
    pub fn document(&self) -> Result<Document, ChargeError> {
        total(&self.charges)?;
        Ok(made("payment_notice", self))
    }
}
