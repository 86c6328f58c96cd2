/**
 * Tests of the face over the real Rust, in the machine's own Chromium. Programs and face are built
 * before (`cargo build --workspace`, `npm --prefix ui run build`); nothing is downloaded.
 *
 * YICHUANG_TEST_LONG=1   every size and text size instead of three
 * YICHUANG_SHOTS=1       writes docs/screenshots as well
 * YICHUANG_CHROMIUM      another browser than /usr/bin/chromium
 * YICHUANG_PROGRAMS      another folder than target/debug
 * YICHUANG_FACE          another folder than ui/dist
 */
import { defineConfig } from '@playwright/test'
import { results } from './harness/places'

export default defineConfig({
  testDir: './specs',
  outputDir: `${results}/artefacts`,
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  timeout: process.env.YICHUANG_TEST_LONG ? 240_000 : 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: `${results}/browser.json` }]],
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: process.env.YICHUANG_CHROMIUM ?? '/usr/bin/chromium' },
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    trace: 'off',
    video: 'off',
  },
})
