//! Base45 (RFC 9285): bytes as the 45 characters a QR symbol packs two to eleven bits.
//!
//! Written here because it is forty lines and because this reader is strict: one text for one run of
//! bytes.

const ALPHABET: &[u8; 45] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

/// The text of `bytes`.
pub(super) fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(2) * 3);
    let mut push = |value: u16| text.push(char::from(ALPHABET[usize::from(value % 45)]));
    for pair in bytes.chunks(2) {
        match *pair {
            [high, low] => {
                let value = u16::from_be_bytes([high, low]);
                push(value);
                push(value / 45);
                push(value / (45 * 45));
            }
            [last] => {
                push(u16::from(last));
                push(u16::from(last) / 45);
            }
            _ => {}
        }
    }
    text
}

/// The bytes of `text`; none when it is not the text of any.
pub(super) fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 3 * 2 + 1);
    for triple in text.as_bytes().chunks(3) {
        let mut value: u32 = 0;
        for &letter in triple.iter().rev() {
            let digit = ALPHABET.iter().position(|&known| known == letter)?;
            value = value * 45 + u32::try_from(digit).ok()?;
        }
        match triple.len() {
            3 => bytes.extend(u16::try_from(value).ok()?.to_be_bytes()),
            2 => bytes.push(u8::try_from(value).ok()?),
            _ => return None,
        }
    }
    Some(bytes)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    /// The examples of RFC 9285, section 4.
    const VECTORS: [(&[u8], &str); 4] = [
        (b"AB", "BB8"),
        (b"Hello!!", "%69 VD92EX0"),
        (b"base-45", "UJCLQE7W581"),
        (b"ietf!", "QED8WEX0"),
    ];

    #[test]
    fn the_vectors_of_the_rfc_read_and_write() {
        for (bytes, text) in VECTORS {
            assert_eq!(encode(bytes), text);
            assert_eq!(decode(text).unwrap(), bytes);
        }
        assert_eq!(encode(&[]), "");
        assert_eq!(decode("").unwrap(), Vec::<u8>::new());
    }

    #[test]
    fn what_is_no_bytes_text_is_refused() {
        // RFC 9285: GGW is 65536; a lone letter, lower case and a pair over 255 are nobody's text.
        for text in ["GGW", ":::", "A", "BB8A", "bb8", "::", "BB8é"] {
            assert_eq!(decode(text), None, "{text}");
        }
    }

    #[test]
    fn every_byte_pair_comes_back() {
        for value in 0..=u16::MAX {
            let bytes = value.to_be_bytes();
            assert_eq!(decode(&encode(&bytes)).unwrap(), bytes);
        }
        for last in 0..=u8::MAX {
            assert_eq!(decode(&encode(&[last])).unwrap(), [last]);
        }
    }
}
