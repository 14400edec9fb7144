import { Box } from '@mantine/core'
import { useIntersection } from '@mantine/hooks'
import { useState, type ReactNode } from 'react'

/** Makes what it holds only once it has been scrolled into sight; until then its height is kept free. */
export function Seen({
  height,
  children,
}: {
  height: number
  children: (seen: boolean) => ReactNode
}) {
  const { ref, entry } = useIntersection({ rootMargin: '200px' })
  const [seen, setSeen] = useState(false)
  if (entry?.isIntersecting && !seen) setSeen(true)
  return (
    <Box ref={ref} mih={height} miw={0}>
      {children(seen)}
    </Box>
  )
}
