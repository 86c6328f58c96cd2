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

/** The parts of a published chain that tests change. */
export interface PublishedChain {
  code: string
  matters: { order: number; code: string; depends_on: string[] }[]
  merged_form: { shared_fields: { used_by: string[] }[] }
  deduplicated_materials: { used_by: string[] }[]
}

/** A signed pack in which one matter of the sample catalogue is published anew. */
export function newEdition(sampleHome: string, folder: string, code: string, change: (matter: PublishedMatter) => void): Promise<Buffer> {
  return published<PublishedMatter>(sampleHome, folder, 'matters.json', code, change)
}

/** A signed pack in which one chain of the sample catalogue goes on without one of its matters. */
export function chainWithout(sampleHome: string, folder: string, code: string, matter: string): Promise<Buffer> {
  const others = (codes: string[]) => codes.filter((one) => one !== matter)
  return published<PublishedChain>(sampleHome, folder, 'chains.json', code, (chain) => {
    chain.matters = chain.matters.filter((one) => one.code !== matter)
    chain.matters.forEach((one, at) => Object.assign(one, { order: at + 1, depends_on: others(one.depends_on) }))
    for (const shared of [...chain.merged_form.shared_fields, ...chain.deduplicated_materials]) shared.used_by = others(shared.used_by)
  })
}

async function published<Item extends { code: string }>(sampleHome: string, folder: string, file: string, code: string, change: (item: Item) => void): Promise<Buffer> {
  const desk = join(folder, 'publisher')
  const edition = join(desk, 'edition')
  await mkdir(edition, { recursive: true })
  await cp(sampleHome, join(desk, 'home'), { recursive: true })
  const sample = async <Kind>(name: string) => JSON.parse(await readFile(join(assets, 'catalogue', name), 'utf8')) as Kind[]
  const item = (await sample<Item>(file)).find((one) => one.code === code)
  if (!item) throw new Error(`no sample ${code}`)
  change(item)
  // A catalogue has matters, whatever else of it is new.
  const [matter] = await sample<PublishedMatter>('matters.json')
  await writeFile(join(edition, 'matters.json'), JSON.stringify([matter]))
  await writeFile(join(edition, file), JSON.stringify([item]))
  const ctl = (...verb: string[]) => run(program('yichuangctl'), ['--home', join(desk, 'home'), ...verb])
  await ctl('catalogue', 'import', edition)
  await ctl('catalogue', 'pack', join(desk, 'pack.ycp'))
  return readFile(join(desk, 'pack.ycp'))
}
