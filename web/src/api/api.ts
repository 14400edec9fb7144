import createClient from 'openapi-fetch'
import { Problem, Unreachable } from './problems'
import type { components, paths } from './schema'
import { authorization } from './token'

/** The names of the contract, such as `Schemas['SilverRecipe']`. */
export type Schemas = components['schemas']

const client = createClient<paths>({ baseUrl: window.location.origin })

client.use({
  onRequest({ request }) {
    const header = authorization()
    if (header) request.headers.set('Authorization', header)
    return request
  },
})

/** Every path of the contract, typed: `data(api.GET('/api/sources'))`. */
export const api = client

/** What a call answers: exactly what openapi-fetch gives. */
type Reply<T> = { data?: T; error?: unknown; response: Response }

/** The body of an answer; throws a Problem that says what to do, or Unreachable. */
export async function data<T>(call: Promise<Reply<T>>): Promise<T> {
  let reply: Reply<T>
  try {
    reply = await call
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure
    throw new Unreachable()
  }
  if (!reply.response.ok) throw Problem.of(reply.response.status, reply.error)
  return reply.data as T
}

/** How far a form has been sent, from 0 to 1. */
export type Progress = (share: number) => void

/** Sends a form with files; unlike fetch it tells how far it is, and stops on abort. */
export function upload<T>(
  path: string,
  form: FormData,
  options: { method?: 'POST' | 'PUT'; onProgress?: Progress; signal?: AbortSignal } = {},
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(options.method ?? 'POST', path)
    const header = authorization()
    if (header) request.setRequestHeader('Authorization', header)
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) options.onProgress?.(event.loaded / event.total)
    }
    request.onload = () => {
      const body = parsed(request.responseText)
      if (request.status >= 200 && request.status < 300) resolve(body as T)
      else reject(Problem.of(request.status, body))
    }
    request.onerror = () => reject(new Unreachable())
    request.onabort = () => reject(new DOMException('Stopped', 'AbortError'))
    options.signal?.addEventListener('abort', () => request.abort(), { once: true })
    request.send(form)
  })
}

/** Follows a build until it has ended or the returned function is called. */
export function followBuild(id: string, onBuild: (build: Schemas['Build']) => void): () => void {
  const events = new EventSource(`/api/builds/${encodeURIComponent(id)}/events`)
  events.addEventListener('build', (event) => {
    const build = JSON.parse(event.data) as Schemas['Build']
    onBuild(build)
    // The stream ends with the build; a browser would open it again.
    if (hasEnded(build)) events.close()
  })
  return () => events.close()
}

/** Whether nothing more will come of a build. */
export function hasEnded(build: Pick<Schemas['Build'], 'status'>): boolean {
  return build.status !== 'pending' && build.status !== 'building'
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
