import { Alert, Anchor, Button, Group, Progress, Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { api, hasEnded, type Schemas } from '../../api/api'
import { useTold } from '../../said/useTold'

/** How far the build of an applied draft is; it can be stopped, and what was published before stays. */
export function Building({ build, onClose }: { build: Schemas['Build']; onClose: () => void }) {
  const { t } = useTranslation('silver')
  const told = useTold()
  const { t: common } = useTranslation('common')
  if (!hasEnded(build))
    return (
      <Alert role="status" title={t('build.underWay')}>
        <Group justify="space-between" wrap="nowrap" mb={6}>
          <Text size="sm" {...told.doing(build)} />
          <Button
            size="compact-sm"
            variant="default"
            onClick={() =>
              void api.DELETE('/api/builds/{id}', { params: { path: { id: build.id } } })
            }
          >
            {common('cancel')}
          </Button>
        </Group>
        <Progress value={build.progress * 100} aria-label={t('build.underWay')} />
      </Alert>
    )
  const done = build.status === 'ready'
  // Silver may be published although something that hangs on it could not be rebuilt.
  const partly =
    build.status === 'error' &&
    build.layers?.some((log) => log.status === 'ready' && log.table_name?.startsWith('silver_'))
  return (
    <Alert
      role={done ? 'status' : 'alert'}
      color={done ? 'ink' : build.status === 'cancelled' ? 'gray' : 'red'}
      icon={done ? <IconCheck /> : undefined}
      title={
        done
          ? t('build.ready')
          : build.status === 'cancelled'
            ? t('build.cancelled')
            : t(partly ? 'build.partly' : 'build.failed')
      }
      withCloseButton
      closeButtonLabel={t('panel.close')}
      onClose={onClose}
    >
      {build.error && <Text size="sm" {...told.failure(build)} />}
      {partly && (
        <Anchor component={Link} to="../gold" size="sm" relative="path">
          {t('build.gold')}
        </Anchor>
      )}
      {done && (
        <Anchor component={Link} to="../rows" size="sm" relative="path">
          {t('build.rows')}
        </Anchor>
      )}
    </Alert>
  )
}
