import {
  Alert,
  Button,
  Checkbox,
  Group,
  NumberInput,
  Paper,
  PasswordInput,
  Select,
  SimpleGrid,
  Stack,
  TextInput,
} from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, data, type Schemas } from '../api/api'
import { Problem } from '../api/problems'
import { keys } from '../api/queries'
import { hasToken } from '../api/token'
import { Failure } from '../common/Failure'
import { Privacy } from './Privacy'
import { useTold } from '../said/useTold'

const PROVIDERS = ['OPENAI_COMPATIBLE', 'ANTHROPIC', 'GEMINI', 'OLLAMA'] as const

/** Which model is asked, by what address and with what key, and how much it may be told. */
export function ModelForm({ settings }: { settings: Schemas['ModelSettings'] }) {
  const { t } = useTranslation(['settings', 'common'])
  const told = useTold()
  const queries = useQueryClient()
  const [wish, setWish] = useState<Schemas['ModelWishes']>({
    provider: settings.provider ?? 'OPENAI_COMPATIBLE',
    url: settings.url ?? '',
    model: settings.model ?? '',
    privacy: settings.provider ? settings.privacy : 'MASKED_SAMPLES',
    token_budget: settings.token_budget,
    timeout_seconds: settings.timeout_seconds,
    allow_plain_http: settings.allow_plain_http,
  })
  const set = (change: Partial<Schemas['ModelWishes']>) => setWish({ ...wish, ...change })
  const afterwards = () => queries.invalidateQueries({ queryKey: keys.settings })
  const saving = useMutation({
    mutationFn: () => data(api.PUT('/api/settings/model', { body: wish })),
    onSuccess: () => {
      notifications.show({
        message: t('saved'),
        closeButtonProps: { 'aria-label': t('common:close') },
      })
      return afterwards()
    },
  })
  const forgetting = useMutation({
    mutationFn: () => data(api.DELETE('/api/settings/model')),
    onSuccess: afterwards,
  })
  const testing = useMutation({ mutationFn: () => data(api.POST('/api/settings/model/test')) })
  const owner = hasToken()
  const on = settings.provider !== undefined
  const error = saving.error ?? forgetting.error ?? testing.error
  return (
    <form
      aria-label={t('views.model')}
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate()
      }}
    >
      <Paper withBorder p="lg">
        <Stack>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <Select
              label={t('model.provider')}
              data={PROVIDERS.map((one) => ({ value: one, label: t(`providers.${one}`) }))}
              value={wish.provider ?? null}
              allowDeselect={false}
              disabled={!owner}
              onChange={(provider) => set({ provider: provider as (typeof PROVIDERS)[number] })}
              error={at('/provider')}
            />
            <TextInput
              label={t('model.model')}
              value={wish.model ?? ''}
              disabled={!owner}
              onChange={(event) => set({ model: event.currentTarget.value })}
              error={at('/model')}
            />
            <TextInput
              label={t('model.url')}
              description={t('model.urlHint')}
              value={wish.url ?? ''}
              disabled={!owner}
              onChange={(event) => set({ url: event.currentTarget.value })}
              error={at('/url')}
            />
            <PasswordInput
              label={t('model.key')}
              description={t(settings.key_stored ? 'model.keyKept' : 'model.keyHint')}
              autoComplete="new-password"
              value={wish.key ?? ''}
              disabled={!owner}
              onChange={(event) => {
                const { value } = event.currentTarget
                const next = { ...wish, key: value }
                // An empty text would forget the one that is kept.
                if (value === '') delete (next as { key?: string }).key
                setWish(next)
              }}
              error={at('/key')}
            />
            <NumberInput
              label={t('model.budget')}
              description={t('model.budgetHint')}
              min={2000}
              max={1_000_000}
              step={1000}
              allowDecimal={false}
              thousandSeparator=" "
              value={wish.token_budget ?? ''}
              disabled={!owner}
              onChange={(tokens) => typeof tokens === 'number' && set({ token_budget: tokens })}
              error={at('/token_budget')}
            />
            <NumberInput
              label={t('model.timeout')}
              description={t('model.timeoutHint')}
              min={1}
              max={600}
              allowDecimal={false}
              value={wish.timeout_seconds ?? ''}
              disabled={!owner}
              onChange={(seconds) =>
                typeof seconds === 'number' && set({ timeout_seconds: seconds })
              }
              error={at('/timeout_seconds')}
            />
          </SimpleGrid>
          <Privacy
            value={wish.privacy ?? 'MASKED_SAMPLES'}
            disabled={!owner}
            onChange={(privacy) => set({ privacy })}
          />
          <Checkbox
            label={t('model.plainHttp')}
            checked={wish.allow_plain_http ?? false}
            disabled={!owner}
            onChange={(event) => set({ allow_plain_http: event.currentTarget.checked })}
            error={at('/allow_plain_http')}
          />
          {error && <Failure error={error} />}
          {testing.data && (
            <Alert
              role="status"
              color={testing.data.works ? 'ink' : 'yellow'}
              title={t(testing.data.works ? 'model.works' : 'model.worksNot')}
            >
              <span {...told.trial(testing.data)} />
            </Alert>
          )}
          <Group>
            <Button type="submit" disabled={!owner} loading={saving.isPending}>
              {t('save')}
            </Button>
            <Button
              variant="default"
              disabled={!owner || !on}
              loading={testing.isPending}
              onClick={() => testing.mutate()}
            >
              {t('model.test')}
            </Button>
            {on && (
              <Button
                variant="default"
                disabled={!owner}
                loading={forgetting.isPending}
                onClick={() => forgetting.mutate()}
              >
                {t('model.forget')}
              </Button>
            )}
          </Group>
        </Stack>
      </Paper>
    </form>
  )

  function at(pointer: string): string | undefined {
    const { error } = saving
    return (error instanceof Problem && error.at(pointer).join(' ')) || undefined
  }
}
