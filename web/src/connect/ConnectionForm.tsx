import {
  Button,
  Group,
  NumberInput,
  PasswordInput,
  Select,
  SimpleGrid,
  Stack,
  TextInput,
} from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, data } from '../api/api'
import { Problem } from '../api/problems'
import { keys } from '../api/queries'
import { hasToken } from '../api/token'
import { Failure } from '../common/Failure'
import { Notice } from '../common/Notice'
import { KeyField } from './KeyField'
import { EMPTY, FILES, isFile, PORTS, requestOf, SERVERS, type System, type Wish } from './request'

const FIELDS = ['/name', '/host', '/port', '/database', '/user', '/secret', '/tls', '/system']

/** Asks for what a database needs, tests it and keeps it. */
export function ConnectionForm({ onMade }: { onMade: (id: string) => void }) {
  const { t } = useTranslation(['connect', 'common'])
  const queries = useQueryClient()
  const [wish, setWish] = useState<Wish>(EMPTY)
  const making = useMutation({
    mutationFn: () => data(api.POST('/api/connections', { body: requestOf(wish) })),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: keys.connections })
      setWish(EMPTY)
      onMade(id)
    },
  })
  const { system } = wish
  const set = (change: Partial<Wish>) => setWish({ ...wish, ...change })
  const text = (field: 'name' | 'host' | 'database' | 'user') => ({
    value: wish[field],
    onChange: (event: { currentTarget: { value: string } }) =>
      set({ [field]: event.currentTarget.value }),
    error: problemAt(`/${field}`),
    autoComplete: 'off',
  })
  const server = !isFile(system) && system !== 'bigquery'
  const forbidden = isFile(system) && !hasToken()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        making.mutate()
      }}
      aria-label={t('new')}
    >
      <Stack gap="sm">
        <Select
          label={t('system')}
          data={[...SERVERS, ...FILES].map((one) => ({ value: one, label: t(`systems.${one}`) }))}
          value={system}
          allowDeselect={false}
          onChange={(chosen) => {
            making.reset()
            set({ system: chosen as System })
          }}
          error={problemAt('/system')}
        />
        {forbidden && <Notice title={t('fileNeedsToken')}>{t('common:needsToken')}</Notice>}
        {server && (
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <TextInput label={t('host')} required {...text('host')} />
            <NumberInput
              label={t('port')}
              placeholder={String(PORTS[system] ?? '')}
              description={t('portHint')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              min={1}
              max={65535}
              allowDecimal={false}
              hideControls
              thousandSeparator=""
              value={wish.port}
              onChange={(port) => set({ port: typeof port === 'number' ? port : '' })}
              error={problemAt('/port')}
            />
          </SimpleGrid>
        )}
        <TextInput
          label={t(databaseLabel(system))}
          description={databaseHint(system)}
          required={isFile(system) || system === 'bigquery'}
          {...text('database')}
        />
        {(server || system === 'h2') && (
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <TextInput label={t('user')} {...text('user')} />
            <PasswordInput
              label={t('password')}
              description={t('secretHint')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              autoComplete="new-password"
              value={wish.secret}
              onChange={(event) => set({ secret: event.currentTarget.value })}
              error={problemAt('/secret') ?? problemAt('/password')}
            />
          </SimpleGrid>
        )}
        {system === 'bigquery' && (
          <KeyField
            value={wish.secret}
            onChange={(secret, project) =>
              set({ secret, ...(project && !wish.database.trim() && { database: project }) })
            }
            error={problemAt('/secret')}
          />
        )}
        {server && (
          <Select
            label={t('tls')}
            data={(['prefer', 'require', 'verify', 'disable'] as const).map((kind) => ({
              value: kind,
              label: t(`tlsKinds.${kind}`),
            }))}
            value={wish.tls}
            allowDeselect={false}
            onChange={(tls) => set({ tls: tls as Wish['tls'] })}
            error={problemAt('/tls')}
          />
        )}
        <TextInput label={t('name')} description={t('nameHint')} {...text('name')} />
        {making.error && !isAtFields(making.error) && <Failure error={making.error} />}
        <Group>
          <Button type="submit" loading={making.isPending} disabled={forbidden}>
            {t('test')}
          </Button>
        </Group>
      </Stack>
    </form>
  )

  function databaseHint(kind: System) {
    if (isFile(kind)) return t('pathHint')
    return kind === 'bigquery' && t('projectHint')
  }

  function problemAt(pointer: string): string | undefined {
    const { error } = making
    return (error instanceof Problem && error.at(pointer).join(' ')) || undefined
  }
}

function databaseLabel(system: System) {
  if (isFile(system)) return 'path'
  if (system === 'bigquery') return 'project'
  return system === 'oracle' ? 'service' : 'database'
}

/** Whether everything that is wrong stands at a field already. */
function isAtFields(error: Error): boolean {
  return (
    error instanceof Problem &&
    error.problems.length > 0 &&
    error.problems.every(({ pointer }) => FIELDS.includes(pointer))
  )
}
