import { Button, FileButton, Group, Textarea, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { hasToken } from '../api/token'
import { projectOf } from './request'

/** More than this is no key. */
const MOST_BYTES = 100_000

/** A service account's key: its file chosen, or its text put in. */
export function KeyField(props: {
  value: string
  error: string | undefined
  onChange: (key: string, project: string | undefined) => void
}) {
  const { t } = useTranslation('connect')
  const { value, error } = props
  const owner = hasToken()
  const change = (key: string) => props.onChange(key, projectOf(key))
  return (
    <Stack gap="xs">
      <Textarea
        label={t('key')}
        description={`${t(owner ? 'keyHint' : 'keyNeeded')} ${t('secretHint')}`}
        required={!owner}
        autosize
        minRows={3}
        maxRows={8}
        spellCheck={false}
        autoComplete="off"
        value={value}
        onChange={(event) => change(event.currentTarget.value)}
        error={error}
      />
      <Group>
        <FileButton
          accept="application/json,.json"
          inputProps={{ 'aria-label': t('keyFile') }}
          onChange={(file) => {
            if (file) void file.slice(0, MOST_BYTES).text().then(change)
          }}
        >
          {({ onClick }) => (
            <Button size="xs" variant="default" onClick={onClick}>
              {t('keyFile')}
            </Button>
          )}
        </FileButton>
      </Group>
    </Stack>
  )
}
