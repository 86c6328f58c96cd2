/** Where Tab goes, and whether one can see it. */
import type { Locator } from '@playwright/test'
import type { Clerk } from '../harness/clerk'

export interface TabStop {
  /** The element, for a person. */
  name: string
  /** Why the focus cannot be seen there; empty when it can. */
  hidden: string
}

/** Presses Tab until it comes round (or leaves the page) and reports every stop once. */
export async function tabStops(clerk: Clerk, atMost = 80): Promise<TabStop[]> {
  const { page } = clerk
  const stops: TabStop[] = []
  await page.evaluate(() => document.querySelectorAll('[data-stop]').forEach((one) => one.removeAttribute('data-stop')))
  for (let count = 0; count < atMost; count += 1) {
    await clerk.press('Tab')
    await clerk.seesAnswers()
    const stop = await page.evaluate(lookAtFocus)
    if (stop === 'round') return stops
    if (stop !== 'outside') stops.push(stop)
  }
  throw new Error(`Tab does not come round within ${atMost} stops`)
}

/** How many Tab stops it takes from where the screen puts the focus. */
export async function stopsTo({ page }: Clerk, action: Locator, atMost = 13): Promise<number> {
  const target = await action.elementHandle()
  for (let count = 0; count < atMost; count += 1) {
    const there = await page.evaluate((element) => {
      const held = document.activeElement
      const group = held instanceof HTMLInputElement && held.type === 'radio' ? held.name : undefined
      return held === element || (group !== undefined && element instanceof HTMLInputElement && element.name === group)
    }, target)
    if (there) return count
    await page.keyboard.press('Tab')
  }
  return atMost
}

/** Presses nothing; runs in the page. */
function lookAtFocus(): { name: string; hidden: string } | 'round' | 'outside' {
  const held = document.activeElement
  if (!held || held === document.body) return 'outside'
  if (held.hasAttribute('data-stop')) return 'round'
  held.setAttribute('data-stop', '')
  const words = (held.getAttribute('aria-label') ?? held.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40)
  const name = `${held.tagName.toLowerCase()}.${[...held.classList].join('.')} “${words}”`

  /** A ring drawn outside an element needs its 5 px inside every box that clips. */
  function cutsRing(element: Element): boolean {
    const shadow = getComputedStyle(element).boxShadow
    if (shadow === 'none' || shadow.includes('inset')) return false
    const own = element.getBoundingClientRect()
    for (let holder = element.parentElement; holder && holder !== document.body; holder = holder.parentElement) {
      const style = getComputedStyle(holder)
      if (style.overflowX === 'visible' && style.overflowY === 'visible') continue
      const edge = holder.getBoundingClientRect()
      if (own.left - 4 < edge.left || own.right + 4 > edge.right || own.top - 4 < edge.top || own.bottom + 4 > edge.bottom) return true
    }
    return false
  }

  const radio = held instanceof HTMLInputElement && held.type === 'radio'
  const marked: Element[] = held instanceof HTMLTableRowElement ? [...held.cells] : radio && held.nextElementSibling ? [held.nextElementSibling] : [held]
  // A field without a frame of its own lends its ring to the box around it.
  const around = held.parentElement && held.parentElement.matches(':focus-within') ? [held.parentElement] : []
  const ring = [...marked, ...around].some((element) => {
    const style = getComputedStyle(element)
    return style.boxShadow !== 'none' || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && !style.outlineColor.includes(', 0)'))
  })
  if (!ring) return { name, hidden: 'no ring' }

  const box = (marked[0] ?? held).getBoundingClientRect()
  if (box.bottom < 0 || box.top > innerHeight || box.right < 0 || box.left > innerWidth) return { name, hidden: 'outside the window' }
  const cut = marked.some((element) => cutsRing(element))
  if (cut) return { name, hidden: 'the ring is cut by an edge' }
  const middle = document.elementFromPoint(box.left + box.width / 2, Math.min(Math.max(box.top + Math.min(box.height / 2, 16), 1), innerHeight - 1))
  const owner = marked[0] ?? held
  const free = middle !== null && (owner.contains(middle) || middle.contains(owner) || middle.closest('label')?.contains(held) === true)
  return { name, hidden: free ? '' : `covered by ${middle?.tagName.toLowerCase() ?? 'nothing'}.${middle?.className ?? ''}` }
}
