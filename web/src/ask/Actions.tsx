import { Button, Group, Menu } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { IconDownload, IconPin, IconShare2 } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, data } from '../api/api'
import { fileName, save } from '../answers/save'
import type { Answer, Turn } from './conversation'
import { KeepForm } from './KeepForm'

const FORMATS = ['csv', 'xlsx'] as const

/** What one does with an answer: keep it, share it, take its rows along. */
export function Actions({ answer, request }: { answer: Answer; request: Turn['request'] }) {
  const { t, i18n } = useTranslation(['ask', 'answers', 'common'])
  const [keeping, form] = useDisclosure()
  const complain = (error: Error) =>
    notifications.show({
      color: 'red',
      message: error.message,
      closeButtonProps: { 'aria-label': t('common:close') },
    })

  const share = useMutation({
    mutationFn: async () => {
      const [{ sharedFile }, chart] = await Promise.all([
        import('../answers/share'),
        answer.chart && import('../answers/chartSvg'),
      ])
      return sharedFile({
        answer,
        chart: answer.chart && chart ? chart.chartSvg(answer.chart) : undefined,
        layer: answer.layer ? t(`common:layer.${answer.layer}`) : '',
        language: i18n.language,
        made: new Date().toISOString(),
        t: i18n.getFixedT(i18n.language, 'answers'),
      })
    },
    onSuccess: (page) =>
      save(new Blob([page], { type: 'text/html' }), fileName(answer.question, 'html')),
    onError: complain,
  })

  const take = useMutation({
    mutationFn: async (format: (typeof FORMATS)[number]) => {
      const columns = answer.rows?.columns.map((column) => column.name) ?? []
      const body = answer.query
        ? { query: answer.query, source: request.source, columns }
        : { sql: answer.sql, columns }
      const file = await data(
        api.POST('/api/ask/export', { params: { query: { format } }, body, parseAs: 'blob' }),
      )
      save(file as unknown as Blob, fileName(answer.question, format))
    },
    onError: complain,
  })

  return (
    <Group gap="xs">
      {answer.query && (
        <Button size="xs" variant="light" leftSection={<IconPin size={16} />} onClick={form.open}>
          {t('keep')}
        </Button>
      )}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconShare2 size={16} />}
        loading={share.isPending}
        onClick={() => share.mutate()}
      >
        {t('share')}
      </Button>
      {answer.sql && (
        <Menu>
          <Menu.Target>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconDownload size={16} />}
              loading={take.isPending}
            >
              {t('export')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {FORMATS.map((format) => (
              <Menu.Item key={format} onClick={() => take.mutate(format)}>
                {t(`format.${format}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <KeepForm opened={keeping} onClose={form.close} answer={answer} request={request} />
    </Group>
  )
}
