/**
 * Times at the window, on a home after years of work. Run by `cargo xtask bench ui`, which builds
 * the programs first and prints the table; nothing here fails for being slow.
 */
import { defineConfig } from '@playwright/test'
import ordinary from '../playwright.config'
import { results } from '../harness/places'

export default defineConfig({
  ...ordinary,
  testDir: '.',
  testMatch: '*.bench.ts',
  outputDir: `${results}/bench`,
  workers: 1,
  timeout: 1_800_000,
  reporter: [['line']],
})
