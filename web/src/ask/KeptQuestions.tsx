import {
  ActionIcon,
  Badge,
  Button,
  Drawer,
  Group,
  Stack,
  Text,
  UnstyledButton,
} from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconBookmark, IconPin, IconPinnedOff, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/api'
import { useForget, useKeptQuestions, usePin, useUnpin } from '../answers/questions'
import { Await } from '../common/Await'
import styles from './Suggestions.module.css'

/** The questions that are kept: to ask again, to pin, to forget. */
export function KeptQuestions(props: { onAsk: (question: Schemas['SavedQuestion']) => void }) {
  const { t } = useTranslation(['ask', 'common'])
  const [opened, drawer] = useDisclosure()
  const kept = useKeptQuestions()
  const pin = usePin()
  const unpin = useUnpin()
  const forget = useForget()
  const amount = kept.data?.length ?? 0
  return (
    <>
      <Button
        variant="subtle"
        size="compact-md"
        leftSection={<IconBookmark size={16} />}
        rightSection={amount > 0 && <Badge variant="light">{amount}</Badge>}
        onClick={drawer.open}
      >
        {t('keptQuestions')}
      </Button>
      <Drawer
        opened={opened}
        onClose={drawer.close}
        position="right"
        title={t('keptQuestions')}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        <Await query={kept}>
          {(questions) => (
            <Stack gap="xs">
              {questions.length === 0 && <Text c="dimmed">{t('nothingKept')}</Text>}
              {questions.map((one) => (
                <Group key={one.id} gap={4} wrap="nowrap">
                  <UnstyledButton
                    className={styles.question}
                    onClick={() => {
                      drawer.close()
                      props.onAsk(one)
                    }}
                  >
                    <Stack gap={0} miw={0}>
                      <Text fw={600} dir="auto" style={{ overflowWrap: 'anywhere' }}>
                        {one.name}
                      </Text>
                      <Text size="xs" c="dimmed" dir="auto" lineClamp={2}>
                        {one.question}
                      </Text>
                    </Stack>
                  </UnstyledButton>
                  <ActionIcon
                    variant="subtle"
                    size="lg"
                    aria-label={
                      one.pin ? t('unpin', { name: one.name }) : t('pin', { name: one.name })
                    }
                    onClick={() =>
                      one.pin ? unpin.mutate(one.name) : pin.mutate({ name: one.name, pin: {} })
                    }
                  >
                    {one.pin ? <IconPinnedOff size={18} /> : <IconPin size={18} />}
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    color="red"
                    size="lg"
                    aria-label={t('forget', { name: one.name })}
                    onClick={() => forget.mutate(one.name)}
                  >
                    <IconTrash size={18} />
                  </ActionIcon>
                </Group>
              ))}
            </Stack>
          )}
        </Await>
      </Drawer>
    </>
  )
}
