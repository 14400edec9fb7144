import {
  parses,
  typeParts,
  type Column,
  type Step,
  type StepKind,
  type TypeName,
} from '../draft/recipe'

/** How a field of a step is asked for. */
export type FieldKind =
  'text' | 'sign' | 'texts' | 'pairs' | 'factors' | 'number' | 'flag' | 'formats' | 'sql'

export interface StepField {
  name: string
  kind: FieldKind
}

const field = (name: string, kind: FieldKind): StepField => ({ name, kind })

/** What each kind of step needs to be told. */
export const STEP_FIELDS: Record<StepKind, StepField[]> = {
  trim: [],
  collapse_spaces: [],
  lower: [],
  upper: [],
  replace: [field('from', 'text'), field('to', 'text')],
  remove_pattern: [field('pattern', 'text')],
  null_tokens: [field('tokens', 'texts')],
  map_values: [field('values', 'pairs')],
  take_part: [field('separator', 'text'), field('part', 'number'), field('parts', 'number')],
  take_value: [field('key', 'text'), field('separator', 'sign'), field('assignment', 'sign')],
  take_unit: [field('units', 'pairs')],
  parse_number: [
    field('decimal', 'sign'),
    field('grouping', 'sign'),
    field('strip', 'texts'),
    field('divide_by', 'number'),
    field('parentheses', 'flag'),
    field('trailing_minus', 'flag'),
    field('lakhs', 'flag'),
    field('multipliers', 'factors'),
  ],
  parse_date: [field('formats', 'formats'), field('languages', 'texts'), field('pivot', 'number')],
  parse_boolean: [field('yes', 'texts'), field('no', 'texts')],
  custom: [field('sql', 'sql')],
}

/** A step as it is when somebody adds it. */
export function freshStep(kind: StepKind, column: Column): Step {
  switch (kind) {
    case 'trim':
    case 'collapse_spaces':
    case 'lower':
    case 'upper':
      return { step: kind }
    case 'replace':
      return { step: kind, from: ',', to: '.' }
    case 'remove_pattern':
      return { step: kind, pattern: '\\s+$' }
    case 'null_tokens':
      return { step: kind, tokens: ['N/A', '-'] }
    case 'map_values':
      return { step: kind, values: {} }
    case 'take_part':
      return { step: kind, separator: ',', part: 1, parts: 2 }
    case 'take_value':
      return { step: kind, key: 'key', separator: ';', assignment: '=' }
    case 'take_unit':
      return { step: kind, units: { $: 'USD', '€': 'EUR' } }
    case 'parse_number':
      return { step: kind, decimal: '.', grouping: ',' }
    case 'parse_date':
      return { step: kind, formats: ['%Y-%m-%d'] }
    case 'parse_boolean':
      return { step: kind, yes: ['yes', 'y', 'true', '1'], no: ['no', 'n', 'false', '0'] }
    case 'custom':
      return {
        step: kind,
        sql: column.cast_expression ?? `"${column.source_column.replaceAll('"', '""')}"`,
      }
  }
}

const NUMBERS: TypeName[] = ['INTEGER', 'BIGINT', 'DECIMAL', 'DOUBLE']
const DATES: TypeName[] = ['DATE', 'TIMESTAMP', 'TIMESTAMPTZ', 'TIME']

/** Whether a step can stand in a column of that type. */
export function fits(kind: StepKind, type: TypeName): boolean {
  if (kind === 'parse_number') return NUMBERS.includes(type)
  if (kind === 'parse_date') return DATES.includes(type)
  if (kind === 'parse_boolean') return type === 'BOOLEAN'
  return true
}

/** What may be added to a column: each way of reading once, an expression of one's own instead of all. */
export function addable(column: Column): StepKind[] {
  const type = typeParts(column.target_type).name
  const steps = stepsOf(column)
  return (Object.keys(STEP_FIELDS) as StepKind[]).filter(
    (kind) =>
      fits(kind, type) &&
      !(kind.startsWith('parse_') && steps.some(parses)) &&
      !(kind === 'custom' && steps.some((step) => step.step === 'custom')),
  )
}

/** The steps of a column; an expression that somebody wrote is one. */
export function stepsOf(column: Column): Step[] {
  if (column.cleaning) return column.cleaning
  return column.cast_expression ? [{ step: 'custom', sql: column.cast_expression }] : []
}

/** The steps with one more: what reads a value stays last, what a person wrote in SQL stands alone. */
export function withStep(steps: Step[], step: Step): Step[] {
  if (step.step === 'custom') return [step]
  const others = steps.filter((other) => other.step !== 'custom')
  const reading = others.at(-1)
  return reading && parses(reading) && !parses(step)
    ? [...others.slice(0, -1), step, reading]
    : [...others, step]
}

/** The steps in another order; what reads a value stays last. */
export function moved(steps: Step[], from: number, to: number): Step[] {
  const next = [...steps]
  const [step] = next.splice(from, 1)
  if (!step) return steps
  next.splice(to, 0, step)
  const reading = next.findIndex(parses)
  if (reading >= 0 && reading < next.length - 1) return steps
  return next
}

/** A column read as another type: by a reading that was measured where there is one, else without steps that cannot be. */
export function withType(column: Column, type: string, known: Column[]): Partial<Column> {
  const name = typeParts(type).name
  if (stepsOf(column).some((step) => step.step === 'custom')) return { target_type: type }
  const kept = stepsOf(column).filter((step) => fits(step.step, name))
  const reading = known.find((other) => typeParts(other.target_type).name === name)
  if (reading && kept.every((step) => !parses(step))) {
    const readings = stepsOf(reading).filter(parses)
    return { target_type: type, cleaning: [...kept, ...readings] }
  }
  return { target_type: type, cleaning: kept }
}
