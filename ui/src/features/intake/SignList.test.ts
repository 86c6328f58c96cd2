import { mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeDesk } from '../../../tests/preview/fakeTransport'
import { i18n } from '../../i18n'
import { useTransport, type SignedPaper } from '../../ipc'
import SignList from './SignList.vue'

const FORM = { document: 'application_form', title: '申请表', outdated: false }
const SIGNED: SignedPaper = { document: 'application_form', files: [], how: 'on_paper', content: 'c'.repeat(64) }

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
