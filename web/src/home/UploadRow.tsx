import { ActionIcon, Button, Group, Progress, Stack, Text, UnstyledButton } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Schemas } from '../api/api'
import { bytes, percent } from '../common/format'
import { useTold } from '../said/useTold'
import { Said } from './Said'
import { uploads, type Upload } from './uploads'

/** A file on its way: how far it is, what became of it, and the one next step. */
export function UploadRow(props: {
  upload: Upload
  sources: readonly Schemas['SourceDetail'][]
  onCheck: (upload: Upload) => void
}) {
  const { upload, sources, onCheck } = props
  const { t } = useTranslation(['home', 'common'])
  const { state, name } = upload
  const underWay = ['waiting', 'sending', 'landing'].includes(state.kind)
  return (
    <Stack gap={4} role="listitem" aria-label={name}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text fw={600} truncate dir="auto" title={name}>
          {name}
        </Text>
        <Group gap="xs" wrap="nowrap">
          {upload.file && (
            <Text size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
              {bytes(upload.file.size)}
            </Text>
          )}
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t(underWay ? 'uploads.cancel' : 'uploads.dismiss', { name })}
            onClick={() => (underWay ? uploads.cancel(upload.id) : uploads.dismiss(upload.id))}
          >
            <IconX size={16} />
          </ActionIcon>
        </Group>
      </Group>
      <HowFar upload={upload} />
      <Said upload={upload} sources={sources} />
      {!underWay && (
        <Group gap="md">
          <NextStep upload={upload} />
          {upload.file && upload.landed.some(({ kind }) => kind === 'source') && (
            <UnstyledButton onClick={() => onCheck(upload)} mih={24}>
              <Text size="sm" td="underline" c="dimmed">
                {t('uploads.check')}
              </Text>
            </UnstyledButton>
          )}
        </Group>
      )}
    </Stack>
  )
}

function HowFar({ upload }: { upload: Upload }) {
  const { t } = useTranslation(['home', 'common'])
  const told = useTold()
  const { state, name, cleaning } = upload
  if (state.kind === 'waiting') return <Text size="sm">{t('uploads.waiting')}</Text>
  if (state.kind === 'sending') {
    return (
      <Bar
        share={state.share}
        name={name}
        text={t('uploads.sending', { share: percent(state.share, 0) })}
      />
    )
  }
  if (state.kind === 'landing') {
    return (
      <Bar
        share={state.progress}
        name={name}
        text={t('uploads.landing')}
        title={told.doing(state).children}
      />
    )
  }
  if (cleaning?.kind === 'building') {
    return (
      <Bar
        share={cleaning.progress}
        name={name}
        text={t(`uploads.building.${cleaning.layer === 'gold' ? 'gold' : 'silver'}`)}
      />
    )
  }
  return null
}

function Bar(props: {
  share: number
  name: string
  text: string
  /** What exactly is being done. */
  title?: string | undefined
}) {
  return (
    <div>
      <Progress value={props.share * 100} animated aria-label={props.name} />
      <Text size="sm" c="dimmed" mt={2} title={props.title}>
        {props.text}
      </Text>
    </div>
  )
}

/** Clean it; when that is done, look at it. */
function NextStep({ upload }: { upload: Upload }) {
  const { t } = useTranslation('home')
  const navigate = useNavigate()
  const landed = upload.landed.flatMap((one) => (one.kind === 'source' ? [one] : []))
  const [first] = landed
  if (upload.state.kind !== 'done' || !first) return null
  const open = () => void navigate(`/sources/${first.id}`)
  if (upload.cleaning?.kind === 'building') return null
  if (upload.cleaning?.kind === 'done') {
    return (
      landed.length === 1 && (
        <Button size="xs" onClick={open}>
          {t('open', { name: first.name })}
        </Button>
      )
    )
  }
  return (
    <Button
      size="xs"
      aria-label={t('cleanNamed', { name: upload.name })}
      onClick={() => void uploads.clean(upload.id, landed.length === 1 ? open : undefined)}
    >
      {t('clean')}
    </Button>
  )
}
