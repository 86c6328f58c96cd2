/** 归档包: the closed file of a case goes out as one ZIP, and the page says what is in it and where it lies. */
import { execFile } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { closedCase } from '../harness/paperwork'
import { program } from '../harness/places'
import { person } from '../harness/sample'
import { expect, test } from '../harness/test'

const applicant = person('样例𠮷', 1)

test('the package is written by keyboard, holds what it says, and the case says so', async ({ clerk, page, counter }) => {
  const { number } = await closedCase(counter, { applicant })
  await clerk.press('F3')
  await expect(page.locator('tr.row')).toHaveCount(1)
  await clerk.press('Enter')
  await expect(page.locator('.summary').getByRole('button', { name: '写出归档包' })).toBeVisible()
  await clerk.press('1')
  await expect(page.getByText('完整的证件号、电话和全部材料页面', { exact: false })).toBeVisible()
  await expect(page.locator('.btn.primary:focus')).toBeVisible()
  await clerk.press('Control+Enter')
  const told = page.getByRole('alert').filter({ hasText: '归档包写好了' })
  await expect(told).toContainText(`${number}.zip`)
  const place = /(\/\S+\.zip)/.exec(await told.innerText())?.[1] ?? ''
  const { stdout } = await promisify(execFile)(program('yichuangctl'), ['archive', 'verify', place])
  expect(JSON.parse(stdout)).toMatchObject({ holds: true, number, problems: [] })

  await expect(page.locator('.btn.primary')).toBeFocused()
  await clerk.press('Escape')
  await expect(told).toHaveCount(0)
  await page.getByRole('tab', { name: /留痕/ }).click()
  await expect(page.getByRole('tabpanel').getByText('写出归档包')).toBeVisible()
})

test('another file of the name stays, and the clerk is told what to do', async ({ clerk, page, counter }) => {
  const { number } = await closedCase(counter, { applicant })
  const { place } = await counter.call('write_archive_package', { number })
  await writeFile(place, 'something else')
  await clerk.press('F3')
  await expect(page.locator('tr.row')).toHaveCount(1)
  await clerk.press('Enter')
  await expect(page.locator('.summary').getByRole('button', { name: '写出归档包' })).toBeVisible()
  await clerk.press('1')
  await expect(page.locator('.btn.primary:focus')).toBeVisible()
  await clerk.press('Control+Enter')
  await expect(page.getByRole('alert')).toContainText('那里已有同名的文件')
  expect(await readFile(place, 'utf8')).toBe('something else')
  expect((await readdir(dirname(place))).filter((name) => name.endsWith('.partial'))).toEqual([])
})
