/**
 * The workspace's token, which `assay serve` prints as a part of the page's address: `/#token=…`. It is kept for this
 * tab alone, and never sent but to this server.
 */
const KEY = 'assay-token'

/** Takes the token out of the address, so that it is not copied along with it. */
export function takeToken(): void {
  const match = /^#token=([\w-]+)$/.exec(window.location.hash)
  if (!match?.[1]) return
  sessionStorage.setItem(KEY, match[1])
  window.history.replaceState(null, '', window.location.pathname + window.location.search)
}

/** Somebody may paste the owner's address where the page is open already: the browser does not load it anew. */
export function watchForToken(): void {
  window.addEventListener('hashchange', () => {
    if (!window.location.hash.startsWith('#token=')) return
    takeToken()
    window.location.reload()
  })
}

/** Whether this page may do what only the workspace's owner may: set up a model, read what was sent. */
export function hasToken(): boolean {
  return sessionStorage.getItem(KEY) !== null
}

export function authorization(): string | undefined {
  const token = sessionStorage.getItem(KEY)
  return token === null ? undefined : `Bearer ${token}`
}
