/** The error codes about drafts, cases and what belongs to them in three sentences, in English. */
import type { ErrorCode } from '../ipc'
import type { ErrorWords } from './errorWords'

export default {
  'DRAFT-001': {
    what: 'There is no such draft, or it is somebody else’s.',
    safe: 'Other drafts are unchanged.',
    todo: 'Open it again from New case.',
  },
  'DRAFT-002': {
    what: 'This matter has just been published anew; this step was not done.',
    safe: 'Everything entered is kept.',
    todo: 'See what changed, then go on.',
  },
  'CASE-001': {
    what: 'Some fields need correcting; this step was not done.',
    safe: 'Everything entered is kept.',
    todo: 'Correct the fields below and press again.',
  },
  'CASE-002': {
    what: 'No case with this number here.',
    safe: 'Nothing has changed.',
    todo: 'Check the number; cases of other points need the network.',
  },
  'CASE-003': {
    what: 'The case is not in a state for this.',
    safe: 'The case is unchanged.',
    todo: 'See its timeline and choose a possible step.',
  },
  'CASE-004': {
    what: 'A correction notice was already given.',
    safe: 'The case is unchanged.',
    todo: 'A supervisor has to decide about a second one.',
  },
  'CASE-005': {
    what: 'Five working days have passed; by law the case counts as accepted.',
    safe: 'The case is unchanged.',
    todo: 'Go on with it as accepted.',
  },
  'CASE-006': {
    what: '“{number}” is not a case number.',
    safe: 'Nothing has changed.',
    todo: 'Type it again from the receipt.',
  },
  'CASE-007': {
    what: 'The published list has no such thing, so it cannot be demanded.',
    safe: 'The case has not changed; the attempt is recorded for the supervisor.',
    todo: 'Leave out what is not on the list. What is really needed, a supervisor takes to the department.',
  },
  'CASE-008': {
    what: 'The day was moved before.',
    safe: 'It stands as it was.',
    todo: 'Call the applicant; past its day the case can be ended.',
  },
  'CASE-009': {
    what: 'The day was not moved: {left} days of the promise are left, so it may be moved by {most}.',
    safe: 'It stands as it was.',
    todo: 'Choose an earlier day.',
  },
  'CASE-010': {
    what: 'This was asked for before and is not answered.',
    safe: 'The case is unchanged.',
    todo: 'Wait for the platform; the answer stands in the trail.',
  },
  'CASE-011': {
    what: 'The day is {day} and not over, so the case cannot be ended.',
    safe: 'It is unchanged.',
    todo: 'Call the applicant; the day may be moved once.',
  },
  'RATING-001': {
    what: 'The case was rated at this stage before.',
    safe: 'That rating stands.',
    todo: 'There is no need to ask again.',
  },
  'RATING-002': {
    what: 'This cannot be rated again: it was never rated, was rated again before, or the fifteen working days are over.',
    safe: 'The first rating and the case are unchanged.',
    todo: 'Take anything new as an enquiry or complaint, or point to 12345.',
  },
  'DELIVERY-001': {
    what: 'The document is not the applicant’s.',
    safe: 'Nothing was handed over.',
    todo: 'With a mandate, press 2.',
  },
  'DELIVERY-002': {
    what: 'The applicant gave this person no mandate to collect.',
    safe: 'Nothing was handed over; the result is still here.',
    todo: 'The applicant gives a mandate, or comes in person.',
  },
  'DELIVERY-003': {
    what: '“{name}” is not at the counter any more.',
    safe: 'Nothing was handed over.',
    todo: 'Press Esc and see where it is.',
  },
  'DELIVERY-004': {
    what: 'These results belong to several people.',
    safe: 'Nothing was handed over.',
    todo: 'Hand over to one person at a time.',
  },
  'DELIVERY-005': {
    what: 'No such parcel is under way.',
    safe: 'Nothing was changed.',
    todo: 'Press Esc and see where the result is.',
  },
  'MANDATE-001': {
    what: 'There is no such mandate, or its paper was used before.',
    safe: 'Nothing was changed.',
    todo: 'Print it again and have it signed.',
  },
  'MANDATE-002': {
    what: 'This mandate does not let them collect now.',
    safe: 'Nothing was handed over; the result is still here.',
    todo: 'The applicant renews it, or comes in person.',
  },
  'MANDATE-003': {
    what: 'This mandate was taken back before.',
    safe: 'Nothing was changed.',
    todo: 'There is nothing more to do.',
  },
  'QUEUE-001': {
    what: 'Nobody is waiting.',
    safe: 'No ticket was changed.',
    todo: 'Press F5 again once somebody has taken a ticket.',
  },
  'QUEUE-002': {
    what: 'Nobody is at the window.',
    safe: 'No ticket was changed.',
    todo: 'Call the next one first.',
  },
  'QUEUE-003': {
    what: 'This ticket or booking has changed in the meantime; nothing was done.',
    safe: 'No other ticket or booking was changed.',
    todo: 'Look at the queue and the book as they are now and choose again.',
  },
  'QUEUE-004': {
    what: 'This time cannot be booked.',
    safe: 'The booking book was not changed.',
    todo: 'Choose another time that is still free.',
  },
  'ENQUIRY-001': {
    what: 'There is no such enquiry.',
    safe: 'Nothing was changed.',
    todo: 'Choose it again from the list.',
  },
  'ENQUIRY-002': {
    what: 'This enquiry was settled or handed to another office.',
    safe: 'What was answered stays.',
    todo: 'Keep another one for a further question.',
  },
  'FORWARD-001': {
    what: 'This matter is handled here and nowhere else.',
    safe: 'The draft and its materials are kept.',
    todo: 'Accept it, or take it in.',
  },
} satisfies Partial<Record<ErrorCode, ErrorWords>>
