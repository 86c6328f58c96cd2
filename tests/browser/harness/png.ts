/**
 * Makes a browser's PNG smaller without changing a pixel: flat screens compress best unfiltered,
 * which browsers do not try. Only what Chromium writes is read: 8-bit RGB or RGBA, not interlaced.
 */
import { crc32, deflateSync, inflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** The same picture, opaque, in fewer bytes; the given bytes when they are fewer already. */
export function smaller(png: Buffer): Buffer {
  const chunks = chunksOf(png)
  const header = chunks.find(({ kind }) => kind === 'IHDR')?.data
  if (!header) throw new Error('not a PNG')
  const [width, height, channels] = [header.readUInt32BE(0), header.readUInt32BE(4), header[9] === 6 ? 4 : 3]
  const rows = unfiltered(inflateSync(Buffer.concat(chunks.filter(({ kind }) => kind === 'IDAT').map(({ data }) => data))), width * channels, channels)
  const plain = Buffer.alloc(height * (width * 3 + 1))
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows.copy(plain, y * (width * 3 + 1) + 1 + x * 3, (y * width + x) * channels, (y * width + x) * channels + 3)
  }
  const opaque = Buffer.from(header)
  opaque[9] = 2
  const made = Buffer.concat([SIGNATURE, chunk('IHDR', opaque), chunk('IDAT', deflateSync(plain, { level: 9, memLevel: 9 })), chunk('IEND', Buffer.alloc(0))])
  return made.length < png.length ? made : png
}

function chunksOf(png: Buffer): { kind: string; data: Buffer }[] {
  const found = []
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at)
    found.push({ kind: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) })
    at += length + 12
  }
  return found
}

/** Undoes the filters of the PNG specification, section 9. */
function unfiltered(raw: Buffer, stride: number, step: number): Buffer {
  const out = Buffer.alloc((raw.length / (stride + 1)) * stride)
  for (let row = 0; row * (stride + 1) < raw.length; row += 1) {
    const filter = raw[row * (stride + 1)]
    for (let at = 0; at < stride; at += 1) {
      const here = row * stride + at
      const left = at < step ? 0 : (out[here - step] ?? 0)
      const up = row === 0 ? 0 : (out[here - stride] ?? 0)
      const corner = row === 0 || at < step ? 0 : (out[here - stride - step] ?? 0)
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0
      out[here] = ((raw[row * (stride + 1) + 1 + at] ?? 0) + guess) & 0xff
    }
  }
  return out
}

function paeth(left: number, up: number, corner: number): number {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  if (a <= b && a <= c) return left
  return b <= c ? up : corner
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const frame = Buffer.alloc(body.length + 8)
  frame.writeUInt32BE(data.length, 0)
  body.copy(frame, 4)
  frame.writeUInt32BE(crc32(body), body.length + 4)
  return frame
}
