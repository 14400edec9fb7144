import { describe, expect, it } from 'vitest'
import { lineOf, placeOf } from './place'

const SQL = 'SELECT country,\n  COUNT(* FROM silver_orders_cleaned GROUP BY 1'

const marked = (message: string, sql = SQL) => {
  const place = placeOf(message, sql)
  return place && sql.slice(place.from, place.to)
}

describe('the place of a problem in SQL', () => {
  it('is where line and column say', () => {
    expect(marked('The SQL cannot be read: syntax error (line 2, column 11); mend it there.')).toBe(
      'FROM',
    )
    expect(marked('It ends too early (line 9, column 1)')).toBe('1')
  })

  it('is the word that is quoted, else nowhere', () => {
    expect(marked("Column 'countr' is not here.", 'SELECT country, countr FROM t')).toBe('countr')
    expect(marked("The function 'a+(' is not allowed.", 'SELECT a+(b)')).toBe('a+(')
    expect(marked('It takes too long.')).toBeUndefined()
  })

  it('is counted from one', () => {
    expect(lineOf(SQL, SQL.indexOf('FROM'))).toEqual({ line: 2, column: 11 })
  })
})
