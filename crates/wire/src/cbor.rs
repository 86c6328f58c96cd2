//! Bounded CBOR (RFC 8949) reading and writing, and the byte types that appear in it.

use minicbor::{CborLen, Decode, Decoder, Encode, Encoder, decode, encode};

use crate::WireError;

/// Writes a value. Memory takes every byte and no encoder here raises an error of its own, so
/// there is nothing to hand on.
pub(crate) fn write<T: Encode<()>>(value: &T) -> Vec<u8> {
    let mut out = Vec::new();
    match minicbor::encode(value, &mut out) {
        Ok(()) => out,
        Err(error) => unreachable!("encoding into memory failed: {error}"),
    }
}

/// Reads one value that must fill all of `bytes`, refusing anything over `limit`.
pub(crate) fn read<'b, T: Decode<'b, ()>>(
    what: &'static str,
    bytes: &'b [u8],
    limit: usize,
) -> Result<T, WireError> {
    if bytes.len() > limit {
        return Err(WireError::TooLarge {
            what,
            size: bytes.len(),
            limit,
        });
    }
    let mut decoder = Decoder::new(bytes);
    let value = decoder
        .decode()
        .map_err(|e| WireError::malformed(what, e))?;
    if decoder.position() != bytes.len() {
        return Err(WireError::malformed(what, "bytes after the end"));
    }
    Ok(value)
}

/// A fixed number of bytes as a CBOR byte string.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fixed<const N: usize>(pub(crate) [u8; N]);

impl<const N: usize, C> Encode<C> for Fixed<N> {
    fn encode<W: encode::Write>(
        &self,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), encode::Error<W::Error>> {
        e.bytes(&self.0)?.ok()
    }
}

impl<'b, const N: usize, C> Decode<'b, C> for Fixed<N> {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, decode::Error> {
        let bytes = d.bytes()?;
        bytes
            .try_into()
            .map(Self)
            .map_err(|_| decode::Error::message("byte string of the wrong length"))
    }
}

impl<const N: usize, C> CborLen<C> for Fixed<N> {
    fn cbor_len(&self, ctx: &mut C) -> usize {
        minicbor::bytes::ByteSlice::cbor_len((&self.0[..]).into(), ctx)
    }
}
