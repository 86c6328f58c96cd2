/** The situation the resident is in: questions asked, answers given, and what is usual. */
import type { QuestionView } from '../../ipc'
import type { Option } from '../../kit'

export const NOT_SURE = '?'

export function askedQuestions(questions: readonly QuestionView[]): QuestionView[] {
  return questions.filter((question) => question.asked)
}

/** What a question offers; 「说不准」 is always the last. */
export function optionsOf(question: QuestionView, unsure: string): Option[] {
  return [...question.choices.map(({ id, label }) => ({ value: id, label })), { value: NOT_SURE, label: unsure }]
}

/** What was answered, in words for the heading of the list. */
export function situationWords(questions: readonly QuestionView[], answers: Readonly<Record<string, string>>, unsure: string): string[] {
  return askedQuestions(questions).flatMap((question) => {
    const answer = answers[question.id]
    if (answer === undefined) return []
    if (answer === NOT_SURE) return [unsure]
    return question.choices.filter((choice) => choice.id === answer).map((choice) => choice.label)
  })
}

/** The catalogue's one key for who comes to the counter, and the answers that say so of each kind of agent. */
const WHO = 'who'
const WHO_ANSWERS: Readonly<Record<string, readonly string[]>> = {
  '': ['self'],
  child: ['agent'],
  relative: ['agent'],
  helper: ['helper', 'agent'],
  guardian: ['guardian', 'agent'],
  other: ['agent'],
}

/**
 * The answer to 「今天谁来办」 once step 1 says who acts; undefined where the matter asks something else.
 */
export function answerOfWhoActs(questions: readonly QuestionView[], kind: string): Record<string, string> | undefined {
  const question = questions.find(({ id }) => id === WHO)
  const answer = WHO_ANSWERS[kind]?.find((candidate) => question?.choices.some(({ id }) => id === candidate))
  return answer === undefined ? undefined : { [WHO]: answer }
}

/**
 * The usual answers for questions nobody has answered: the first choice of each. The clerk reads
 * them out and changes what is different, the resident confirms them with the summary.
 */
export function usualAnswers(questions: readonly QuestionView[], answers: Readonly<Record<string, string>>): Record<string, string> {
  const open = askedQuestions(questions).filter((question) => answers[question.id] === undefined)
  return Object.fromEntries(open.flatMap((question) => (question.choices[0] ? [[question.id, question.choices[0].id]] : [])))
}
