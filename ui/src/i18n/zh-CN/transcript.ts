export default {
  open: '抄录到部门系统',
  title: '抄录到部门系统',
  what: '部门系统还没有对接的，一格一格抄过去，不用再打一遍。看过、抄过都会留痕；关掉时剪贴板一并清空。',
  copy: '复制，到下一格',
  code: '出二维码',
  codeOf: '{field}，用那台电脑的扫码枪扫',
  taken: '抄过',
  count: '抄了 {n} 格，共 {total} 格',
  refused: '系统不让复制。内容都在，可以出二维码扫过去，或照着打。',
  nothing: '还没有内容',
  field: {
    applicant: { name: '申请人姓名', id_number: '申请人证件号', phone: '申请人电话', address: '申请人住址' },
    agent: { name: '代办人姓名', id_number: '代办人证件号', phone: '代办人电话', address: '代办人住址' },
  },
}
