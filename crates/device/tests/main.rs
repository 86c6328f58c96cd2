//! Devices and printers, simulated and hostile.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod hostile_line;
mod hostile_printer;
mod ipp_printing;
mod printer_search;
mod reading;
mod text_block;
mod ticket_printing;
