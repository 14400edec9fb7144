import { Overlay, Portal, Stack, Text } from '@mantine/core'
import { IconFileDownload } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { filesOf } from './files'

/** Takes files that are dropped anywhere on the page, and says so while they are held over it. */
export function DropAnywhere({ onFiles }: { onFiles: (files: File[]) => void }) {
  const { t } = useTranslation('home')
  const [over, setOver] = useState(false)
  const latest = useRef(onFiles)
  useEffect(() => {
    latest.current = onFiles
  })
  useEffect(() => {
    let depth = 0
    const hold = (event: DragEvent, step: number) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      depth = Math.max(0, depth + step)
      setOver(depth > 0)
    }
    const enter = (event: DragEvent) => hold(event, 1)
    const move = (event: DragEvent) => hold(event, 0)
    const leave = (event: DragEvent) => hold(event, -1)
    const drop = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      depth = 0
      setOver(false)
      void filesOf(event.dataTransfer).then((files) => latest.current(files))
    }
    window.addEventListener('dragenter', enter)
    window.addEventListener('dragover', move)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragenter', enter)
      window.removeEventListener('dragover', move)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])
  if (!over) return null
  return (
    <Portal>
      <Overlay
        fixed
        zIndex={500}
        backgroundOpacity={0.75}
        blur={3}
        style={{ pointerEvents: 'none' }}
      >
        <Stack h="100%" align="center" justify="center" c="white" gap="xs">
          <IconFileDownload size={56} stroke={1.4} aria-hidden />
          <Text size="xl" fw={650}>
            {t('dropHere')}
          </Text>
        </Stack>
      </Overlay>
    </Portal>
  )
}
