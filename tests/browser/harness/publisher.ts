/** The publisher of the sample catalogue, in a home of its own: makes new editions of matters. */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { assets, program } from './places'
import { run } from './program'

/** The parts of a published matter that tests change. */
export interface PublishedMatter {
  code: string
  form_fields: Record<string, unknown>[]
  materials: { id: string; name: string }[]
}

/** A signed pack in which one matter of the sample catalogue is published anew. */
export async function newEdition(sampleHome: string, folder: string, code: string, change: (matter: PublishedMatter) => void): Promise<Buffer> {
  const desk = join(folder, 'publisher')
  await mkdir(desk, { recursive: true })
  await cp(sampleHome, join(desk, 'home'), { recursive: true })
  const matters = JSON.parse(await readFile(join(assets, 'catalogue/matters.json'), 'utf8')) as PublishedMatter[]
  const matter = matters.find((one) => one.code === code)
  if (!matter) throw new Error(`no sample matter ${code}`)
  change(matter)
  await writeFile(join(desk, 'matters.json'), JSON.stringify([matter]))
  const ctl = (...verb: string[]) => run(program('yichuangctl'), ['--home', join(desk, 'home'), ...verb])
  await ctl('catalogue', 'import', join(desk, 'matters.json'))
  await ctl('catalogue', 'pack', join(desk, 'pack.ycp'))
  return readFile(join(desk, 'pack.ycp'))
}
