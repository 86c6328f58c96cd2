export default {
  sent: '《{title}》已送到打印机{place}。',
  saved: '《{title}》已存成文件：{place}',
  copy: '这是第 {n} 次打印。',
  failed: '《{title}》没有打印出来（{reason}）。',
  kept: '文书已存好，不会丢。',
  todo: '检查打印机后再打一次。',
  again: '再打一次',
  missing: '本机打不出的字：{characters}。纸上画了方框和编码。',
}
