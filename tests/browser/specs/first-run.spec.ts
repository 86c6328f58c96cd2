/** First run: from no home at all to a person who is signed in. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../harness/test'
import { assets } from '../harness/places'
import { sentences } from '../harness/words'

test.use({ home: 'none' })

test('an enrolment file, an administrator and a test page lead to a signed-in operator', async ({ clerk, page, counter }) => {
  await expect(page.getByRole('heading', { name: '点位', exact: true })).toBeVisible()
  await page.getByLabel('选登记文件').setInputFiles(join(assets, 'demo/enrolment.json'))
  await expect(page.getByRole('heading', { name: '管理员', exact: true })).toBeVisible()
  await page.getByRole('button', { name: '设为管理员' }).click()
  await expect(page.getByRole('alert')).toContainText('还有 2 处要改')
  await page.getByLabel('姓名').fill('样例管理员')
  await page.getByLabel('口令', { exact: true }).fill('样例口令一二三四')
  await page.getByLabel('再输一次口令').fill('样例口令一二三四')
  await page.getByRole('button', { name: '设为管理员' }).click()
  await expect(page.getByRole('heading', { name: '导入事项包' })).toBeVisible()
  await page.getByRole('button', { name: '以后再导', exact: true }).click()
  await expect(page.getByRole('heading', { name: '打一张试票' })).toBeVisible()
  await clerk.press('F8')
  await expect(page.getByText(/《试.*》已存成文件：.*\.pdf/)).toBeVisible()
  await clerk.press('Control+Enter')
  await expect(page.getByRole('button', { name: '样例管理员 管理员' })).toBeVisible()
  expect((await counter.savedPapers()).size).toBe(1)
})

test('the demonstration shows its people once and goes to log-in', async ({ clerk, page }) => {
  await page.getByRole('button', { name: '打开演示' }).click()
  await expect(page.getByRole('heading', { name: '演示已经准备好' })).toBeVisible()
  await expect(page.getByRole('row', { name: /样例窗口员\s*窗口人员\s*sample-clerk/ })).toBeVisible()
  await clerk.press('Control+Enter')
  await page.getByLabel('口令').fill('sample-clerk')
  await clerk.press('Enter')
  await expect(page.getByRole('button', { name: '样例窗口员 窗口人员' })).toBeVisible()
})

test('a file that is not an enrolment changes nothing and says so', async ({ clerk, page, counter }) => {
  await expect(clerk.page.getByRole('heading', { name: '点位', exact: true })).toBeVisible()
  await page.getByLabel('选登记文件').setInputFiles({ name: '登记.json', mimeType: 'application/json', buffer: Buffer.from('{"not":"it"}') })
  await expect(page.getByRole('alert')).toContainText(/这个文件不是点位登记文件/)
  await expect(page.getByRole('alert')).toContainText(sentences('没有改动任何内容。换一个文件，或向上级重新要一份。'))
  expect((await counter.call('setup_state', {})).enrolled).toBe(false)
})

test('an enrolment file changed by one letter is not believed', async ({ clerk, page, counter }) => {
  const text = await readFile(join(assets, 'demo/enrolment.json'), 'utf8')
  const changed = text.replace('LY03', 'LY05')
  expect(changed).not.toBe(text)
  await expect(clerk.page.getByRole('heading', { name: '点位', exact: true })).toBeVisible()
  await page.getByLabel('选登记文件').setInputFiles({ name: '登记.json', mimeType: 'application/json', buffer: Buffer.from(changed) })
  await expect(page.getByRole('alert')).toBeVisible()
  expect((await counter.call('setup_state', {})).enrolled).toBe(false)
})
