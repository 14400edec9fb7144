import { Code, Radio, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'

const MODES = ['NONE', 'METADATA_ONLY', 'MASKED_SAMPLES', 'FULL'] as const

/** What leaves of one and the same column in each mode. */
const LEAVES: Record<Schemas['Privacy'], string> = {
  NONE: '',
  METADATA_ONLY: 'email  TEXT  50 000 rows  3 % missing',
  MASKED_SAMPLES: 'email  TEXT  50 000 rows  3 % missing  "xxxx.xxxxx@xxxxxxx.xxx"',
  FULL: 'email  TEXT  50 000 rows  3 % missing  "anna.costa@example.com"',
}

/** How much a model may be told, each mode with an example of what leaves the machine. */
export function Privacy(props: {
  value: Schemas['Privacy']
  disabled: boolean
  onChange: (privacy: Schemas['Privacy']) => void
}) {
  const { t } = useTranslation('settings')
  return (
    <Radio.Group
      label={t('privacy.title')}
      description={t('privacy.text')}
      value={props.value}
      onChange={(mode) => props.onChange(mode as Schemas['Privacy'])}
    >
      <Stack gap="sm" mt="sm">
        {MODES.map((mode) => (
          <div key={mode}>
            <Radio
              value={mode}
              label={t(`privacy.${mode}`)}
              description={t(`privacy.explained.${mode}`)}
              disabled={props.disabled}
            />
            <Text size="xs" ms={32} mt={4}>
              {t('privacy.leaves')}{' '}
              {LEAVES[mode] === '' ? (
                t('privacy.nothing')
              ) : (
                <Code style={{ overflowWrap: 'anywhere' }}>{LEAVES[mode]}</Code>
              )}
            </Text>
          </div>
        ))}
      </Stack>
    </Radio.Group>
  )
}
