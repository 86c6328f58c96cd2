//! Fields and the 64 bytes of a signature over exactly them.

use minicbor::{Decoder, Encoder, decode, encode};

use super::PrintedError;
use crate::{Purpose, Signature, Signer, WireError};

/// The fields `write` writes. Memory takes every byte and no field raises an error of its own.
pub(super) fn written(
    write: impl FnOnce(&mut Encoder<Vec<u8>>) -> Result<(), encode::Error<std::convert::Infallible>>,
) -> Vec<u8> {
    let mut to = Encoder::new(Vec::new());
    match write(&mut to) {
        Ok(()) => to.into_writer(),
        Err(error) => unreachable!("encoding into memory failed: {error}"),
    }
}

/// `fields` with a signature over them behind.
pub(super) fn seal(
    signer: &dyn Signer,
    purpose: Purpose,
    mut fields: Vec<u8>,
) -> Result<Vec<u8>, WireError> {
    let signature = signer.sign(purpose, &fields)?;
    fields.extend(signature.0);
    Ok(fields)
}

/// The fields and the signature behind them, unverified.
pub(super) fn split(bytes: &[u8]) -> Result<(&[u8], Signature), PrintedError> {
    bytes
        .split_last_chunk()
        .map(|(fields, signature)| (fields, Signature(*signature)))
        .ok_or_else(|| PrintedError::malformed("no room for a signature"))
}

/// Reads the head of an array of exactly `length` items.
pub(super) fn expect_array(from: &mut Decoder<'_>, length: u64) -> Result<(), decode::Error> {
    match from.array()? {
        Some(found) if found == length => Ok(()),
        _ => Err(decode::Error::message("an array of another length")),
    }
}
