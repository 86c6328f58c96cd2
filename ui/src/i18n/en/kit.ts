export default {
  space: 'Space',
  optional: ' (optional)',
  close: 'Close',
  loading: 'Reading',
  problems: '{n} to correct',
  dateUnread: 'Not recognised as a date. Write 20261123, 11.23 or “today”.',
  datePlaceholder: 'e.g. 20261123, 11.23, today',
  reveal: 'Show',
  hide: 'Hide',
  stepDone: 'done',
  nextTab: 'Next tab',
  previousTab: 'Previous tab',
}
