import { describe, expect, it } from 'vitest'
import type { QuestionView } from '../../ipc'
import { answerOfWhoActs } from './situation'

const asked = (id: string, ...choices: string[]): QuestionView => ({ id, text: '今天谁来办？', why: '', choices: choices.map((choice) => ({ id: choice, label: choice })), answer: null, asked: true })

describe('who comes to the counter', () => {
  it('follows from who acts, by the nearest answer the matter has', () => {
    const questions = [asked('who', 'self', 'agent', 'helper')]
    expect(answerOfWhoActs(questions, '')).toEqual({ who: 'self' })
    expect(answerOfWhoActs(questions, 'child')).toEqual({ who: 'agent' })
    expect(answerOfWhoActs(questions, 'helper')).toEqual({ who: 'helper' })
    expect(answerOfWhoActs(questions, 'guardian')).toEqual({ who: 'agent' })
  })

  it('stays open where the matter asks something else', () => {
    expect(answerOfWhoActs([asked('who', 'mother', 'father')], 'child')).toBeUndefined()
    expect(answerOfWhoActs([asked('place', 'self', 'agent')], 'child')).toBeUndefined()
  })
})
