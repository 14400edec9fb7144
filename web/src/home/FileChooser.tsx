import { Button, FileButton, type ButtonProps } from '@mantine/core'
import { useRef } from 'react'

/** A button that opens the system's dialogue for files. */
export function FileChooser(
  props: { label: string; onFiles: (files: File[]) => void; multiple?: boolean } & ButtonProps,
) {
  const { label, onFiles, multiple = true, ...button } = props
  const reset = useRef<() => void>(null)
  return (
    <FileButton
      multiple={multiple}
      resetRef={reset}
      inputProps={{ 'aria-label': label }}
      onChange={(chosen: File | File[] | null) => {
        if (chosen) onFiles([chosen].flat())
        // The same file may be chosen again.
        reset.current?.()
      }}
    >
      {({ onClick }) => (
        <Button {...button} onClick={onClick}>
          {label}
        </Button>
      )}
    </FileButton>
  )
}
