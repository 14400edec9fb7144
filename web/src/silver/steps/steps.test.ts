import { describe, expect, it } from 'vitest'
import type { Column, Step, StepKind } from '../draft/recipe'
import english from '../words.en.json'
import { addable, freshStep, moved, STEP_FIELDS, stepsOf, withStep, withType } from './steps'
import { dateFormat, short, stepDetail } from './stepText'

const kinds = Object.keys(STEP_FIELDS) as StepKind[]
const text: Column = { source_column: 'a', target_type: 'TEXT', cleaning: [] }
const trim: Step = { step: 'trim' }
const number: Step = { step: 'parse_number', decimal: ',', grouping: '.' }

describe.each(kinds)('the step %s', (kind) => {
  it('has words whose places are filled', () => {
    const words: Record<string, string> = english.steps
    const detail = stepDetail(freshStep(kind, text))
    const forms = Object.keys(words).filter((key) => key.replace(/_(one|other)$/, '') === kind)
    expect(forms).not.toEqual([])
    for (const form of forms)
      for (const [, place] of (words[form] ?? '').matchAll(/{{\s*(\w+)/g))
        expect(detail, form).toHaveProperty(place as string)
  })

  it('has a word for each field that it asks for', () => {
    for (const { name } of STEP_FIELDS[kind]) expect(english.fields).toHaveProperty(name)
  })
})

it('says what a step does', () => {
  expect(stepDetail({ step: 'replace', from: ' ', to: '' })).toEqual({ from: '‘ ’', to: '‘’' })
  expect(stepDetail(number)).toEqual({ example: '1.234,5' })
  expect(stepDetail({ step: 'parse_date', formats: ['%d/%m/%Y'] })).toEqual({
    formats: 'DD/MM/YYYY',
  })
  expect(stepDetail({ step: 'null_tokens', tokens: ['a', 'b', 'c', 'd'] })).toEqual({
    tokens: 'a, b, c +1',
  })
  expect(dateFormat('%-d %B %Y %H:%M')).toBe('DD Month YYYY hh:mm')
  expect([...short('😀'.repeat(99))]).toHaveLength(28)
})

it('keeps what reads a value last and what a person wrote alone', () => {
  expect(withStep([number], trim)).toEqual([trim, number])
  expect(withStep([trim, number], { step: 'custom', sql: 'x' })).toEqual([
    { step: 'custom', sql: 'x' },
  ])
  expect(withStep([{ step: 'custom', sql: 'x' }], trim)).toEqual([trim])
  expect(moved([trim, { step: 'lower' }, number], 0, 1)).toEqual([{ step: 'lower' }, trim, number])
  const steps = [trim, number]
  expect(moved(steps, 0, 1)).toBe(steps)
})

it('offers what fits the type, and each way of reading once', () => {
  expect(addable(text)).not.toContain('parse_number')
  expect(addable({ ...text, target_type: 'DECIMAL(9,2)' })).toContain('parse_number')
  expect(addable({ ...text, target_type: 'INTEGER', cleaning: [number] })).not.toContain(
    'parse_number',
  )
})

it('takes a measured reading of a type where there is one', () => {
  const known = [{ ...text, target_type: 'DOUBLE', cleaning: [trim, number] }]
  expect(withType({ ...text, cleaning: [trim] }, 'DOUBLE', known).cleaning).toEqual([trim, number])
  expect(
    withType({ ...text, target_type: 'DOUBLE', cleaning: [trim, number] }, 'TEXT', known),
  ).toEqual({ target_type: 'TEXT', cleaning: [trim] })
  expect(stepsOf({ source_column: 'a', cast_expression: 'lower(a)' })).toEqual([
    { step: 'custom', sql: 'lower(a)' },
  ])
})
