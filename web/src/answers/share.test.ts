import type { TFunction } from 'i18next'
import { expect, it } from 'vitest'
import { markup } from './markup'
import { sharedFile } from './share'

const HOSTILE = `<script>alert("1")</script>'><img src=x onerror=alert(2)>`

it('escapes whatever is put into a template', () => {
  expect(markup`<b title="${'"a\u0000'}">${['<', 1, undefined, markup`<i>`]}</b>`.text).toBe(
    '<b title="&quot;a\ufffd">&lt;1<i></b>',
  )
})

it('makes a file in which every value is text', () => {
  const file = sharedFile({
    answer: {
      question: HOSTILE,
      status: 'answered',
      sentence: HOSTILE,
      interpretation: [HOSTILE],
      reason: HOSTILE,
      table: HOSTILE,
      layer: 'gold',
      sql: `SELECT '${HOSTILE}'`,
      warnings: [HOSTILE],
      left_out: { rows: 1, sentence: HOSTILE, bounds: [] },
      rows: {
        columns: [
          { name: HOSTILE, type: 'VARCHAR' },
          { name: 'n', type: 'BIGINT' },
        ],
        rows: [
          [HOSTILE, 1],
          [null, 2],
        ],
        truncated: false,
      },
    },
    layer: HOSTILE,
    language: 'en',
    made: '2026-01-02T03:04:05Z',
    t: ((key: string) => key) as unknown as TFunction<'answers'>,
  })
  expect(file.match(/<script|<img/g)).toBeNull()
  expect(file).toContain('&lt;script&gt;')
  expect(file).toContain("default-src 'none'")
})
