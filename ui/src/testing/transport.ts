/** A transport for component tests: answers from a table, remembers what was asked. Not in the product. */
import { ApiFailure, useTransport, type Changed, type CommandName, type ErrorCode, type InputOf, type OutputOf } from '../ipc'

type Answers = { [K in CommandName]?: (input: InputOf<K>) => OutputOf<K> | Promise<OutputOf<K>> }

export interface FakeTransport {
  /** Every call, oldest first. */
  asked: { name: string; input: unknown }[]
  /** Sends an event to the page. */
  change(event: Changed): void
}

/** Installs a transport that answers from `answers` and refuses everything else. */
export function answerWith(answers: Answers): FakeTransport {
  const asked: FakeTransport['asked'] = []
  let deliver: (event: Changed) => void = () => undefined
  useTransport({
    async call(name, input) {
      asked.push({ name, input })
      const answer = answers[name as CommandName] as ((input: unknown) => unknown) | undefined
      if (!answer) throw new ApiFailure('INTERNAL')
      return answer(input)
    },
    upload: () => Promise.reject(new ApiFailure('INTERNAL')),
    subscribe(listener) {
      deliver = listener
      return () => (deliver = () => undefined)
    },
  })
  return { asked, change: (event) => deliver(event) }
}

/** What Rust sends when it refuses. */
export function refusal(code: ErrorCode, params: Record<string, string> = {}): { code: ErrorCode; params: Record<string, string>; problems: [] } {
  return { code, params, problems: [] }
}
