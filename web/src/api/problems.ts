import { inWords } from '../problems/facts'
import type { components } from './schema'

type Detail = components['schemas']['ProblemDetail']

/** One thing wrong, and what is to be marked as English of it. */
type Told = components['schemas']['Problem'] & { lang: 'en' | undefined }

/** What the server refused and what to do about it (RFC 9457), said in the reader's language where it can be. */
export class Problem extends Error {
  readonly status: number
  readonly detail: Partial<Detail>

  private constructor(status: number, detail: Partial<Detail>) {
    super()
    this.name = 'Problem'
    this.status = status
    this.detail = detail
    // Asked for each time: a reader may change the language while they look at it.
    Object.defineProperty(this, 'message', { get: () => this.told ?? this.english })
  }

  static of(status: number, body: unknown): Problem {
    return new Problem(status, typeof body === 'object' && body !== null ? body : {})
  }

  /** Everything wrong in what was sent, each with its JSON pointer. */
  get problems(): Told[] {
    return (this.detail.problems ?? []).map((problem) => {
      const told = inWords(problem.facts)
      return {
        ...problem,
        message: told ?? problem.message,
        lang: told === undefined ? 'en' : undefined,
      }
    })
  }

  /** What is to be marked as English, since the reader's language has no words for it. */
  get lang(): 'en' | undefined {
    return this.told === undefined ? 'en' : undefined
  }

  /** The messages that stand at a place of what was sent, or below it. */
  at(pointer: string): string[] {
    return this.problems
      .filter((problem) => problem.pointer === pointer || problem.pointer.startsWith(pointer + '/'))
      .map((problem) => problem.message)
  }

  private get told(): string | undefined {
    return inWords(this.detail.facts)
  }

  private get english(): string {
    const { detail, title } = this.detail
    return detail ?? title ?? `The server answered ${this.status} without saying why.`
  }
}

/** Nobody answers: the server has ended or is starting. */
export class Unreachable extends Error {
  constructor() {
    super('Assay does not answer.')
    this.name = 'Unreachable'
  }
}
