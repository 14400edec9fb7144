import type { components } from './schema'

type Detail = components['schemas']['ProblemDetail']

/** What the server refused and what to do about it (RFC 9457). */
export class Problem extends Error {
  readonly status: number
  /** Everything wrong in what was sent, each with its JSON pointer. */
  readonly problems: components['schemas']['Problem'][]
  readonly detail: Partial<Detail>

  private constructor(status: number, detail: Partial<Detail>) {
    super(detail.detail ?? detail.title ?? `The server answered ${status} without saying why.`)
    this.name = 'Problem'
    this.status = status
    this.detail = detail
    this.problems = detail.problems ?? []
  }

  static of(status: number, body: unknown): Problem {
    return new Problem(status, typeof body === 'object' && body !== null ? body : {})
  }

  /** The messages that stand at a place of what was sent, or below it. */
  at(pointer: string): string[] {
    return this.problems
      .filter((problem) => problem.pointer === pointer || problem.pointer.startsWith(pointer + '/'))
      .map((problem) => problem.message)
  }
}

/** Nobody answers: the server has ended or is starting. */
export class Unreachable extends Error {
  constructor() {
    super('Assay does not answer.')
    this.name = 'Unreachable'
  }
}
