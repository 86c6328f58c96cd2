//! Queue (排队叫号), booking book (预约本) and service hours (服务时间) of the point.

use super::PaperInfo;

dto! {
    /// One ticket (号票).
    pub struct TicketRow {
        /// Id.
        pub id: String,
        /// As printed and called, such as `A017`.
        pub number: String,
        /// What it is for, by name.
        pub business: String,
        /// Why it comes before others: `age`, `disability`, `pregnancy`, `service`.
        pub priority: Option<String>,
        /// The time of the booking it came with, `HH:MM`.
        pub booked: Option<String>,
        /// Who booked; nobody gives a name for a plain ticket.
        pub name: String,
        /// When it was taken, RFC 3339 with +08:00.
        pub taken_at: String,
        /// Whole minutes it waited: until now, or until it was first called.
        pub waited: u32,
        /// `waiting`, `serving`, `held`, `missed`, `served`, `sent_on`.
        pub state: String,
        /// How often it was called.
        pub calls: u32,
    }
    /// One of the lines people choose between.
    pub struct QueueBusiness {
        /// Its letter, `A` to `Z`.
        pub letter: String,
        /// Its name.
        pub name: String,
        /// How many wait in it.
        pub waiting: u32,
    }
    /// Numbers go on after a gap today, because the store came from a backup or another machine.
    pub struct QueueResumed {
        /// Since when, RFC 3339 with +08:00.
        pub at: String,
        /// Every number given since has a higher count.
        pub above: u32,
    }
    /// The queue as this window sees it.
    pub struct QueueBoard {
        /// The point serves now.
        pub open: bool,
        /// Today's hours, such as `09:00–12:00`; empty when it is closed all day.
        pub hours: Vec<String>,
        /// Whoever is at the window.
        pub serving: Option<TicketRow>,
        /// Those who wait, in the order they are called.
        pub waiting: Vec<TicketRow>,
        /// Those put aside.
        pub held: Vec<TicketRow>,
        /// Those who did not come when called, newest first.
        pub missed: Vec<TicketRow>,
        /// The lines.
        pub businesses: Vec<QueueBusiness>,
        /// Tickets served or sent on today.
        pub served: u32,
        /// Whole minutes people waited today, on average; none while nobody was called.
        pub average_wait: Option<u32>,
        /// The longest somebody waited today, in whole minutes.
        pub longest_wait: Option<u32>,
        /// Tickets called out of order today.
        pub overrides: u32,
        /// Why today's numbers begin where they do; none on other days.
        pub resumed: Option<QueueResumed>,
    }
    /// What became of looking for a ticket by its code.
    pub struct TicketFound {
        /// `here`, `other_day`, `other_terminal`, `unknown`, `mistyped` when the check character does
        /// not fit, `no_code` when it is none.
        pub place: String,
        /// The ticket, when it is one of today and of this terminal.
        pub ticket: Option<TicketRow>,
        /// Its number; empty of what is no code.
        pub number: String,
        /// The day it was given, `YYYY-MM-DD`; empty of what is no code.
        pub day: String,
        /// The terminal that gave it; empty of what is no code.
        pub terminal: String,
    }
    /// A call out of order.
    pub struct OverrideRow {
        /// When, RFC 3339 with +08:00.
        pub at: String,
        /// Whose number.
        pub number: String,
        /// What it was for.
        pub business: String,
        /// Who called.
        pub operator: String,
        /// Why.
        pub reason: String,
        /// How many waited whose turn was before.
        pub passed_over: u32,
    }
    /// A day with calls out of order.
    pub struct OverrideDay {
        /// The day.
        pub date: String,
        /// How many.
        pub calls: u32,
    }
    /// Calls out of order, for whoever answers for the point.
    pub struct OverrideBook {
        /// The day shown.
        pub date: String,
        /// Its calls, oldest first.
        pub rows: Vec<OverrideRow>,
        /// Every day that has some, newest first.
        pub days: Vec<OverrideDay>,
    }
    /// A ticket was taken.
    pub struct TicketTaken {
        /// The ticket.
        pub ticket: TicketRow,
        /// How many wait before it.
        pub ahead: u32,
        /// Its paper.
        pub paper: PaperInfo,
    }
    /// One booking.
    pub struct BookingRow {
        /// Id.
        pub id: String,
        /// `HH:MM`.
        pub at: String,
        /// Who comes.
        pub name: String,
        /// How to reach them, masked.
        pub phone_masked: String,
        /// Letter of the line.
        pub business: String,
        /// What for, in the clerk's words; may be empty.
        pub about: String,
        /// `booked`, `arrived`, `cancelled`, `missed`.
        pub state: String,
    }
    /// Half a day of bookings.
    pub struct HalfDay {
        /// `morning` or `afternoon`.
        pub half: String,
        /// Bookings that stand.
        pub taken: u32,
        /// How many there may be; none while the point is closed.
        pub places: u32,
        /// The times that can still be booked, `HH:MM`, every half hour.
        pub times: Vec<String>,
    }
    /// A day of the booking book.
    pub struct BookingDay {
        /// The day.
        pub date: String,
        /// Its halves.
        pub halves: Vec<HalfDay>,
        /// Its bookings by time.
        pub rows: Vec<BookingRow>,
    }
    /// Seven days of the booking book.
    pub struct BookingBook {
        /// The days.
        pub days: Vec<BookingDay>,
    }
    /// The point's hours of service; they are not the working days terms count in.
    pub struct ServiceHours {
        /// Monday to Sunday, seven of them.
        pub week: Vec<DayHours>,
        /// Days that differ.
        pub special: Vec<SpecialDay>,
        /// Bookings in half a day.
        pub places: u32,
        /// The lines, one at least and eight at most.
        pub businesses: Vec<BusinessLine>,
        /// Whoever is signed in may change them.
        pub changeable: bool,
    }
}
input! {
    /// The hours of a day of the week; none is closed.
    pub struct DayHours {
        /// `HH:MM–HH:MM`, at most three, in order, not touching.
        pub spans: Vec<String>,
    }
    /// A day with hours of its own.
    pub struct SpecialDay {
        /// The day.
        pub date: String,
        /// As on a day of the week; none is closed.
        pub spans: Vec<String>,
        /// Why: 节假日通道, 集中办理日, …
        pub note: String,
    }
    /// One line of the queue.
    pub struct BusinessLine {
        /// Its letter, `A` to `Z`.
        pub letter: String,
        /// Its name, 1 to 10 characters.
        pub name: String,
    }
    /// Takes a ticket.
    pub struct TakeTicket {
        /// Letter of the line.
        pub business: String,
        /// `age`, `disability`, `pregnancy`, `service`; empty for none. Nobody proves it.
        pub priority: String,
        /// The booking it comes with; empty for none.
        pub booking: String,
    }
    /// Names a ticket.
    pub struct TicketRef {
        /// Id.
        pub id: String,
    }
    /// Looks for a ticket.
    pub struct FindTicket {
        /// The code on it, or the bare number of one of today.
        pub code: String,
    }
    /// Prints a ticket again.
    pub struct ReprintTicket {
        /// Id.
        pub id: String,
        /// Why: `lost`, `unclear`, `blank`, `jammed`, `one_more`.
        pub reason: Option<String>,
    }
    /// Looks at the calls out of order of a day.
    pub struct ListOverrides {
        /// The day; empty for today.
        pub day: String,
    }
    /// Calls a ticket that is not the next one.
    pub struct CallTicket {
        /// Id.
        pub id: String,
        /// Why, 2 to 100 characters; kept.
        pub reason: String,
    }
    /// Sends whoever is at the window to another one.
    pub struct SendTicket {
        /// The other window, 1 to 30 characters.
        pub window: String,
    }
    /// Looks at the booking book.
    pub struct ShowBookings {
        /// The first of the seven days; empty for today.
        pub from: String,
    }
    /// Adds a booking.
    pub struct AddBooking {
        /// The day: today or one of the next thirty.
        pub day: String,
        /// `HH:MM`, one of the half day's `times`.
        pub at: String,
        /// Who comes.
        pub name: String,
        /// How to reach them.
        pub phone: String,
        /// Letter of the line.
        pub business: String,
        /// What for; may be empty.
        pub about: String,
    }
    /// Names a booking.
    pub struct BookingRef {
        /// Id.
        pub id: String,
    }
    /// Changes the hours of service.
    pub struct SetServiceHours {
        /// Monday to Sunday, seven of them.
        pub week: Vec<DayHours>,
        /// Days that differ.
        pub special: Vec<SpecialDay>,
        /// Bookings in half a day, 1 to 50.
        pub places: u32,
        /// The lines.
        pub businesses: Vec<BusinessLine>,
    }
}
