import { api, data, upload, type Schemas } from '../api/api'
import { allAdded, ended } from '../common/builds'
import { notAdded, type Failed } from '../said/useTold'
import { clean, type Cleaning } from './clean'

/** How a file is to be read, where that is not left to Assay. */
export interface Reading {
  charset?: string
  delimiter?: string
  quote?: string
  header_rows?: number
  skip_lines?: number
  /** Which sheets, entries or tables to take. */
  tables?: string[]
}

export type UploadState =
  | { kind: 'waiting' }
  | { kind: 'sending'; share: number }
  | {
      kind: 'landing'
      progress: number
      step?: string | undefined
      doing?: Schemas['Doing'] | undefined
    }
  | { kind: 'done' }
  | { kind: 'failed'; error: Error }
  | { kind: 'cancelled' }

/** What became of a table of a file. */
export type Landed =
  | { kind: 'source'; id: string; name: string; note?: string | undefined; isNew: boolean }
  | { kind: 'refused'; label: string; why: Failed }

/** A file on its way to become sources. */
export interface Upload {
  id: number
  name: string
  file?: File | undefined
  reading: Reading
  state: UploadState
  landed: Landed[]
  cleaning?: Cleaning | undefined
}

const AT_ONCE = 2

/**
 * The files that are on their way. It outlives the view: who looks at another one loses no upload.
 */
class Uploads {
  private all: readonly Upload[] = []
  private readonly listeners = new Set<() => void>()
  private readonly stops = new Map<number, AbortController>()
  private next = 1

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  readonly list = () => this.all

  add(files: readonly File[], reading: Reading = {}): void {
    const added = files.map((file): Upload => {
      const state: UploadState = { kind: 'waiting' }
      return { id: this.next++, name: file.name, file, reading, state, landed: [] }
    })
    this.publish([...this.all, ...added])
    this.startSome()
  }

  /** Adds the sample and builds all its layers. */
  addSample(name: string): void {
    const id = this.next++
    const state: UploadState = { kind: 'landing', progress: 0 }
    this.publish([...this.all, { id, name, reading: {}, state, landed: [] }])
    void this.run(id, async () => {
      await this.land(id, await data(api.POST('/api/sample')))
      await this.clean(id)
    })
  }

  cancel(id: number): void {
    this.change(id, { state: { kind: 'cancelled' } })
    this.stops.get(id)?.abort()
    this.startSome()
  }

  dismiss(id: number): void {
    this.publish(this.all.filter((one) => one.id !== id))
  }

  /** Builds the layers of everything that came of a file, one source after the other. */
  async clean(id: number, onStarted: () => void = () => {}): Promise<void> {
    for (const landed of this.find(id)?.landed ?? []) {
      if (landed.kind !== 'source') continue
      await clean(landed.id, (cleaning) => this.change(id, { cleaning }), onStarted)
    }
  }

  private startSome(): void {
    const busy = this.all.filter(({ state }) => state.kind === 'sending').length
    const waiting = this.all.filter(({ state }) => state.kind === 'waiting')
    for (const { id, file, reading } of waiting.slice(0, Math.max(0, AT_ONCE - busy))) {
      if (file) void this.run(id, (signal) => this.send(id, file, reading, signal))
    }
  }

  private async run(id: number, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const stop = new AbortController()
    this.stops.set(id, stop)
    try {
      await work(stop.signal)
    } catch (failure) {
      if (!stop.signal.aborted)
        this.change(id, { state: { kind: 'failed', error: asError(failure) } })
    } finally {
      this.stops.delete(id)
      this.startSome()
    }
  }

  private async send(id: number, file: File, reading: Reading, signal: AbortSignal) {
    this.change(id, { state: { kind: 'sending', share: 0 } })
    const added = await upload<Schemas['Added']>('/api/sources', formOf(file, reading), {
      onProgress: (share) => this.change(id, { state: { kind: 'sending', share } }),
      signal,
    })
    // The next may be sent while this one is read.
    const landing = this.land(id, added)
    this.startSome()
    await landing
  }

  private async land(id: number, answer: Schemas['Added']): Promise<void> {
    const added = allAdded(answer)
    this.change(id, {
      landed: added.map(landedOf),
      state: { kind: 'landing', progress: 0 },
    })
    const builds = added.flatMap(({ build }) => (build ? [build] : []))
    const stop = this.stops.get(id)?.signal
    const cancel = () => void this.takeBack(id, added)
    if (stop?.aborted) return cancel()
    stop?.addEventListener('abort', cancel, { once: true })
    for (const [number, build] of builds.entries()) {
      const last = await ended(build, ({ progress, step, doing }) => {
        if (stop?.aborted) return
        const state = {
          kind: 'landing',
          progress: (number + progress) / builds.length,
          step,
          doing,
        } as const
        this.change(id, { state })
      })
      if (last.status !== 'ready') this.refuse(id, last)
    }
    stop?.removeEventListener('abort', cancel)
    if (!stop?.aborted) this.change(id, { state: { kind: 'done' } })
  }

  private refuse(id: number, build: Schemas['Build']): void {
    const landed = this.find(id)?.landed.map((one): Landed =>
      one.kind === 'source' && one.id === build.source_id
        ? { kind: 'refused', label: one.name, why: { error: build.status, ...build } }
        : one,
    )
    if (landed) this.change(id, { landed })
  }

  /** Stops the builds; a source that came of this file goes, one that was there before stays. */
  private async takeBack(id: number, added: Schemas['Added'][]): Promise<void> {
    for (const { build, source } of added) {
      if (!build || !source) continue
      const path = { params: { path: { id: build.id } } }
      await data(api.DELETE('/api/builds/{id}', path)).catch(() => {
        // It has ended by itself.
      })
      await ended({ ...build, status: 'building' }).catch(() => {})
      if (build.action === 'create') {
        await data(api.DELETE('/api/sources/{id}', { params: { path: { id: source.id } } })).catch(
          (failure) => this.change(id, { state: { kind: 'failed', error: asError(failure) } }),
        )
      }
    }
    this.change(id, { landed: [] })
  }

  private find(id: number): Upload | undefined {
    return this.all.find((one) => one.id === id)
  }

  private change(id: number, change: Partial<Upload>): void {
    this.publish(
      this.all.map((one) =>
        one.id === id && (one.state.kind !== 'cancelled' || !change.state)
          ? { ...one, ...change }
          : one,
      ),
    )
  }

  private publish(all: readonly Upload[]): void {
    this.all = [...all]
    this.listeners.forEach((listener) => listener())
  }
}

export const uploads = new Uploads()

function landedOf(added: Schemas['Added']): Landed {
  const { source, note, label, problem } = added
  if (!source) return { kind: 'refused', label: label ?? '', why: notAdded(problem) }
  const isNew = added.build?.action === 'create'
  return { kind: 'source', id: source.id, name: source.name, note, isNew }
}

/** A form with a file and how to read it. */
export function formOf(file: File, reading: Reading): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(reading)) {
    if (Array.isArray(value)) value.forEach((one) => form.append(name, one))
    else if (value !== undefined) form.append(name, String(value))
  }
  form.append('file', file)
  return form
}

function asError(failure: unknown): Error {
  return failure instanceof Error ? failure : new Error(String(failure))
}
