/** The screens of a chain: choosing it, deciding about it, what came of it. */
import { expect, type Page } from '@playwright/test'
import type { Clerk } from './clerk'
import type { Counter } from './counter'
import { completeChain } from './paperwork'
import { type Screen, applicant, primary, resume } from './screenParts'

/** 身后一件事: four matters, and a fifth that may be left out. */
export const CHAIN = 'YJS-02'

const chainAt = (step: number) => async (counter: Counter) => {
  const draft = await completeChain(counter, { applicant, code: CHAIN })
  await counter.call('save_draft', { id: draft.id, content: { ...draft.content, step } })
}

/** One matter of four is refused, the others are accepted. */
async function oneRefused(counter: Counter): Promise<void> {
  const draft = await completeChain(counter, { applicant, code: CHAIN })
  const refuse = { ground: 'not_eligible', explanation: '参保地不在本市', competent: null }
  const last = draft.chain?.matters.filter((matter) => matter.chosen).at(-1)
  await counter.call('accept_apart', { draft: draft.id, apart: [{ matter: last?.code ?? '', refuse, correct: null }] })
}

async function chains({ page }: Clerk): Promise<void> {
  await page.locator('nav.nav h2:first-of-type ~ .entry').nth(1).click()
  await expect(page.locator('ol.matters').first()).toBeVisible()
}

const firstTick = (page: Page) => page.locator('ol.matters input').first()

export const chainScreens: readonly Screen[] = [
  { name: 'a chain, its matters ticked', open: chains, action: firstTick },
  { name: 'intake of a chain, a person typed', arrange: chainAt(1), open: resume, action: (page) => page.locator('.work input, .work select').first() },
  {
    name: 'intake of a chain, one matter set apart',
    arrange: chainAt(6),
    async open(clerk) {
      await resume(clerk)
      await clerk.page.locator('ol.matters li').nth(1).locator('label').last().click()
      await expect(clerk.page.locator('#field-refusal_explanation')).toBeVisible()
    },
    action: (page) => page.locator('ol.matters li').nth(1).locator('input').first(),
  },
  {
    name: 'the confirmation of a chain',
    arrange: chainAt(6),
    async open(clerk) {
      await resume(clerk)
      await expect(clerk.page.locator('.work .btn.primary')).toBeVisible()
      await clerk.press('F9')
      await expect(clerk.page.locator('.whole')).toBeVisible()
    },
    action: primary,
  },
  {
    name: 'a case whose sister was refused',
    arrange: oneRefused,
    async open(clerk) {
      await clerk.press('F3')
      await expect(clerk.page.locator('tr.row')).toHaveCount(4)
      await clerk.page.locator('tr.row').first().dblclick()
      await expect(clerk.page.locator('.sisters')).toBeVisible()
    },
    action: (page) => page.locator('.line .btn').first(),
  },
]
