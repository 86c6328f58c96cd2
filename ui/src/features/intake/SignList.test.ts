import { mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeDesk } from '../../../tests/preview/fakeTransport'
import { i18n } from '../../i18n'
import { useTransport, type SignedPaper, type SignView, type UnsignedPaper } from '../../ipc'
import SignList from './SignList.vue'

const FORM = { document: 'application_form', title: '申请表', outdated: false, skippable: true }
const SIGNED: SignedPaper = { document: 'application_form', files: [], how: 'on_paper', content: 'c'.repeat(64) }

const PROMISE = { document: 'promise.M1', title: '告知承诺书', outdated: false, skippable: false }

function show(signed: SignedPaper[], changed: string[] = []) {
  const list = mount(SignList, {
    props: {
      papers: [FORM], signed, changed, owner: { draft: 'd', number: null }, source: {}, make: () => Promise.reject(new Error('nothing is printed here')),
      'onUpdate:signed': (now: SignedPaper[]) => void list.setProps({ signed: now }),
    },
    global: { plugins: [i18n] },
  })
  return list
}

beforeEach(() => {
  i18n.global.locale.value = 'zh-CN'
  useTransport(fakeDesk())
})

describe('papers to sign', () => {
  it('take a signature that was given for something else as none, until it is given again', async () => {
    const list = show([SIGNED], [SIGNED.document])
    expect(list.find('li').text()).toContain('签后内容改过，要重签')
    await list.findAll('button').find((button) => button.text() === '纸上签好了')?.trigger('click')
    expect(list.props('signed')).toEqual([{ ...SIGNED, content: '' }])
    expect(list.find('li').text()).toContain('已签在纸上')
    await list.vm.$nextTick()
    expect(list.emitted('complete')).toHaveLength(1)
  })

  it('let a signature that stands be looked at and given again', async () => {
    const list = show([SIGNED])
    expect(list.text()).not.toContain('签后内容改过')
    await list.findAll('button').find((button) => button.text() === '重签')?.trigger('click')
    expect(list.props('signed')).toEqual([])
  })
})

describe('papers that may be left unsigned', () => {
  function offer(papers: SignView[], unsigned: UnsignedPaper[] = [], changed: string[] = []) {
    const list = mount(SignList, {
      props: {
        papers, signed: [], unsigned, changed, owner: { draft: 'd', number: null }, source: {}, make: () => Promise.reject(new Error('nothing is printed here')),
        'onUpdate:signed': (now: SignedPaper[]) => void list.setProps({ signed: now }),
        'onUpdate:unsigned': (now: UnsignedPaper[] | undefined) => void list.setProps({ unsigned: now ?? [] }),
      },
      global: { plugins: [i18n] },
    })
    return list
  }
  const press = (list: ReturnType<typeof offer>, words: string) => list.findAll('button').find((button) => button.text().startsWith(words))?.trigger('click')
  const choose = (list: ReturnType<typeof offer>, why: string) => list.find(`input[value="${why}"]`).setValue(true)

  it('ask why, from the list or in words, before one is left', async () => {
    const list = offer([FORM])
    await press(list, '跳过')
    await press(list, '这份先不签')
    expect(list.text(), 'no reason, nothing left').toContain('选一个先不签的原因')
    await choose(list, 'other')
    await press(list, '这份先不签')
    expect(list.text()).toContain('写上先不签的原因')
    expect(list.props('unsigned')).toEqual([])
    await choose(list, 'taken_home')
    await press(list, '这份先不签')
    expect(list.props('unsigned')).toEqual([{ document: 'application_form', why: 'taken_home', words: '', content: '' }])
    expect(list.find('li').text()).toContain('未签：申请人要求带回签字')
    await list.vm.$nextTick()
    expect(list.emitted('complete'), 'it was the last').toHaveLength(1)
  })

  it('are signed after all, and the reason is gone', async () => {
    const left = { document: 'application_form', why: 'other', words: '右手受伤', content: 'c'.repeat(64) }
    const list = offer([FORM], [left])
    expect(list.find('li').text()).toContain('未签：右手受伤')
    await press(list, '改为现在签')
    expect(list.props('unsigned')).toEqual([])
    await press(list, '纸上签好了')
    expect(list.find('li').text()).toContain('已签在纸上')
  })

  it('say of what is promised that it cannot be left, and what to do instead', async () => {
    const list = offer([PROMISE])
    const line = list.find('li').text()
    expect(line).toContain('承诺要本人签了才算，不能跳过')
    expect(line).toContain('改成交证明')
    await press(list, '跳过')
    expect(list.find('fieldset').exists()).toBe(false)
  })

  it('ask again for one whose paper says something else by now', () => {
    const left = { document: 'application_form', why: 'no_means', words: '', content: 'c'.repeat(64) }
    expect(offer([FORM], [left], ['application_form']).find('li').text()).toContain('签后内容改过，要重签')
  })
})
