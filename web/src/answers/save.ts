/** Hands a file to the reader under a name. */
export function save(content: Blob, name: string): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // The browser must have begun to read it.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** A name for a file, made of a question. */
export function fileName(question: string, ending: string): string {
  const words = question
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  return `${words || 'answer'}.${ending}`
}
