import { api, data, hasEnded, type Schemas } from '../api/api'

const SHORTEST = 250
const LONGEST = 1_000

/**
 * Waits until a build has ended. It asks now and then instead of listening: a browser holds but six streams to a server
 * open, and there may be many builds and tabs.
 */
export async function ended(
  build: Schemas['Build'],
  onBuild: (build: Schemas['Build']) => void = () => {},
): Promise<Schemas['Build']> {
  let now = build
  let pause = SHORTEST
  while (!hasEnded(now)) {
    await new Promise((resolve) => setTimeout(resolve, pause))
    pause = Math.min(pause * 1.2, LONGEST)
    now = await data(api.GET('/api/builds/{id}', { params: { path: { id: build.id } } }))
    onBuild(now)
  }
  return now
}

/** What came of one request, as a flat list: the first and its `more`. */
export function allAdded(added: Schemas['Added']): Schemas['Added'][] {
  const { more, ...first } = added
  return [first, ...(more ?? [])]
}
