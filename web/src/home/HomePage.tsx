import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'

export function Component() {
  const { t } = useTranslation('home')
  return <Title order={1}>{t('title')}</Title>
}
