/** Every error code in three sentences, in English. */
import type { ErrorCode } from '../ipc'
import caseErrors from './caseErrors.en'
import type { ErrorWords } from './errorWords'

const words: Record<ErrorCode, ErrorWords> = {
  ...caseErrors,
  'OPS-001': {
    what: 'Nobody is signed in, or the terminal is locked.',
    safe: 'Cases and drafts are safe.',
    todo: 'Sign in and go on.',
  },
  'OPS-002': {
    what: 'Wrong password, {left} tries left.',
    safe: 'Cases and drafts are safe.',
    todo: 'If forgotten, ask a supervisor to reset it.',
  },
  'OPS-003': {
    what: 'Too many wrong passwords; locked.',
    safe: 'Cases and drafts are safe.',
    todo: 'Try again at {until}, or ask a supervisor to unlock.',
  },
  'OPS-004': {
    what: 'This needs a supervisor or an administrator.',
    safe: 'Nothing has changed.',
    todo: 'Ask one to sign in here, or press Esc.',
  },
  'OPS-005': {
    what: 'The password is too short.',
    safe: 'Nothing was saved.',
    todo: 'Use at least 8 characters.',
  },
  'OPS-006': {
    what: 'The name is empty or taken.',
    safe: 'Nothing was saved.',
    todo: 'Choose another spelling.',
  },
  'OPS-007': {
    what: 'No such operator.',
    safe: 'Nothing has changed.',
    todo: 'Choose the operator again.',
  },
  'HOME-BUSY': {
    what: 'The local data is in use by “{held}”.',
    safe: 'The data is unchanged.',
    todo: 'Close that one and open again.',
  },
  'HOME-002': {
    what: 'There is no local data here yet.',
    safe: 'Nothing was changed.',
    todo: 'Run the first set-up.',
  },
  'HOME-003': {
    what: 'This machine is already enrolled.',
    safe: 'Its data is unchanged.',
    todo: 'Sign in. To move it, ask an administrator.',
  },
  'HOME-004': {
    what: 'The keys of this machine do not open the data.',
    safe: 'The data is unchanged and still encrypted.',
    todo: 'Ask an administrator to use the recovery key.',
  },
  'HOME-005': {
    what: 'The data was written by a newer program.',
    safe: 'The data is unchanged.',
    todo: 'Install the new version.',
  },
  'STORE-FULL': {
    what: 'The disk is full; this step was not stored.',
    safe: 'Earlier work is safe.',
    todo: 'Back up, free space and press again.',
  },
  'STORE-IO': {
    what: 'The disk cannot be read or written; this step was not stored.',
    safe: 'Earlier work is safe.',
    todo: 'Leave the machine on and try again; then have the disk checked.',
  },
  'STORE-BROKEN': {
    what: 'The local data does not verify; intake is stopped.',
    safe: 'Earlier cases were not altered.',
    todo: 'Ask an administrator to restore a backup.',
  },
  'CLOCK-001': {
    what: 'The clock of this machine may be wrong; this step was not done.',
    safe: 'Everything entered is kept, nothing is lost.',
    todo: 'Set the clock right, or confirm today’s date, and try again.',
  },
  'CLOCK-002': {
    what: 'The date confirmed is not the one this machine has; this step was not done.',
    safe: 'Everything entered is kept, nothing is lost.',
    todo: 'Look at today’s date and confirm it again.',
  },
  'MATTER-001': {
    what: 'The local catalogue has no such matter.',
    safe: 'Nothing has changed.',
    todo: 'Search in other words, or import a newer catalogue.',
  },
  'MATTER-002': {
    what: 'There is no catalogue yet.',
    safe: 'Cases and drafts are safe.',
    todo: 'Ask an administrator to import one.',
  },
  'MATTER-003': {
    what: 'This file is not a catalogue ({reason}).',
    safe: 'Nothing was imported.',
    todo: 'Choose another file.',
  },
  'MATTER-004': {
    what: 'The catalogue is not signed by the platform.',
    safe: 'Nothing was imported.',
    todo: 'Ask for a new one.',
  },
  'MATTER-005': {
    what: 'This catalogue is older than the one in force.',
    safe: 'The local catalogue is unchanged.',
    todo: 'Use a newer one.',
  },
  'SETUP-001': {
    what: 'This is not a signed enrolment file ({reason}).',
    safe: 'Nothing was changed.',
    todo: 'Choose another file or ask for a new one.',
  },
  'NOTICE-001': {
    what: '{clerk} told this once already.',
    safe: 'No new notice was made.',
    todo: 'Telling it again needs a supervisor.',
  },
  'GUIDE-001': {
    what: 'The guide of “{matter}” lacks {missing} and is not printed as a guide.',
    safe: 'Nothing was printed. Notices and intake work as usual.',
    todo: 'Have it added in the catalogue and install that; for now F4 prints the notice.',
  },
  'PROOF-001': {
    what: 'The catalogue on this machine has no list of proofs.',
    safe: 'Nothing was printed.',
    todo: 'Install a catalogue that has one, or ask for the newest pack.',
  },
  'GUIDE-002': {
    what: 'The guide has no such finding any more, or it is one nobody may keep.',
    safe: 'No approval was written down.',
    todo: 'Look at the list as it is now; a missing section is added in the catalogue.',
  },
  'FILE-001': {
    what: 'This file cannot be taken: empty, too large or of another type.',
    safe: 'Pages taken so far are safe.',
    todo: 'Choose a JPG, PNG or PDF.',
  },
  'FILE-002': {
    what: 'One file cannot be read; its record remains.',
    safe: 'Other materials are intact.',
    todo: 'Capture the page again or restore it from backup.',
  },
  'ARCHIVE-001': {
    what: 'A page of “{title}” cannot be read; the package was not written.',
    safe: 'The case and its records are there, the other pages intact.',
    todo: 'Restore the page from backup, then write the package.',
  },
  'ARCHIVE-002': {
    what: 'A file of that name is there already: {place}.',
    safe: 'It was left as it is.',
    todo: 'Move or rename it, then write again.',
  },
  'ARCHIVE-003': {
    what: 'There is no room where the package goes.',
    safe: 'No half file is left; the case is unchanged.',
    todo: 'Make room or take another place, then write again.',
  },
  'ARCHIVE-004': {
    what: 'The folder of the package cannot be written: the stick may be unplugged, or the right is missing.',
    safe: 'No half file is left; the case is unchanged.',
    todo: 'Plug it in, look at the rights, then write again.',
  },
  'ARCHIVE-005': {
    what: 'This case has more than 4 GB, which no package holds.',
    safe: 'The case and its materials are there.',
    todo: 'Ask the administrator to call the support.',
  },
  'PAPER-001': {
    what: 'There is no such paper.',
    safe: 'The case is unchanged.',
    todo: 'Print it again from the case.',
  },
  'PAPER-002': {
    what: 'The paper could not be made ({reason}).',
    safe: 'The case is stored.',
    todo: 'Print again from the case.',
  },
  'PAPER-003': {
    what: 'The printer did not take the paper ({reason}).',
    safe: 'Case and paper are stored; nothing is doubled.',
    todo: 'Check the printer and print again, or save as a file.',
  },
  'PAPER-004': {
    what: 'This paper has not been with a printer yet, or is still with one.',
    safe: 'Case and paper are kept; nothing is printed twice.',
    todo: 'Print it first, or wait until this printing has ended.',
  },
  'PAPER-005': {
    what: 'This document cannot be had on a sheet of that printer ({sheet}).',
    safe: 'The paper is unchanged.',
    todo: 'Choose another printer, or save it as a file.',
  },
  'PAPER-006': {
    what: 'This paper is not to be had as OFD.',
    safe: 'Case and paper are unchanged.',
    todo: 'Save it as PDF; receipts, acceptance notices and guides can be had as OFD.',
  },
  'PAPER-007': {
    what: '“{title}” was printed before; another copy needs a reason.',
    safe: 'Nothing was printed again; the first copy and the case are unchanged.',
    todo: 'Choose a reason and print; it is printed on the paper.',
  },
  'PRINTER-001': {
    what: 'There is no such printer; it may just have been taken away.',
    safe: 'Everything to be printed is kept on the shelf.',
    todo: 'Look at the printers in the settings.',
  },
  'DEVICE-001': {
    what: 'No card was read.',
    safe: 'What was entered is unchanged.',
    todo: 'Lay the card flat on the reader, or type.',
  },
  'DEVICE-002': {
    what: 'The card reader is not connected.',
    safe: 'You can type and go on as usual.',
    todo: 'Plug it in and press F6.',
  },
  'SYNC-001': {
    what: 'The platform was not reached ({reason}).',
    safe: 'Cases wait here and are not lost.',
    todo: 'They are reported by themselves once online.',
  },
  'SYNC-002': {
    what: 'The platform’s address is not encrypted.',
    safe: 'Nothing was sent.',
    todo: 'Ask an administrator for an https address.',
  },
  'PERSON-001': {
    what: 'Nobody acts in this case, so there is no such file.',
    safe: 'The case is unchanged.',
    todo: 'Go back to the case and open the applicant’s file.',
  },
  'PERSON-002': {
    what: 'Both numbers are one person’s already.',
    safe: 'Nothing was done twice.',
    todo: 'See under “Numbers” when they were put together.',
  },
  'PERSON-003': {
    what: 'These two numbers are not put together, or not any more.',
    safe: 'The file is unchanged.',
    todo: 'Open the file again and look.',
  },
  'SCREEN-001': {
    what: 'Something else stands on the residents’ screen by now.',
    safe: 'Nothing was written down.',
    todo: 'Look at what is there now and press again.',
  },
  'SCREEN-002': {
    what: 'There is no residents’ screen.',
    safe: 'Drafts and cases are unchanged.',
    todo: 'Sign on paper, or open the screen under your name at the top right.',
  },
  'SCREEN-003': {
    what: 'There is no signature in the box yet.',
    safe: 'Everything entered is kept.',
    todo: 'Ask the resident to write their name in the box, then to press “Signed”.',
  },
  'SCREEN-004': {
    what: 'The paper was neither read to its end nor read out.',
    safe: 'It does not count as signed.',
    todo: 'Ask the resident to read on, or read it out and say so.',
  },
  'INPUT-001': {
    what: 'What was entered does not fit ({reason}).',
    safe: 'This step was not saved; everything entered is kept.',
    todo: 'Correct it and press again.',
  },
  INTERNAL: {
    what: 'The program met something unexpected; this step was not done.',
    safe: 'Everything stored is safe.',
    todo: 'Try again; else give this code to support. {incident}',
  },
}

export default words
