import { afterEach, describe, expect, it, vi } from 'vitest'
import { answerWith, refusal } from '../testing/transport'
import { ApiFailure, call, callBytes, toFailure, upload } from './call'

afterEach(() => vi.unstubAllGlobals())

describe('a refusal', () => {
  it('arrives as code, parameters and fields', async () => {
    answerWith({ sign_in: () => { throw refusal('OPS-002', { left: '4' }) } })
    await expect(call('sign_in', { operator: 'a', password: 'b' })).rejects.toMatchObject({ code: 'OPS-002', params: { left: '4' } })
  })

  it.each([new TypeError('fetch failed'), 'panic', undefined, { code: 'MADE-UP' }, null])('of an unknown shape counts as internal: %s', (thrown) => {
    expect(toFailure(thrown)).toEqual(new ApiFailure('INTERNAL'))
  })
})

describe('the bridge', () => {
  async function overBridge(response: Response) {
    const send = vi.fn<(url: string, init: RequestInit) => Promise<Response>>().mockResolvedValue(response)
    vi.stubGlobal('fetch', send)
    vi.resetModules()
    return { send, ipc: await import('./call') }
  }

  it('takes documents as bytes', async () => {
    const { ipc } = await overBridge(new Response(new Uint8Array([37, 80, 68, 70]), { headers: { 'content-type': 'application/pdf' } }))
    const bytes = await ipc.callBytes('paper_pdf', { id: 'p' })
    expect([...new Uint8Array(bytes)]).toEqual([37, 80, 68, 70])
  })

  it('sends a file as the body and its description in an ASCII header', async () => {
    const { send, ipc } = await overBridge(Response.json({ sha256: 'x', size: 1, mediaType: 'image/png', name: '户口簿.png' }))
    await ipc.upload('add_file', { draft: 'd', number: null, name: '户口簿.png', mediaType: 'image/png' }, new Uint8Array([1]).buffer)
    const headers = send.mock.calls[0]![1].headers as Record<string, string>
    expect(headers['yichuang-input']).toMatch(/^[A-Za-z0-9+/=]+$/)
    expect(JSON.parse(Buffer.from(headers['yichuang-input']!, 'base64').toString('utf8'))).toMatchObject({ name: '户口簿.png' })
  })

  it('passes a refusal on', async () => {
    const { ipc } = await overBridge(Response.json(refusal('FILE-001'), { status: 400 }))
    await expect(ipc.callBytes('file_bytes', { sha256: 'x', number: null })).rejects.toMatchObject({ code: 'FILE-001' })
  })
})

it('bytes and uploads refuse in the same way as calls', async () => {
  answerWith({})
  await expect(callBytes('paper_pdf', { id: 'p' })).rejects.toBeInstanceOf(ApiFailure)
  await expect(upload('import_pack', {}, new ArrayBuffer(0))).rejects.toBeInstanceOf(ApiFailure)
})
