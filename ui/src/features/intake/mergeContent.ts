/**
 * Takes a saved draft over without losing newer typing: a three-way merge by field. What the
 * person has not touched since the save becomes what was stored; what they have touched stays.
 */
import type { DraftContent, MaterialChoice } from '../../ipc'

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * Changes `mine` in place, and only where it has to change, so that fields on screen keep their
 * caret. `sent` is what was saved, `stored` what came back.
 */
export function mergeContent(mine: DraftContent, sent: DraftContent, stored: DraftContent): void {
  const mineMaterials = byMaterial(mine.materials)
  mergeRecord(mineMaterials, byMaterial(sent.materials), byMaterial(stored.materials))
  const materials = Object.values(mineMaterials)
  if (!same(materials, mine.materials)) mine.materials = materials
  mergeRecord(mine.answers, sent.answers, stored.answers)
  mergeRecord(mine.form, sent.form, stored.form)
  mergePerson(mine, sent, stored, 'applicant')
  mergePerson(mine, sent, stored, 'agent')
  // A list nobody has seen yet beats the tick under an older one.
  if (!same(sent.moved?.changes, stored.moved?.changes)) mine.moved = stored.moved
  for (const key of ['step', 'credit', 'confirmed', 'signed', 'unsigned', 'moved', 'chain', 'slip', 'greenLane', 'characters'] as const) mergeKey<DraftContent, typeof key>(mine, sent, stored, key)
}

function byMaterial(choices: readonly MaterialChoice[]): Record<string, MaterialChoice> {
  return Object.fromEntries(choices.map((choice) => [choice.material, choice]))
}

function mergePerson(mine: DraftContent, sent: DraftContent, stored: DraftContent, who: 'applicant' | 'agent'): void {
  const [here, then, now] = [mine[who], sent[who], stored[who]]
  if (here === null || then === null || now === null) {
    mergeKey<DraftContent, typeof who>(mine, sent, stored, who)
    return
  }
  mergeRecord(here, then, now)
}

function mergeRecord<T extends object>(mine: T, sent: T, stored: T): void {
  const keys = new Set([...Object.keys(mine), ...Object.keys(stored)]) as Set<keyof T>
  for (const key of keys) mergeKey(mine, sent, stored, key)
}

function mergeKey<T extends object, K extends keyof T>(mine: T, sent: T, stored: T, key: K): void {
  const touchedSince = !same(mine[key], sent[key])
  if (touchedSince || same(mine[key], stored[key])) return
  if (stored[key] === undefined) Reflect.deleteProperty(mine, key)
  else mine[key] = stored[key]
}
