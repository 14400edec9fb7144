import { Button, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { sideOf } from './relationship'
import type { Saying } from './useRelationships'

/** What was just rejected, to be taken back. */
export function Taken({ saying }: { saying: Saying }) {
  const { t } = useTranslation('relationships')
  return (
    <Stack gap="xs" aria-live="polite">
      {saying.rejected.map((one) => (
        <Group key={one.id} gap="sm">
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {t('rejected', { from: sideOf(one.from), to: sideOf(one.to) })}
          </Text>
          <Button
            size="compact-sm"
            variant="subtle"
            mih={24}
            onClick={() => saying.say.mutate({ word: 'forget', of: one })}
          >
            {t('takeBack')}
          </Button>
        </Group>
      ))}
    </Stack>
  )
}
