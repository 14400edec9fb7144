import { Alert, Button, Group, ScrollArea, Stack, Table, Text, UnstyledButton } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, data } from '../api/api'
import { keys } from '../api/queries'
import { hasToken } from '../api/token'
import { Await } from '../common/Await'
import { Empty } from '../common/Empty'
import { bytes, moment } from '../common/format'
import { SentText } from './SentText'

const PAGE = 50

/** Everything that was sent to a language model, newest first; the exact text on click. */
export function Ledger() {
  const { t } = useTranslation(['settings', 'common'])
  const [offset, setOffset] = useState(0)
  const [read, setRead] = useState<number>()
  const query = { limit: PAGE, offset }
  const ledger = useQuery({
    queryKey: [...keys.settings, 'egress', offset],
    queryFn: () => data(api.GET('/api/egress', { params: { query } })),
    placeholderData: keepPreviousData,
  })
  const owner = hasToken()
  return (
    <Stack>
      <Text>{t('sent.text')}</Text>
      {!owner && (
        <Alert color="yellow" title={t('sent.ownerOnly')}>
          {t('common:needsToken')}
        </Alert>
      )}
      <Await query={ledger}>
        {(all) =>
          all.length === 0 && offset === 0 ? (
            <Empty icon={<IconShieldCheck />} title={t('sent.none')}>
              {t('sent.noneText')}
            </Empty>
          ) : (
            <ScrollArea
              type="auto"
              viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('views.sent') }}
            >
              <Table miw={760} verticalSpacing="sm" aria-label={t('views.sent')}>
                <Table.Thead>
                  <Table.Tr>
                    {(['at', 'purpose', 'source', 'model', 'size', 'outcome'] as const).map(
                      (column) => (
                        <Table.Th key={column}>{t(`sent.${column}`)}</Table.Th>
                      ),
                    )}
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {all.map((one) => (
                    <Table.Tr key={one.id}>
                      <Table.Td style={{ whiteSpace: 'nowrap' }}>
                        {owner ? (
                          <UnstyledButton
                            mih={24}
                            aria-label={t('sent.read', { at: moment(one.at) })}
                            onClick={() => setRead(one.id)}
                          >
                            <Text size="sm" td="underline">
                              {moment(one.at)}
                            </Text>
                          </UnstyledButton>
                        ) : (
                          moment(one.at)
                        )}
                      </Table.Td>
                      <Table.Td>{one.purpose}</Table.Td>
                      <Table.Td dir="auto">{one.source_id}</Table.Td>
                      <Table.Td style={{ overflowWrap: 'anywhere' }}>
                        {one.model}
                        <Text size="xs" c="dimmed">
                          {one.url} · {t(`privacy.${one.privacy}`)}
                        </Text>
                      </Table.Td>
                      <Table.Td style={{ whiteSpace: 'nowrap' }}>{bytes(one.bytes)}</Table.Td>
                      <Table.Td>{one.outcome}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </ScrollArea>
          )
        }
      </Await>
      {(offset > 0 || ledger.data?.length === PAGE) && (
        <Group>
          <Button
            variant="default"
            disabled={offset === 0}
            onClick={() => setOffset(Math.max(0, offset - PAGE))}
          >
            {t('sent.newer')}
          </Button>
          <Button
            variant="default"
            disabled={(ledger.data?.length ?? 0) < PAGE}
            onClick={() => setOffset(offset + PAGE)}
          >
            {t('sent.older')}
          </Button>
        </Group>
      )}
      {read !== undefined && <SentText id={read} onClose={() => setRead(undefined)} />}
    </Stack>
  )
}
