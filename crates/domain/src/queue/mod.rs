//! Queue (排队叫号), booking book (预约) and hours of service (服务时间) of a point.
//!
//! Owns who comes before whom, what may be done with a ticket, when the point serves and what can be
//! booked. Must not know who asks, where anything is kept, nor the working days terms count in: hours
//! of service are the point's own.

mod booking;
mod code;
mod hours;
mod ticket;
mod turn;

pub use booking::{BookingProblem, BookingState, DAYS_AHEAD, Half, check_booking, times};
pub use code::{TicketCode, TicketCodeProblem};
pub use hours::{
    BusinessLine, MAX_BUSINESSES, MAX_PLACES, MAX_SPANS, ServiceHours, Span, SpanProblem,
    SpecialDay, WEEKDAYS,
};
pub use ticket::{
    LineLetter, NotALetter, NotATicket, Priority, Standing, TicketAct, TicketMoved, TicketNumber,
    TicketState,
};
pub use turn::Turn;
