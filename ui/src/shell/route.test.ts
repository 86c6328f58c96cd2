import { beforeEach, expect, it } from 'vitest'
import { back, canGoBack, go, goHome, replaceRoute, route } from './route'

beforeEach(goHome)

it('goes back to where the person came from', () => {
  go('guide', { code: 'A' })
  go('guide', { code: 'B' })
  back()
  expect(route.value).toEqual({ name: 'guide', params: { code: 'A' } })
})

it('opens the same place only once', () => {
  go('guide', { code: 'A' })
  go('guide', { code: 'A' })
  back()
  expect(canGoBack.value).toBe(false)
})

it('replaces a place without leaving a trace of it', () => {
  go('intake', { code: 'A' })
  replaceRoute('intake', { draft: '1' })
  back()
  expect(route.value.name).toBe('workbench')
})
