/** Cutting one character out of a picture of the identity document: a square that moves and grows inside it. */

/** A square in the picture's own pixels. */
export interface Square {
  left: number
  top: number
  side: number
}

export interface Size {
  width: number
  height: number
}

/** No character can be read from fewer pixels. */
const LEAST_SIDE = 16
/** Pixels of a kept picture's side; paper shows no more. */
const KEPT_SIDE = 256

/** A square in the middle, a quarter as large as the picture. */
export function middle({ width, height }: Size): Square {
  const side = Math.max(LEAST_SIDE, Math.round(Math.min(width, height) / 4))
  return inside({ left: (width - side) / 2, top: (height - side) / 2, side }, { width, height })
}

/** The square moved by a share of its side. */
export function moved(square: Square, across: number, down: number, picture: Size): Square {
  return inside({ ...square, left: square.left + across * square.side, top: square.top + down * square.side }, picture)
}

/** The square about the same middle, larger or smaller. */
export function resized(square: Square, times: number, picture: Size): Square {
  const side = Math.min(Math.max(LEAST_SIDE, square.side * times), picture.width, picture.height)
  const gained = (side - square.side) / 2
  return inside({ left: square.left - gained, top: square.top - gained, side }, picture)
}

/** The square about a point of the picture. */
export function about(square: Square, across: number, down: number, picture: Size): Square {
  return inside({ ...square, left: across - square.side / 2, top: down - square.side / 2 }, picture)
}

/** The square as a PNG. */
export async function cut(picture: CanvasImageSource, square: Square): Promise<ArrayBuffer> {
  const canvas = document.createElement('canvas')
  const side = Math.min(KEPT_SIDE, Math.round(square.side))
  canvas.width = side
  canvas.height = side
  canvas.getContext('2d')?.drawImage(picture, square.left, square.top, square.side, square.side, 0, 0, side, side)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
  return blob ? blob.arrayBuffer() : new ArrayBuffer(0)
}

function inside({ left, top, side }: Square, { width, height }: Size): Square {
  const within = (at: number, room: number) => Math.round(Math.min(Math.max(0, at), Math.max(0, room - side)))
  return { left: within(left, width), top: within(top, height), side: Math.round(side) }
}
