import { Stack, Text, ThemeIcon, Title } from '@mantine/core'
import type { ReactNode } from 'react'

/** Says that there is nothing yet, and what to do so that there is. */
export function Empty(props: { icon: ReactNode; title: string; children?: ReactNode }) {
  return (
    <Stack align="center" gap="xs" py="xl" ta="center">
      <ThemeIcon size={56} radius="xl" variant="light" aria-hidden>
        {props.icon}
      </ThemeIcon>
      <Title order={3} size="h4">
        {props.title}
      </Title>
      <Text c="dimmed" maw={520} component="div">
        {props.children}
      </Text>
    </Stack>
  )
}
