import { describe, expect, it } from 'vitest'
import { signatureOf, unsignedOf, withLeft, withoutSigned, withPhotographs, withSigned } from './signing'

const page = { sha256: 'a'.repeat(64), size: 10, mediaType: 'image/jpeg', name: '申请表.jpg' }

describe('signed papers', () => {
  it('are marked once each, the newest mark counting', () => {
    const once = withSigned([], 'application_form', 'on_paper')
    expect(withSigned(once, 'application_form', 'read_aloud')).toEqual([{ document: 'application_form', files: [], how: 'read_aloud', content: '' }])
  })

  it('are photographed when a photograph is added, page after page', () => {
    const twice = withPhotographs(withPhotographs([], 'deferral', [page]), 'deferral', [{ ...page, sha256: 'b'.repeat(64) }])
    expect(signatureOf(twice, 'deferral')).toMatchObject({ how: 'photographed' })
    expect(signatureOf(twice, 'deferral')?.files).toHaveLength(2)
  })

  it('keep what they stand for when a photograph is added, and stand for nothing yet when signed anew', () => {
    const bound = [{ document: 'deferral', files: [], how: 'on_paper', content: 'c'.repeat(64) }]
    expect(signatureOf(withPhotographs(bound, 'deferral', [page]), 'deferral')?.content).toBe('c'.repeat(64))
    expect(signatureOf(withSigned(withoutSigned(bound, 'deferral'), 'deferral', 'on_paper'), 'deferral')?.content).toBe('')
    expect(unsignedOf([{ document: 'deferral', title: '承诺书', outdated: false, skippable: false }, { document: 'application_form', title: '申请表', outdated: false, skippable: true }], bound).map(({ title }) => title)).toEqual(['申请表'])
  })

  it('stay read out when photographed, and lose everything when signed again', () => {
    const read = withPhotographs(withSigned([], 'deferral', 'read_aloud'), 'deferral', [page])
    expect(signatureOf(read, 'deferral')).toMatchObject({ how: 'read_aloud', files: [page] })
    expect(withoutSigned(read, 'deferral')).toEqual([])
  })
})

describe('papers left unsigned', () => {
  const papers = [{ document: 'application_form', title: '申请表', outdated: false, skippable: true }]

  it('are not asked for any more, and only another reason keeps its words', () => {
    const left = withLeft([], 'application_form', 'taken_home', '不用的话')
    expect(left).toEqual([{ document: 'application_form', why: 'taken_home', words: '', content: '' }])
    expect(unsignedOf(papers, [], left)).toEqual([])
    expect(withLeft(left, 'application_form', 'other', ' 右手受伤 ')).toEqual([{ document: 'application_form', why: 'other', words: '右手受伤', content: '' }])
  })
})
