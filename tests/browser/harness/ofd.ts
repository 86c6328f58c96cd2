/** What a paper says, from its OFD (GB/T 33190): a ZIP whose pages hold their text as written. */
import { inflateRawSync } from 'node:zlib'

const DIRECTORY = 0x02014b50
const STORED = 0

/** The text of every page, without spaces between its pieces. */
export function ofdText(bytes: Buffer): string {
  const pages = entries(bytes).filter(({ name }) => /Pages\/.*\.xml$/.test(name))
  const xml = pages.map(({ data }) => data.toString('utf8')).join('')
  return [...xml.matchAll(/<ofd:TextCode[^>]*>([^<]*)</g)].map(([, piece]) => piece).join('')
}

/** Files of a ZIP by its central directory. */
function entries(zip: Buffer): { name: string; data: Buffer }[] {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  const found = []
  let at = zip.readUInt32LE(end + 16)
  while (zip.readUInt32LE(at) === DIRECTORY) {
    const [method, size, named, extra, remark, local] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32), zip.readUInt32LE(at + 42)]
    const name = zip.toString('utf8', at + 46, at + 46 + named)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const data = zip.subarray(start, start + size)
    found.push({ name, data: method === STORED ? data : inflateRawSync(data) })
    at += 46 + named + extra + remark
  }
  return found
}
