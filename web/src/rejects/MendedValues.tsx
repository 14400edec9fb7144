import { Badge, Button, Group, Stack, Table, Text, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, data, type Schemas } from '../api/api'
import { useBuild } from '../api/queries'
import { Failure } from '../common/Failure'
import { count, moment } from '../common/format'
import { Value } from '../common/grid/Value'
import { Outcome } from './Outcome'
import { useMended } from './queries'

/** Every value that somebody has put right, each to be taken back. */
export function MendedValues({ source }: { source: string }) {
  const { t } = useTranslation('rejects')
  const mended = useMended(source)
  const undo = useMutation({
    mutationFn: (one: Schemas['CellOverride']) =>
      data(
        api.DELETE('/api/sources/{id}/medallion/silver/overrides/{override_id}', {
          params: { path: { id: source, override_id: one.id } },
        }),
      ),
    onSuccess: () => mended.refetch(),
  })
  const undoing = useBuild(undo.data?.build?.id)
  if (!mended.data?.length && !undo.data) return null
  return (
    <Stack gap="sm">
      <Title order={3} size="h4">
        {t('mended')}
      </Title>
      {undo.data && <Outcome key={undo.data.override.id} mended={undo.data} build={undoing} />}
      {undo.error && <Failure error={undo.error} />}
      {mended.data && mended.data.length > 0 && (
        <Table.ScrollContainer minWidth={600}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('column')}</Table.Th>
                <Table.Th>{t('rightValue')}</Table.Th>
                <Table.Th>{t('because')}</Table.Th>
                <Table.Th>{t('rows')}</Table.Th>
                <Table.Th>{t('when')}</Table.Th>
                <Table.Th />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {mended.data.map((one) => (
                <Table.Tr key={one.id}>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>
                    <bdi>{one.column}</bdi>
                  </Table.Td>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>
                    <Value value={one.value} />
                  </Table.Td>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>{one.because}</Table.Td>
                  <Table.Td>
                    <Group gap="xs">
                      <Text size="sm">{count(one.rows)}</Text>
                      {one.rows === 0 && (
                        <Badge color="gray" variant="light" title={t('orphanHint')}>
                          {t('orphan')}
                        </Badge>
                      )}
                    </Group>
                  </Table.Td>
                  <Table.Td>{moment(one.created_at)}</Table.Td>
                  <Table.Td>
                    <Button
                      size="xs"
                      variant="default"
                      loading={undo.isPending && undo.variables.id === one.id}
                      onClick={() => undo.mutate(one)}
                    >
                      {t('takeBack')}
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Stack>
  )
}
