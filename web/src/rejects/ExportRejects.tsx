import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'

/** The rows that are shown here, as a file. */
export function ExportRejects({ source }: { source: string }) {
  const { t } = useTranslation('rejects')
  const reason = useSearchParams()[0].get('reason')
  const which = reason === null ? '' : `reason=${encodeURIComponent(reason)}&`
  const path = `/api/sources/${encodeURIComponent(source)}/medallion/silver/rejects/export?${which}`
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
          {t('export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['csv', 'xlsx', 'parquet'] as const).map((format) => (
          <Menu.Item key={format} component="a" download href={`${path}format=${format}`}>
            {format.toUpperCase()}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
