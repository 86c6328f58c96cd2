/** The person at the keyboard. Counts key interactions as the acceptance checks define them. */
import { expect, type Locator, type Page } from '@playwright/test'
import type { CardReader, SampleCard } from './card'
import { UnderWay } from './underWay'

export class Clerk {
  /** Shortcuts, tokens typed without a pause, cards placed. */
  interactions = 0
  readonly #underWay: UnderWay

  constructor(
    readonly page: Page,
    /** The address of the face; another one after every start of the bridge. */
    readonly address: () => string,
  ) {
    this.#underWay = new UnderWay(page)
  }

  /** Opens the face and waits for its first screen. */
  async open(): Promise<void> {
    await this.page.goto(this.address())
    await this.ready()
  }

  /** Loads the face again, as after a start of the program. */
  async reload(): Promise<void> {
    await this.page.reload()
    await this.ready()
  }

  /** The first screen is there and has taken the focus for itself. */
  async ready(): Promise<void> {
    await expect(this.page.locator('#app > :not(.start)').first()).toBeVisible()
    await expect(this.page.locator('#app input:focus, #app button:focus').or(this.page.locator('#app .ways')).first()).toBeVisible()
  }

  /** A key, once what was asked before is answered: a person acts on what they see. */
  async press(keys: string): Promise<void> {
    this.interactions += 1
    await this.seesAnswers()
    await this.page.keyboard.press(keys)
  }

  /** What the page asked is answered and shown: nothing moves any more under the eye. */
  async seesAnswers(): Promise<void> {
    await this.#underWay.answered()
  }

  /** One token into whatever has the focus, as an input method would hand it over. */
  async type(text: string): Promise<void> {
    this.interactions += 1
    await this.page.keyboard.insertText(text)
  }

  /** Lays a card on the reader. */
  async lay(reader: CardReader, card: SampleCard): Promise<void> {
    this.interactions += 1
    await reader.lay(card)
  }

  /** The words of the sync light. */
  get light(): Locator {
    return this.page.locator('header .net [role=status]')
  }

  /** The number shown after a decision, `LY03-20261123-0001-X`. */
  async number(): Promise<string> {
    return (await this.page.locator('.whole').innerText()).trim()
  }

  /** Searches for a matter and stays on the list. */
  async lookFor(text: string): Promise<void> {
    const box = this.page.getByRole('search').getByRole('textbox')
    await box.fill(text)
  }

  /** Opens intake of the first matter found. */
  async takeIn(text: string): Promise<void> {
    await this.press('F2')
    await this.lookFor(text)
    await this.press('Enter')
    await expect(this.step('身份')).toBeVisible()
  }

  /** Lays a card on the reader and reads it into the step of people; `who` cards are read then. */
  async readCard(reader: CardReader, card: SampleCard, who = 1): Promise<void> {
    await this.lay(reader, card)
    await this.press('F6')
    await expect(this.step('身份').getByText('读卡核验')).toHaveCount(who)
  }

  /** Answers what a card does not say of the allowance's form, by the keys alone, from its first field. */
  async answerForm(): Promise<void> {
    await expect(this.page.getByLabel('申请人联系电话')).toBeFocused()
    for (const answer of ['0632-1234567', '1', '2', '1', '样例银行', '6200000000000000000']) {
      if (answer.length === 1) await this.press(answer)
      else await this.type(answer)
      await this.press('Enter')
    }
    await this.press('Control+Enter')
  }

  /** From the materials, all seen as originals, over the summary and the signatures to the decision. */
  async toDecision(): Promise<void> {
    await expect(this.step('材料')).toBeVisible()
    await this.press('Alt+a')
    await this.press('Control+Enter')
    await this.confirmAndSign(['1'])
  }

  /** The resident has seen the summary and signs the papers with these digits. */
  async confirmAndSign(papers: readonly string[]): Promise<void> {
    await expect(this.step('核对')).toBeVisible()
    await this.press('Enter')
    await expect(this.step('签字')).toBeVisible()
    for (const paper of papers) await this.press(paper)
    await expect(this.step('受理')).toBeVisible()
  }

  /** The work area of a step. */
  step(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true })
  }

  /** What a finding of the browser's accessibility tree cannot tell: that the draft is on disk. */
  async saved(): Promise<void> {
    await expect(this.page.getByText(/草稿已存本机 \d\d:\d\d:\d\d/)).toBeVisible()
  }
}
