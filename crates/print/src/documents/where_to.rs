//! 去哪办: where to go with a matter that is not taken in here, on a ticket.

use serde::{Deserialize, Serialize};

use super::imprint::Imprint;
use crate::{
    model::Document,
    template::{Facts, made},
};

/// A place that takes the matter in.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Place {
    /// The body.
    pub body: String,
    /// Its address.
    pub address: String,
    /// Its telephone.
    pub phone: String,
    /// When it is open.
    pub hours: String,
}

/// The inputs of the slip.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WhereTo {
    /// The facts of this printing; its `number` and `qr` are not used.
    pub imprint: Imprint,
    /// Name of the matter.
    pub matter: String,
    /// Fee, never empty: 不收费.
    pub fee: String,
    /// The places, the first the one the guide names.
    pub places: Vec<Place>,
}

impl Facts for WhereTo {
    fn imprint(&self) -> &Imprint {
        &self.imprint
    }
}

impl WhereTo {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        made("where_to", self)
    }
}
