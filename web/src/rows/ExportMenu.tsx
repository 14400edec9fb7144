import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Shown } from './address'

const FORMATS = ['csv', 'xlsx', 'parquet'] as const

/** The whole table that is shown, as a file. Of before and after it is what was cleaned or, if those are shown, left out. */
export function ExportMenu({ source, shown }: { source: string; shown: Shown }) {
  const { t } = useTranslation('rows')
  const path = exportOf(shown)
  if (path === undefined) return null
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
          {t('export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map((format) => (
          <Menu.Item
            key={format}
            component="a"
            download
            href={`/api/sources/${encodeURIComponent(source)}/medallion/${path}format=${format}`}
          >
            {t(`format.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function exportOf(shown: Shown): string | undefined {
  switch (shown.kind) {
    case 'malformed':
      return undefined
    case 'changes':
      return shown.fate === 'rejected' || shown.fate === 'filtered'
        ? 'silver/rejects/export?'
        : 'silver/export?'
    case 'table':
      return shown.table === undefined
        ? `${shown.layer}/export?`
        : `${shown.layer}/export?table=${encodeURIComponent(shown.table)}&`
  }
}
