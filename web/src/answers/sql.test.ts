import { expect, it } from 'vitest'
import { tokens } from './sql'

it('tells keywords, texts and numbers apart and loses nothing', () => {
  const sql = `SELECT "from", 'it''s <b>', 12.5 -- why\nFROM silver_x`
  const found = tokens(sql)
  expect(found.map((token) => token.text).join('')).toBe(sql)
  expect(found.filter((token) => token.kind === 'keyword').map((token) => token.text)).toEqual([
    'SELECT',
    'FROM',
  ])
  expect(found.find((token) => token.kind === 'string')?.text).toBe(`'it''s <b>'`)
})
