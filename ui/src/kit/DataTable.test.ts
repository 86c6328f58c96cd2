import { mount } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { defineComponent, h, nextTick, ref } from 'vue'
import DataTable from './DataTable.vue'

interface Row { id: string; name: string; group: string }

const rows: Row[] = Array.from({ length: 25 }, (_, index) => ({ id: `r${index}`, name: `第 ${index} 行`, group: index < 2 ? '甲' : '乙' }))

afterEach(() => (document.body.innerHTML = ''))

/** Holds the selection as a screen would. */
const Host = defineComponent({
  props: { numbered: Boolean, grouped: Boolean },
  emits: ['open', 'mark', 'leave'],
  setup(props, { emit }) {
    const selected = ref('r0')
    return () =>
      h(
        DataTable,
        {
          columns: [{ key: 'name', title: '名称' }],
          rows,
          rowKey: (row: unknown) => (row as Row).id,
          label: '名单',
          numbered: props.numbered,
          groupOf: props.grouped ? (row: unknown) => (row as Row).group : undefined,
          selected: selected.value,
          'onUpdate:selected': (id: string) => (selected.value = id),
          onOpen: (row: unknown) => emit('open', row),
          onMark: (row: unknown) => emit('mark', row),
          onLeave: () => emit('leave'),
        },
        { 'cell-name': ({ row }: { row: unknown }) => h('b', (row as Row).name) },
      )
  },
})

function table(props: { numbered?: boolean; grouped?: boolean } = {}) {
  return mount(Host, { attachTo: document.body, props })
}

async function press(shown: ReturnType<typeof table>, key: string): Promise<void> {
  const stop = shown.get<HTMLElement>('tr[tabindex="0"]').element
  stop.focus()
  stop.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  await nextTick()
  await nextTick()
}

it('is one Tab stop that the arrows move', async () => {
  const shown = table()
  expect(shown.findAll('tr[tabindex="0"]')).toHaveLength(1)
  await press(shown, 'ArrowDown')
  expect(shown.find('tr[aria-selected="true"]').text()).toBe('第 1 行')
  await press(shown, 'PageDown')
  expect(shown.find('tr[aria-selected="true"]').text()).toBe('第 11 行')
  await press(shown, 'End')
  expect(shown.find('tr[aria-selected="true"]').text()).toBe('第 24 行')
  await press(shown, 'Home')
  expect(document.activeElement?.textContent).toBe('第 0 行')
})

it('opens with Enter, marks with the space bar, and hands the keyboard back above its first row', async () => {
  const shown = table()
  await press(shown, 'Enter')
  await press(shown, ' ')
  await press(shown, 'ArrowUp')
  expect(shown.emitted('open')?.[0]).toEqual([rows[0]])
  expect(shown.emitted('mark')?.[0]).toEqual([rows[0]])
  expect(shown.emitted('leave')).toHaveLength(1)
})

it('opens the n-th row by its digit only when rows are numbered', async () => {
  const plain = table()
  await press(plain, '3')
  expect(plain.emitted('open')).toBeUndefined()
  plain.unmount()
  const numbered = table({ numbered: true })
  await press(numbered, '3')
  expect(numbered.emitted('open')?.[0]).toEqual([rows[2]])
})

it('says a group once, above its first row', () => {
  const shown = table({ grouped: true })
  expect(shown.findAll('.group').map((one) => one.text())).toEqual(['甲', '乙'])
})
