import { Button, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { IconDatabasePlus, IconFilePlus, IconFlask } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { FileChooser } from './FileChooser'
import styles from './home.module.css'

/** What is to be seen before there is any data: what Assay does, and how to begin. */
export function Welcome(props: {
  onFiles: (files: File[]) => void
  onCheck: (files: File[]) => void
  onSample: () => void
}) {
  const { t } = useTranslation(['home', 'common'])
  return (
    <Stack gap="xl">
      <Stack align="center" ta="center" gap="md" p="xl" className={styles.drop}>
        <IconFilePlus size={48} stroke={1.3} aria-hidden />
        <Title order={2}>{t('welcome.title')}</Title>
        <Text c="dimmed" maw={560}>
          {t('welcome.text')}
        </Text>
        <Group justify="center">
          <FileChooser label={t('choose')} onFiles={props.onFiles} size="md" />
          <Button
            size="md"
            variant="default"
            leftSection={<IconFlask size={18} />}
            onClick={props.onSample}
          >
            {t('sample')}
          </Button>
          <Button
            size="md"
            variant="default"
            leftSection={<IconDatabasePlus size={18} />}
            component={Link}
            to="/connect"
          >
            {t('connect')}
          </Button>
        </Group>
        <FileChooser
          label={t('check.open')}
          onFiles={props.onCheck}
          variant="subtle"
          size="compact-sm"
        />
      </Stack>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="lg">
        {(['bronze', 'silver', 'gold'] as const).map((layer, place) => (
          <div
            key={layer}
            className={styles.step}
            style={{ borderColor: `var(--mantine-color-${layer}-5)` }}
          >
            <Text size="sm" c="dimmed">
              {place + 1} · {t(`common:technical.${layer}`)}
            </Text>
            <Title order={3} size="h4" mb={4}>
              {t(`common:layer.${layer}`)}
            </Title>
            <Text>{t(`welcome.${layer}`)}</Text>
          </div>
        ))}
      </SimpleGrid>
    </Stack>
  )
}
