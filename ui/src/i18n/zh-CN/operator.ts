export default {
  opening: '正在打开本机数据…',
  retry: '再试一次',
  title: '谁在办',
  password: '口令',
  enter: '进入',
  forgotten: '忘了口令？找负责人重设',
  canSignIn: '{light}，可以登录',
  choose: '选人',
  offline: '未联网',
  empty: '还没有人员。请先做首次设置。',
  unchecked: '已 {n} 天没联网核对，{by}前请联网或导入一次授权。',
  by: { day0: '今天下班', day1: '明天', day2: '后天', later: '{n} 天后' },
  wrong: {
    what: '口令不对，还可试 {left} 次。',
    safe: '办件和草稿都安全。',
    todo: '想不起来按 {digit} 找负责人重设。',
  },
  locked: {
    what: '已锁定 {minutes} 分钟，到 {until} 再试，或由负责人解锁。',
  },
}
