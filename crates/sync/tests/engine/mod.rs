//! The engine by itself: what it plans, given what it knows.

mod files;
mod given_back;
mod scene;
mod steps;
