import { Anchor } from '@mantine/core'
import { IconMapQuestion } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link, useRouteError } from 'react-router'
import { Empty } from '../common/Empty'
import { Failure } from '../common/Failure'

/** What is shown where there is no view, or one has broken. */
export function Lost() {
  const { t } = useTranslation('common')
  const error = useRouteError()
  return (
    <Empty icon={<IconMapQuestion />} title={t('notFound')}>
      {error instanceof Error && <Failure error={error} />}
      <Anchor component={Link} to="/">
        {t('toSources')}
      </Anchor>
    </Empty>
  )
}
