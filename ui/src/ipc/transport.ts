/**
 * How a command reaches the Rust side: the desktop shell when it is there, else the loopback
 * bridge that tests use. Nothing outside this folder knows which of the two it is.
 *
 * JSON commands carry `{input}` (shell) or the input itself (bridge). Documents come back as bytes.
 * Uploads carry the bytes as the body and their input, base64 of JSON in UTF-8, in one header,
 * because header values must be ASCII.
 */
import { invoke } from '@tauri-apps/api/core'
import { listen } from '@tauri-apps/api/event'
import type { Changed } from './bindings'

export interface Transport {
  /** Resolves with the command's output (an ArrayBuffer for documents), rejects with what Rust sent. */
  call(name: string, input: unknown): Promise<unknown>
  /** Sends bytes with their input beside them. */
  upload(name: string, input: unknown, bytes: Uint8Array<ArrayBuffer>): Promise<unknown>
  /** Delivers every `changed` event until the returned function is called. */
  subscribe(deliver: (event: Changed) => void): () => void
}

/** Each window has its own list of what it may call, and hears its own event. */
const RESIDENT = document.documentElement.dataset.surface === 'resident'
/** The shell's event. */
const EVENT = RESIDENT ? 'resident' : 'changed'
/** The bridge's address. */
const BRIDGE = RESIDENT ? '/resident/ipc' : '/ipc'

/** Header that carries an upload's input. */
export const INPUT_HEADER = 'yichuang-input'

function inputHeader(input: unknown): Record<string, string> {
  const bytes = new TextEncoder().encode(JSON.stringify(input))
  return { [INPUT_HEADER]: btoa(String.fromCharCode(...bytes)) }
}

const shellTransport: Transport = {
  call: (name, input) => invoke(name, { input }),
  upload: (name, input, bytes) => invoke(name, bytes, { headers: inputHeader(input) }),
  subscribe(deliver) {
    const stop = listen<Changed>(EVENT, (event) => deliver(event.payload))
    return () => void stop.then((unlisten) => unlisten())
  },
}

async function post(name: string, headers: Record<string, string>, body: BodyInit): Promise<unknown> {
  const response = await fetch(`${BRIDGE}/${name}`, { method: 'POST', headers, body })
  const json = (response.headers.get('content-type') ?? '').startsWith('application/json')
  const answer: unknown = json ? await response.json() : await response.arrayBuffer()
  if (!response.ok) throw answer
  return answer
}

const bridgeTransport: Transport = {
  call: (name, input) => post(name, { 'content-type': 'application/json' }, JSON.stringify(input)),
  upload: (name, input, bytes) =>
    post(name, { 'content-type': 'application/octet-stream', ...inputHeader(input) }, bytes),
  subscribe(deliver) {
    const source = new EventSource(`${BRIDGE}/events`)
    const receive = (event: MessageEvent<string>) => deliver(JSON.parse(event.data) as Changed)
    source.addEventListener('changed', receive)
    return () => source.close()
  },
}

let current: Transport = '__TAURI_INTERNALS__' in globalThis ? shellTransport : bridgeTransport

/** The transport in use. */
export function transport(): Transport {
  return current
}

/** Replaces the transport; component tests pass one that answers from memory. */
export function useTransport(replacement: Transport): void {
  current = replacement
}
