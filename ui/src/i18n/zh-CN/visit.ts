export default {
  none: '本机没有到场记录。',
  deed: { enquired: '咨询', told: '一次告知', handed_in: '递交申请', supplied: '补交材料', collected: '领取结果' },
  today: '今天来了 {visits} 人次，免交 {spared} 份',
  todayNote: '按规则免交 {waived} 份，用档案里的 {reused} 份',
  spared: '，免交 {n} 份',
  together: '，同来办 {n} 件',
  tab: '到场',
}
