//! Queue (排队叫号), booking book (预约) and service hours (服务时间) of this terminal.

use yichuang_domain::role::{Act, may};

use crate::{Desk, ipc::*, report::Outcome};

pub(crate) fn shelf() -> QueueShelf {
    QueueShelf {
        serving: None,
        waiting: 0,
        next: None,
    }
}

fn nobody<T>() -> Outcome<T> {
    Err(ApiError::new(ErrorCode::QueueEmpty))
}

impl Desk {
    /// The queue.
    ///
    /// # Errors
    /// `OPS-…`.
    pub fn queue_board(&self, _: Nothing) -> Outcome<QueueBoard> {
        self.operator()?;
        Ok(QueueBoard {
            open: false,
            hours: Vec::new(),
            serving: None,
            waiting: Vec::new(),
            held: Vec::new(),
            missed: Vec::new(),
            businesses: Vec::new(),
            served: 0,
            average_wait: None,
            longest_wait: None,
            overrides: 0,
        })
    }

    /// The queue.
    ///
    /// # Errors
    /// `OPS-…`.
    pub fn take_ticket(&self, _: TakeTicket) -> Outcome<TicketTaken> {
        self.operator()?;
        nobody()
    }

    /// The queue.
    ///
    /// # Errors
    /// `OPS-…`.
    pub fn call_next(&self, _: Nothing) -> Outcome<QueueBoard> {
        self.operator()?;
        nobody()
    }

    /// The queue.
    ///
    /// # Errors
    /// `OPS-…`.
    pub fn call_ticket(&self, _: CallTicket) -> Outcome<QueueBoard> {
        self.operator()?;
        nobody()
    }

    /// The queue.
    ///
    /// # Errors
    /// `OPS-…`.
    pub fn call_again(&self, _: Nothing) -> Outcome<QueueBoard> {
        self.operator()?;
        nobody()
    }

    /// The queue.
    ///
    /// # Errors
    /// `OPS-…`.
    pub fn miss_ticket(&self, _: Nothing) -> Outcome<QueueBoard> {
        self.operator()?;
        nobody()
    }

    /// The queue.
    ///
    /// # Errors
    /// `OPS-…`.
    pub fn hold_ticket(&self, _: Nothing) -> Outcome<QueueBoard> {
        self.operator()?;
        nobody()
    }

    /// The queue.
    ///
    /// # Errors
    /// `OPS-…`.
    pub fn send_ticket(&self, _: SendTicket) -> Outcome<QueueBoard> {
        self.operator()?;
        nobody()
    }

    /// The queue.
    ///
    /// # Errors
    /// `OPS-…`.
    pub fn finish_ticket(&self, _: Nothing) -> Outcome<QueueBoard> {
        self.operator()?;
        nobody()
    }

    /// The queue.
    ///
    /// # Errors
    /// `OPS-…`.
    pub fn return_ticket(&self, _: TicketRef) -> Outcome<QueueBoard> {
        self.operator()?;
        nobody()
    }

    /// The queue.
    ///
    /// # Errors
    /// `OPS-…`.
    pub fn show_bookings(&self, _: ShowBookings) -> Outcome<BookingBook> {
        self.operator()?;
        Ok(BookingBook { days: Vec::new() })
    }

    /// The queue.
    ///
    /// # Errors
    /// `OPS-…`.
    pub fn add_booking(&self, _: AddBooking) -> Outcome<BookingBook> {
        self.operator()?;
        nobody()
    }

    /// The queue.
    ///
    /// # Errors
    /// `OPS-…`.
    pub fn cancel_booking(&self, _: BookingRef) -> Outcome<BookingBook> {
        self.operator()?;
        nobody()
    }

    /// The queue.
    ///
    /// # Errors
    /// `OPS-…`.
    pub fn service_hours(&self, _: Nothing) -> Outcome<ServiceHours> {
        let operator = self.operator()?;
        Ok(ServiceHours {
            week: Vec::new(),
            special: Vec::new(),
            places: 8,
            businesses: Vec::new(),
            changeable: may(operator.role, Act::ManageSettings),
        })
    }

    /// The queue.
    ///
    /// # Errors
    /// `OPS-…`.
    pub fn set_service_hours(&self, _: SetServiceHours) -> Outcome<ServiceHours> {
        self.operator()?;
        nobody()
    }
}
