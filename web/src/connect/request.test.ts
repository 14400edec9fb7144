import { describe, expect, it } from 'vitest'
import { EMPTY, labelOf, projectOf, requestOf } from './request'

describe('what is sent', () => {
  it('is what was given for a server', () => {
    const wish = { ...EMPTY, host: ' db ', database: 'shop', user: 'ann', secret: 'x', port: 5433 }
    expect(requestOf(wish)).toEqual({
      system: 'postgresql',
      host: 'db',
      port: 5433,
      database: 'shop',
      user: 'ann',
      secret: 'x',
      tls: 'prefer',
    })
  })

  it('holds no host, user or secret for a file', () => {
    const wish = { ...EMPTY, system: 'sqlite', database: '/a.db', secret: 'x', user: 'u' } as const
    expect(requestOf(wish)).toEqual({ system: 'sqlite', database: '/a.db' })
  })
})

describe('a table', () => {
  it('is called with its schema where it has one', () => {
    expect(labelOf({ schema: 'public', name: 'orders' })).toBe('public.orders')
    expect(labelOf({ name: 'orders' })).toBe('orders')
  })
})

describe('a key', () => {
  it('names its project', () => {
    expect(projectOf('{"type":"service_account","project_id":"shop-1"}')).toBe('shop-1')
  })

  it('that is none names nothing', () => {
    for (const text of ['', 'hello', '[]', 'null', '{"project_id":7}']) {
      expect(projectOf(text)).toBeUndefined()
    }
  })
})
