/** All files of what was dropped, also those in folders; what is hidden is left out. */
export async function filesOf(dropped: DataTransfer): Promise<File[]> {
  const entries = [...dropped.items]
    .map((item) => item.webkitGetAsEntry?.() ?? null)
    .filter((entry): entry is FileSystemEntry => entry !== null)
  // What a program hands over has no entries.
  if (entries.length === 0) return [...dropped.files]
  const files = await Promise.all(entries.map(within))
  return files.flat()
}

async function within(entry: FileSystemEntry): Promise<File[]> {
  if (entry.name.startsWith('.')) return []
  if (entry.isFile) {
    return [
      await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail)),
    ]
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const inside: FileSystemEntry[] = []
  // It hands out a hundred at a time.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, fail) =>
      reader.readEntries(done, fail),
    )
    if (some.length === 0) break
    inside.push(...some)
  }
  return (await Promise.all(inside.map(within))).flat()
}
