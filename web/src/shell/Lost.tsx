import { Anchor } from '@mantine/core'
import { IconMapQuestion } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Empty } from '../common/Empty'

/** What is shown where there is no view. */
export function Lost() {
  const { t } = useTranslation('common')
  return (
    <Empty icon={<IconMapQuestion />} title={t('notFound')}>
      <Anchor component={Link} to="/">
        {t('toSources')}
      </Anchor>
    </Empty>
  )
}
