/** Where the built programs, the built face and the results are. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

const root = resolve(__dirname, '../../..')

export const results = resolve(root, 'target/ui')
export const screenshots = resolve(root, 'docs/screenshots')
export const assets = resolve(root, 'assets')

/** A program of the workspace; says how to build it when it is not there. */
export function program(name: string): string {
  return built(resolve(process.env.YICHUANG_PROGRAMS ?? resolve(root, 'target/debug'), name), 'cargo build --workspace')
}

/** The folder of the built face. */
export function face(): string {
  return built(process.env.YICHUANG_FACE ?? resolve(root, 'ui/dist'), 'npm --prefix ui run build')
}

function built(path: string, how: string): string {
  if (!existsSync(path)) throw new Error(`${path} is missing: run ${how}`)
  return path
}
