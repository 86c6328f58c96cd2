/** Error codes about drafts, cases and what belongs to them in three sentences, in Chinese. */
import type { ErrorCode } from '../ipc'
import type { ErrorWords } from './errorWords'

export default {
  'DRAFT-001': {
    what: '没有这份草稿，或者它是别人的。',
    safe: '别的草稿没有变化。',
    todo: '回到新受理重新打开。',
  },
  'DRAFT-002': {
    what: '这个事项刚刚更新，这一步没有办。',
    safe: '填过的内容都在。',
    todo: '先看看变了什么，再接着办。',
  },
  'CASE-001': {
    what: '还有几处要改，这一步没有办。',
    safe: '已填的内容都在。',
    todo: '照下面的提示改好再按一次。',
  },
  'CASE-002': {
    what: '本机没有这个受理号的办件。',
    safe: '内容没有变化。',
    todo: '核对号码；在别的点办的要联网后查。',
  },
  'CASE-003': {
    what: '办件现在的状态不能这样办。',
    safe: '办件没有变化。',
    todo: '看看时间线，再选能办的一步。',
  },
  'CASE-004': {
    what: '这一件已经补正告知过一次。',
    safe: '办件没有变化。',
    todo: '还缺材料要请负责人决定。',
  },
  'CASE-005': {
    what: '五个工作日已过，没有告知补正，依法视为受理。',
    safe: '办件没有变化。',
    todo: '按已受理接着办。',
  },
  'CASE-006': {
    what: '“{number}”不像受理号。',
    safe: '内容没有变化。',
    todo: '照回执上的号码再输一次。',
  },
  'CASE-007': {
    what: '清单里没有这一项，不能要求群众提供。',
    safe: '这件没有变化；已记录，负责人看得到。',
    todo: '把清单外的去掉再出。确有必要的，请负责人向公布清单的部门提出。',
  },
  'CASE-008': {
    what: '已经延过一次。',
    safe: '原截止日没变。',
    todo: '再联系申请人；过了截止日可以终止。',
  },
  'CASE-009': {
    what: '延期没存上：承诺时限只剩 {left} 天，最多延 {most} 天。',
    safe: '原截止日没变。',
    todo: '改短再存。',
  },
  'CASE-010': {
    what: '这一件已经提出过，还没答复。',
    safe: '办件没有变化。',
    todo: '等上级平台答复，答复会写在留痕里。',
  },
  'CASE-011': {
    what: '截止日是 {day}，还没过，不能终止。',
    safe: '办件没有变化。',
    todo: '先联系申请人，可以延期一次。',
  },
  'RATING-001': {
    what: '这件在这一步已经评过了。',
    safe: '以前的评价没有变。',
    todo: '不用再请评价。',
  },
  'RATING-002': {
    what: '这件不能追评：没有评过、已经追评过，或者过了 15 个工作日。',
    safe: '原来的评价和办件都没有变化。',
    todo: '有新的意见，登记咨询投诉或拨打 12345。',
  },
  'DELIVERY-001': {
    what: '证件和申请人不是同一人。',
    safe: '没有交付。',
    todo: '要有授权委托书，按 2。',
  },
  'DELIVERY-002': {
    what: '申请人没有委托这个人代领。',
    safe: '没有交付，结果还在柜台。',
    todo: '请申请人办一份授权委托书，或由本人来领。',
  },
  'DELIVERY-003': {
    what: '“{name}”已经不在柜台。',
    safe: '没有交付。',
    todo: '按 Esc 返回，看它现在在哪里。',
  },
  'DELIVERY-004': {
    what: '这些结果不是同一个人的。',
    safe: '没有交付。',
    todo: '分开交，一个人一次。',
  },
  'DELIVERY-005': {
    what: '没有等签收的这个邮件。',
    safe: '没有改动任何内容。',
    todo: '按 Esc 返回，看结果现在在哪里。',
  },
  'MANDATE-001': {
    what: '没有这份委托，或者这张委托书已经用过。',
    safe: '没有改动任何内容。',
    todo: '重新打印一张再签。',
  },
  'MANDATE-002': {
    what: '这份委托现在不能用来代领。',
    safe: '没有交付，结果还在柜台。',
    todo: '请申请人续签，或由本人来领。',
  },
  'MANDATE-003': {
    what: '这份委托早已撤销。',
    safe: '没有改动任何内容。',
    todo: '不用再撤销。',
  },
  'QUEUE-001': {
    what: '现在没人等。',
    safe: '号没有变化。',
    todo: '有人取号后再按 F5。',
  },
  'QUEUE-002': {
    what: '窗口现在没有正在办的号。',
    safe: '号没有变化。',
    todo: '先叫下一位。',
  },
  'QUEUE-003': {
    what: '这个号已经不在等了。',
    safe: '别的号没有变化。',
    todo: '看看最新的等候队伍，再选一次。',
  },
  'QUEUE-004': {
    what: '这个时段约不上。',
    safe: '预约本没有变化。',
    todo: '换一个还有空的时段。',
  },
  'ENQUIRY-001': {
    what: '没有这条首问。',
    safe: '没有改动任何内容。',
    todo: '回到首问列表再选一次。',
  },
  'ENQUIRY-002': {
    what: '这条首问已经办结或转给别的单位。',
    safe: '原来的答复没有动。',
    todo: '要再问，另记一条。',
  },
  'FORWARD-001': {
    what: '这个事项只在本点办，不用转。',
    safe: '草稿和材料都在。',
    todo: '按受理或收件办。',
  },
} satisfies Partial<Record<ErrorCode, ErrorWords>>
