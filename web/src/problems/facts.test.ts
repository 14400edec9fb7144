import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Schemas } from '../api/api'
import { Problem } from '../api/problems'
import { inWords } from './facts'
import en from './words.en.json'
import es from './words.es.json'
import pt from './words.pt.json'

const unknownColumn: Schemas['Fact'][] = [
  { code: 'COLUMN_NOT_IN_TABLE', values: { column: 'revenu', table: 'bronze_orders_raw' } },
  { code: 'DID_YOU_MEAN', values: { name: 'revenue' } },
]

beforeAll(async () => {
  await i18next.init({
    lng: 'pt',
    resources: { en: { problems: en }, es: { problems: es }, pt: { problems: pt } },
    interpolation: { escapeValue: false },
  })
})

describe('what a server refused', () => {
  it('is said sentence by sentence, with what differs as it is', () => {
    expect(inWords(unknownColumn)).toBe(
      "A coluna 'revenu' não existe em bronze_orders_raw. Queria dizer 'revenue'?",
    )
    expect(inWords([{ code: 'DID_YOU_MEAN', values: { name: '<b> $t(BUG) {{name}}' } }])).toContain(
      '<b> $t(BUG) {{name}}',
    )
    expect(inWords([{ code: 'PROBLEMS', values: { count: '3' } }])).toBe('3 problemas:')
  })

  it('is left to its own sentence where there are no words for all of it', () => {
    expect(inWords(undefined)).toBeUndefined()
    expect(inWords([])).toBeUndefined()
    expect(inWords([...unknownColumn, { code: 'FROM_TOMORROW', values: {} }])).toBeUndefined()
  })

  it('changes with the language, and is marked where it is English', async () => {
    const facts = unknownColumn
    const problems = [{ pointer: '/columns/0', message: 'In English.', facts }]
    const problem = Problem.of(400, { detail: 'In English.', problems, facts })
    expect(problem.message).toContain('A coluna')
    expect(problem.at('/columns')[0]).toContain('A coluna')
    expect(problem.lang).toBeUndefined()
    await i18next.changeLanguage('es')
    expect(problem.message).toContain('La columna')
    expect(problem.at('/columns')[0]).toContain('La columna')
    const plain = Problem.of(400, { detail: 'In English.' })
    expect(plain.message).toBe('In English.')
    expect(plain.lang).toBe('en')
  })
})
