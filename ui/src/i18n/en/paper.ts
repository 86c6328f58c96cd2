export default {
  sent: '“{title}” went to the printer {place}.',
  saved: '“{title}” was saved: {place}',
  copy: 'This is print no. {n}.',
  failed: '“{title}” was not printed ({reason}).',
  kept: 'The paper is stored and not lost.',
  todo: 'Check the printer and print again.',
  again: 'Print again',
  missing: 'Characters this machine cannot print: {characters}. The paper shows a box and the code.',
}
