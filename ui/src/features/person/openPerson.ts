/** A person is named by a case: no identity number is handed from page to page. */
import type { PersonRef } from '../../ipc'
import { go } from '../../shell/route'

export function openPerson({ number, agent }: PersonRef): void {
  go('person', agent ? { number, agent: 'yes' } : { number })
}
