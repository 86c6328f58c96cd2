//! First run: which counter this machine is, who looks after it, what it can do.

mod administrator;
mod demo;
mod enrol;

pub use demo::DemoOptions;
pub use enrol::SetupReport;
