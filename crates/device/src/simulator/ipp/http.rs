//! As much HTTP/1.1 as a print service needs to be asked once per connection.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// The longest head of a request, in bytes.
const MAX_HEAD: u64 = 16 * 1024;
/// The longest request, in bytes.
const MAX_BODY: u64 = 64 * 1024 * 1024;
/// A caller that says nothing for so long is not listened to.
const PATIENCE: Duration = Duration::from_secs(10);

/// Reads the body of a POST.
pub(super) fn read_body(stream: &TcpStream) -> io::Result<Vec<u8>> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut reader = BufReader::new(stream);
    let length = content_length(&mut reader)?;
    let mut body = Vec::new();
    reader.take(length).read_to_end(&mut body)?;
    if body.len() as u64 == length {
        Ok(body)
    } else {
        Err(io::ErrorKind::UnexpectedEof.into())
    }
}

fn content_length(reader: &mut impl BufRead) -> io::Result<u64> {
    let mut head = reader.take(MAX_HEAD);
    let mut length = None;
    let mut line = String::new();
    loop {
        line.clear();
        if head.read_line(&mut line)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        if line.trim_end().is_empty() {
            break;
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value
                .trim()
                .parse()
                .ok()
                .filter(|length| *length <= MAX_BODY);
        }
    }
    length.ok_or_else(|| io::ErrorKind::InvalidData.into())
}

/// Answers with an IPP message.
pub(super) fn answer(mut stream: &TcpStream, body: &[u8]) -> io::Result<()> {
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\nContent-Length: {}\r\n\
         Connection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(&[head.as_bytes(), body].concat())
}

/// Refuses in HTTP itself.
pub(super) fn refuse(mut stream: &TcpStream, status: u16) -> io::Result<()> {
    let head =
        format!("HTTP/1.1 {status} Refused\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    stream.write_all(head.as_bytes())
}
