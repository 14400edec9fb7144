import { Button, CopyButton, Group, Stack, Text } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { tokens } from './sql'
import styles from './SqlText.module.css'

/** A statement to be read and copied. */
export function SqlText({ sql, label }: { sql: string; label: string }) {
  const { t } = useTranslation('common')
  return (
    <Stack gap={4}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" fw={600}>
          {label}
        </Text>
        <CopyButton value={sql}>
          {({ copied, copy }) => (
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
              onClick={copy}
            >
              {copied ? t('copied') : t('copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
      <pre className={styles.sql} tabIndex={0} aria-label={label} role="region">
        <code>
          {tokens(sql).map((token, place) =>
            token.kind === 'plain' ? (
              token.text
            ) : (
              <span key={place} className={styles[token.kind]}>
                {token.text}
              </span>
            ),
          )}
        </code>
      </pre>
    </Stack>
  )
}
