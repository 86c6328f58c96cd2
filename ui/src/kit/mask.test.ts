import { describe, expect, it } from 'vitest'
import { maskedId, maskedPhone, maskedValue } from './mask'

describe('masks of personal numbers', () => {
  it('leave of an identity number what papers and lists leave', () => {
    expect(maskedId('citizen', '11010519491231002X')).toBe('1*************002X')
    expect(maskedId('taiwan_permit', '12345678')).toBe('1*****78')
    expect(maskedId('other', '1234')).toBe('****')
    expect(maskedId('uscc', '91370400TEST000018')).toBe('91370400TEST000018')
  })

  it('count characters, not code units', () => {
    expect(maskedId('other', '𠮷𩙿甲乙丙丁')).toBe('𠮷***丙丁')
  })

  it('leave of a telephone its head and tail when it is mobile, else its last three digits', () => {
    expect(maskedPhone('138 1234-6120')).toBe('138****6120')
    expect(maskedPhone('0632-5611234')).toBe('*********234')
    expect(maskedPhone('12345')).toBe('*****')
  })

  it('go by the kind of a field', () => {
    expect(maskedValue('idcard', '370481194403210421')).toBe('3*************0421')
    expect(maskedValue('phone', '13812346120')).toBe('138****6120')
    expect(maskedValue('bankcard', '6217000000000000421')).toBe('****0421')
    expect(maskedValue('text', '样例农商银行')).toBe('样例农商银行')
    expect(maskedValue('bankcard', '')).toBe('')
  })
})
