//! Papers, from what they say to their bytes.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod counter;
mod delivered;
mod department;
mod faces;
mod golden;
mod handed_out;
mod hostile;
mod ofd;
mod offered;
mod one_page;
mod paper;
mod pictures;
mod probe;
mod read_back;
mod samples;
mod templates;
mod tickets;
mod weight;
