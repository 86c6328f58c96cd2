export default {
  open: 'Copy to the department’s system',
  title: 'Copy to the department’s system',
  what: 'For a department whose system is not connected: take the fields over one by one, without typing them again. Looking and copying are on the record; the clipboard is emptied when you close.',
  copy: 'Copy, go to the next',
  code: 'Show a code',
  codeOf: '{field}: scan it at the other computer',
  taken: 'copied',
  count: '{n} of {total} copied',
  refused: 'The system does not allow copying. Everything is here: show a code and scan it, or type it from the screen.',
  nothing: 'nothing yet',
  field: {
    applicant: { name: 'Applicant’s name', id_number: 'Applicant’s ID', phone: 'Applicant’s phone', address: 'Applicant’s address' },
    agent: { name: 'Agent’s name', id_number: 'Agent’s ID', phone: 'Agent’s phone', address: 'Agent’s address' },
  },
}
