//! Registering the tokenizer through SQLite's C interface; rusqlite has no safe door to it. The
//! only unsafe code of the product's own; each block says why it is sound.
#![allow(unsafe_code)]

use std::{
    ffi::{c_char, c_int, c_void},
    ptr,
};

use rusqlite::{
    Connection,
    ffi::{
        FTS5_TOKEN_COLOCATED, FTS5_TOKENIZE_QUERY, Fts5Tokenizer, SQLITE_ERROR, SQLITE_OK,
        SQLITE_ROW, fts5_api, fts5_tokenizer_v2, sqlite3, sqlite3_bind_pointer, sqlite3_finalize,
        sqlite3_prepare_v2, sqlite3_step, sqlite3_stmt,
    },
};

use super::split::split;
use crate::StoreError;

type TokenSink =
    Option<unsafe extern "C" fn(*mut c_void, c_int, *const c_char, c_int, c_int, c_int) -> c_int>;

/// Makes `tokenize = 'bigram'` known to a connection. Every connection needs it before it touches
/// a search table.
pub(crate) fn register(conn: &Connection) -> Result<(), StoreError> {
    let refused = || StoreError::Damaged("full-text search is not available".to_owned());
    // SAFETY: the handle is used only while `conn`, and with it the connection, is borrowed, and
    // it is neither closed nor kept.
    let api = unsafe { find_api(conn.handle()) }.ok_or_else(refused)?;
    let mut tokenizer = fts5_tokenizer_v2 {
        iVersion: 2,
        xCreate: Some(create),
        xDelete: Some(delete),
        xTokenize: Some(tokenize),
    };
    // SAFETY: `find_api` returned the connection's own fts5_api, valid for the connection's life;
    // version 3 or newer has xCreateTokenizer_v2 (checked below before the read). The name is
    // NUL-terminated and `tokenizer` lives through the call, which copies it.
    let code = unsafe {
        if (*api).iVersion < 3 {
            return Err(refused());
        }
        let register = (*api).xCreateTokenizer_v2.ok_or_else(refused)?;
        register(
            api,
            c"bigram".as_ptr(),
            ptr::null_mut(),
            &raw mut tokenizer,
            None,
        )
    };
    if code == SQLITE_OK {
        Ok(())
    } else {
        Err(refused())
    }
}

/// The documented way to the FTS5 interface: `SELECT fts5(?1)` with a bound pointer.
///
/// # Safety
/// `db` is an open connection used by no other thread meanwhile.
unsafe fn find_api(db: *mut sqlite3) -> Option<*mut fts5_api> {
    let mut statement: *mut sqlite3_stmt = ptr::null_mut();
    let mut api: *mut fts5_api = ptr::null_mut();
    // SAFETY: the caller vouches for `db`; the text is NUL-terminated (length -1 reads to it); the
    // statement is finalized on every path (finalizing null is allowed); `api` outlives the step
    // that writes it, and the pointer's type name is the one FTS5 asks for.
    unsafe {
        let prepared = sqlite3_prepare_v2(
            db,
            c"SELECT fts5(?1)".as_ptr(),
            -1,
            &raw mut statement,
            ptr::null_mut(),
        ) == SQLITE_OK;
        let stepped = prepared
            && sqlite3_bind_pointer(
                statement,
                1,
                (&raw mut api).cast(),
                c"fts5_api_ptr".as_ptr(),
                None,
            ) == SQLITE_OK
            && sqlite3_step(statement) == SQLITE_ROW;
        sqlite3_finalize(statement);
        (stepped && !api.is_null()).then_some(api)
    }
}

/// # Safety
/// Called by FTS5 with a writable `out`.
unsafe extern "C" fn create(
    _context: *mut c_void,
    _arguments: *mut *const c_char,
    _count: c_int,
    out: *mut *mut Fts5Tokenizer,
) -> c_int {
    // SAFETY: FTS5 passes a valid place for the result. The tokenizer has no state: the pointer is
    // only handed back to `tokenize` and `delete`, which never look through it.
    unsafe { out.write(ptr::dangling_mut()) };
    SQLITE_OK
}

/// # Safety
/// None needed: there is nothing to free.
unsafe extern "C" fn delete(_tokenizer: *mut Fts5Tokenizer) {}

/// # Safety
/// Called by FTS5: `text` points at `len` readable bytes for the length of the call (or is null
/// with `len` 0), and `sink` may be called with `context`.
unsafe extern "C" fn tokenize(
    _tokenizer: *mut Fts5Tokenizer,
    context: *mut c_void,
    flags: c_int,
    text: *const c_char,
    len: c_int,
    _locale: *const c_char,
    _locale_len: c_int,
    sink: TokenSink,
) -> c_int {
    let (Some(sink), Ok(len)) = (sink, usize::try_from(len)) else {
        return SQLITE_ERROR;
    };
    if text.is_null() || len == 0 {
        return SQLITE_OK;
    }
    // SAFETY: FTS5 promises `len` readable bytes at `text`, unchanged during the call.
    let bytes = unsafe { std::slice::from_raw_parts(text.cast::<u8>(), len) };
    // What is not UTF-8 holds nothing to find; all text written here is.
    let Ok(text) = std::str::from_utf8(bytes) else {
        return SQLITE_OK;
    };
    let query = flags & FTS5_TOKENIZE_QUERY != 0;
    let done = split(text, query, |token| {
        let bytes = &bytes[token.start..token.end];
        let flags = if token.colocated {
            FTS5_TOKEN_COLOCATED
        } else {
            0
        };
        // `len` came from a c_int, and no offset is larger.
        let (length, start, end) = (
            bytes.len() as c_int,
            token.start as c_int,
            token.end as c_int,
        );
        // SAFETY: `context` and `sink` came together from FTS5 for this call; the token's bytes
        // live until the call returns, and FTS5 copies them.
        match unsafe { sink(context, flags, bytes.as_ptr().cast(), length, start, end) } {
            SQLITE_OK => Ok(()),
            code => Err(code),
        }
    });
    done.err().unwrap_or(SQLITE_OK)
}
