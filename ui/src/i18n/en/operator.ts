export default {
  opening: 'Opening local data…',
  retry: 'Try again',
  title: 'Who is working',
  password: 'Password',
  enter: 'Enter',
  forgotten: 'Forgotten? A supervisor resets it',
  canSignIn: '{light}, signing in works',
  choose: 'choose person',
  offline: 'Offline',
  empty: 'Nobody here yet. Run the first set-up.',
  unchecked: 'Not checked online for {n} days; go online or import a grant before {by}.',
  by: { day0: 'tonight', day1: 'tomorrow', day2: 'the day after tomorrow', later: '{n} days from now' },
  wrong: {
    what: 'Wrong password, {left} tries left.',
    safe: 'Cases and drafts are safe.',
    todo: 'If forgotten, press {digit} to ask a supervisor.',
  },
  locked: {
    what: 'Locked for {minutes} minutes; try again at {until}, or a supervisor unlocks.',
  },
}
