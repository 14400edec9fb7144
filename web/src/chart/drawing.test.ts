import { describe, expect, it } from 'vitest'
import { drawingOf, extremes, tableOf } from './drawing'

const lying = {
  xAxis: { type: 'value', name: 'revenue' },
  yAxis: { type: 'category', name: 'city', data: ['<b>Lisbon</b>', 'Porto'], inverse: true },
  series: [{ type: 'bar', name: 'revenue', data: ['12500000000000000000.0', null] }],
}

describe('a chart', () => {
  it('is read from the option, whichever axis holds the places', () => {
    expect(drawingOf(lying)).toEqual({
      kind: 'bar',
      lying: true,
      places: { name: 'city', labels: ['<b>Lisbon</b>', 'Porto'] },
      figures: { name: 'revenue' },
      series: [{ name: 'revenue', values: [1.25e19, null] }],
    })
    expect(drawingOf({ ...lying, xAxis: lying.yAxis, yAxis: lying.xAxis })?.lying).toBe(false)
  })

  it('is none where an option draws nothing', () => {
    expect(drawingOf({})).toBeUndefined()
    expect(drawingOf({ xAxis: {}, yAxis: {}, series: [] })).toBeUndefined()
  })

  it('can be read as a table and by its extremes', () => {
    const drawing = drawingOf({
      xAxis: { data: ['Jan', 'Feb', 'Mar'], name: 'month' },
      yAxis: { name: '' },
      series: [
        { type: 'line', name: 'north', data: [3, 1, 2] },
        { type: 'line', name: 'south', data: [1, null, 5] },
      ],
    })
    expect(drawing && tableOf(drawing)).toEqual({
      head: ['month', 'north', 'south'],
      rows: [
        ['Jan', 3, 1],
        ['Feb', 1, null],
        ['Mar', 2, 5],
      ],
    })
    expect(drawing && extremes(drawing)).toEqual({
      least: { place: 'Feb', value: 1 },
      most: { place: 'Jan', value: 3 },
    })
  })
})
