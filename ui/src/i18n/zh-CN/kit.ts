export default {
  space: '空格',
  optional: '（可不填）',
  close: '关闭',
  loading: '正在读取',
  problems: '还有 {n} 处要改',
  dateUnread: '没认出这个日期。可以写成 20261123、11.23 或“今天”。',
  datePlaceholder: '如 20261123、11.23、今天',
  reveal: '显示',
  hide: '遮住',
  stepDone: '已完成',
  nextTab: '下一页签',
  previousTab: '上一页签',
}
