/** Nothing runs over, nothing is cut, nothing is covered: measured in the page, for every control. */
import type { Page } from '@playwright/test'

/** What is wrong, one line each; empty when everything fits. */
export function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const SLACK = 1.5
    const wrong: string[] = []
    const name = (element: Element) => {
      const words = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40)
      return `${element.tagName.toLowerCase()}.${[...element.classList].join('.')} “${words}”`
    }
    const seen = (element: Element) => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && !element.closest('.vh, [inert], [aria-hidden="true"]')
    const clips = (value: string) => value === 'hidden' || value === 'clip'
    const scrolls = (value: string) => value === 'auto' || value === 'scroll'

    const root = document.scrollingElement ?? document.documentElement
    if (root.scrollWidth > innerWidth + SLACK) wrong.push(`the page is ${root.scrollWidth - innerWidth}px wider than the window`)

    // Only a data table scrolls sideways, in its own box.
    for (const box of document.querySelectorAll('#app *')) {
      if (!seen(box) || box.clientWidth === 0) continue
      const style = getComputedStyle(box)
      const over = box.scrollWidth - box.clientWidth
      if (over <= SLACK || box.matches('input, textarea, select')) continue
      const own = [...box.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
      if (scrolls(style.overflowX) && !box.matches('.k-box, .k-box *')) wrong.push(`${name(box)} scrolls sideways by ${over}px`)
      else if (clips(style.overflowX) && own) wrong.push(`${name(box)} cuts its text by ${over}px`)
    }

    const controls = [...document.querySelectorAll('button, a[href], input, select, textarea, [tabindex="0"], [role=tab]')]
    // The key bar shows as many keys as fit; F1 has them all.
    for (const control of controls.filter((one) => seen(one) && !one.matches('.k-bar [tabindex="-1"]'))) {
      const shown = control instanceof HTMLInputElement && control.type === 'radio' ? (control.closest('label') ?? control) : control
      shown.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      const box = shown.getBoundingClientRect()
      if (box.width === 0 || box.height === 0) continue
      // What is taller than half the window is read by scrolling it.
      const tall = box.height > innerHeight / 2
      if (box.left < -SLACK || box.right > innerWidth + SLACK) wrong.push(`${name(shown)} leaves the window sideways`)
      for (let holder = shown.parentElement; holder; holder = holder.parentElement) {
        const style = getComputedStyle(holder)
        const edge = holder.getBoundingClientRect()
        if (clips(style.overflowX) && (box.left < edge.left - SLACK || box.right > edge.right + SLACK)) wrong.push(`${name(shown)} is cut sideways by ${name(holder).slice(0, 30)}`)
        if (!tall && clips(style.overflowY) && (box.top < edge.top - SLACK || box.bottom > edge.bottom + SLACK)) wrong.push(`${name(shown)} is cut by ${name(holder).slice(0, 30)}`)
      }
      if (tall) continue
      const top = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 20))
      if (!top) wrong.push(`${name(shown)} cannot be brought into the window`)
      else if (!shown.contains(top) && !top.contains(shown) && !(top instanceof HTMLLabelElement)) wrong.push(`${name(shown)} is covered by ${name(top).slice(0, 60)}`)
    }
    return [...new Set(wrong)]
  })
}
