import { expect, it } from 'vitest'
import { asked, context, type Turn } from './conversation'

const turn = (question: string, state: Turn['state']): Turn => ({
  id: question,
  request: { question },
  state,
})
const answered = (question: string): Turn =>
  turn(question, {
    kind: 'answered',
    answer: { question, status: 'answered', sentence: '', query: { table: question } },
  })

it('follows the newest question that was answered', () => {
  const turns = [answered('a'), answered('b'), turn('c', { kind: 'failed', message: 'no' })]
  expect(context(turns)).toEqual({ question: 'b', query: { table: 'b' } })
  expect(context([])).toBeUndefined()
})

it('recalls each question once, the newest first', () => {
  expect(asked([answered('a'), answered('b'), answered('a')])).toEqual(['a', 'b'])
})
