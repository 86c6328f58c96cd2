export default {
  none: 'No visits are recorded here.',
  deed: { enquired: 'Asked', told: 'Told what to bring', handed_in: 'Handed in', supplied: 'Supplied materials', collected: 'Collected a result' },
  today: '{visits} visits today, {spared} materials spared',
  todayNote: '{waived} waived by a rule, {reused} used from the archive',
  spared: ', {n} materials spared',
  together: ', {n} cases in one visit',
  tab: 'Visits',
}
