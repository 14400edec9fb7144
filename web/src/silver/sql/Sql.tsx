import { Box, Button, Code, CopyButton, Group } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'

const Highlighted = lazy(() => import('./HighlightedSql'))

/** SQL to read and to copy. */
export function Sql({ sql, label }: { sql: string; label: string }) {
  const { t } = useTranslation('common')
  return (
    <Box>
      <Group justify="flex-end" mb={4}>
        <CopyButton value={sql}>
          {({ copied, copy }) => (
            <Button
              size="compact-sm"
              variant="default"
              onClick={copy}
              leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
            >
              {copied ? t('copied') : t('copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Suspense fallback={<Code block>{sql}</Code>}>
        <Highlighted sql={sql} label={label} />
      </Suspense>
    </Box>
  )
}
