/** The only doors to Rust, typed by the generated command table. */
import { ERROR_CODES, type ApiError, type ByteCommands, type Commands, type ErrorCode, type FieldProblem, type UploadCommands } from './bindings'
import { transport } from './transport'

export type CommandName = keyof Commands
export type InputOf<K extends CommandName> = Commands[K]['in']
export type OutputOf<K extends CommandName> = Commands[K]['out']

/** A refusal in the words of the contract: a code, its parameters, and the fields concerned. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure'

  constructor(
    readonly code: ErrorCode,
    readonly params: Readonly<Record<string, string>> = {},
    readonly problems: readonly FieldProblem[] = [],
  ) {
    super(code)
  }
}

/** Runs a command. Rejects with `ApiFailure` and nothing else. */
export function call<K extends CommandName>(name: K, input: InputOf<K>): Promise<OutputOf<K>> {
  return settled(transport().call(name, input)) as Promise<OutputOf<K>>
}

/** Fetches a document's bytes: a PDF, a picture. */
export function callBytes<K extends keyof ByteCommands>(name: K, input: ByteCommands[K]['in']): Promise<ArrayBuffer> {
  return settled(transport().call(name, input)) as Promise<ArrayBuffer>
}

/** Sends a file's bytes with their description. */
export function upload<K extends keyof UploadCommands>(
  name: K,
  input: UploadCommands[K]['in'],
  bytes: ArrayBuffer,
): Promise<UploadCommands[K]['out']> {
  return settled(transport().upload(name, input, new Uint8Array(bytes))) as Promise<UploadCommands[K]['out']>
}

async function settled(answer: Promise<unknown>): Promise<unknown> {
  try {
    return await answer
  } catch (thrown) {
    throw toFailure(thrown)
  }
}

/** What was thrown, as an `ApiFailure`; anything that is not the contract's counts as internal. */
export function toFailure(thrown: unknown): ApiFailure {
  if (thrown instanceof ApiFailure) return thrown
  if (isApiError(thrown)) return new ApiFailure(thrown.code, thrown.params, thrown.problems)
  return new ApiFailure('INTERNAL')
}

function isApiError(value: unknown): value is ApiError {
  if (typeof value !== 'object' || value === null || !('code' in value)) return false
  return ERROR_CODES.some((code) => code === value.code)
}
