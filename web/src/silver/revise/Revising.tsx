import { Alert, Badge, Button, Group, List, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { IconMessage2 } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, data, type Schemas } from '../../api/api'
import { Failure } from '../../common/Failure'
import { AuthorMark } from '../columns/AuthorMark'
import type { Edit } from '../draft/history'
import type { Recipe } from '../draft/recipe'
import { useSaid } from '../said/useSaid'
import styles from '../silver.module.css'

interface Props {
  source: string
  recipe: Recipe
  edit: (edit: Edit) => void
}

/** Says in words what should be otherwise, and is told what that would do before it is done. */
export function Revising({ source, recipe, edit }: Props) {
  const { t } = useTranslation('silver')
  const said = useSaid()
  const [sentence, setSentence] = useState('')
  const params = { path: { id: source } }
  const revise = useMutation({
    mutationFn: (of: Recipe) =>
      data(
        api.POST('/api/sources/{id}/medallion/silver/revise', {
          params,
          body: { sentence, recipe: of },
        }),
      ),
  })
  const accept = useMutation({
    // The draft may have changed since the sentence was read: its edits are made on what is there now.
    mutationFn: ({ of, edits }: { of: Recipe; edits: Schemas['RecipeEdit'][] }) =>
      data(
        api.POST('/api/sources/{id}/medallion/silver/apply/preview', {
          params,
          body: { recipe: of, edits },
        }),
      ),
    onSuccess: (made, { of }) => {
      edit({ do: 'made', of, recipe: made })
      revise.reset()
      setSentence('')
    },
  })
  const found = revise.data
  return (
    <Stack gap="xs">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (sentence.trim() !== '') revise.mutate(recipe)
        }}
      >
        <div className={styles.sentence}>
          <TextInput
            flex={1}
            label={t('revise.label')}
            placeholder={t('revise.example')}
            leftSection={<IconMessage2 size={16} />}
            value={sentence}
            maxLength={2000}
            onChange={(event) => setSentence(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={revise.isPending}>
            {t('revise.try')}
          </Button>
        </div>
      </form>
      {revise.error && <Failure error={revise.error} />}
      {found && (
        <Alert role="status" variant="light" title={t('revise.would')}>
          <Stack gap="xs">
            <Group gap="xs" align="flex-start">
              <AuthorMark author={found.author} />
              <List size="sm">
                {found.edits.map((edit, index) => (
                  <List.Item key={index} {...said.edit(edit, found.words[index])} />
                ))}
              </List>
            </Group>
            {found.edits.length === 0 && <Text size="sm">{t('revise.nothing')}</Text>}
            {found.author === 'MODEL' && (
              <Badge variant="light" tt="none" h="auto" style={{ whiteSpace: 'normal' }}>
                {t('revise.byModel')}
              </Badge>
            )}
            {accept.error && <Failure error={accept.error} />}
            <Group gap="xs">
              {found.edits.length > 0 && (
                <Button
                  size="compact-sm"
                  loading={accept.isPending}
                  onClick={() => accept.mutate({ of: recipe, edits: found.edits })}
                >
                  {t('revise.accept')}
                </Button>
              )}
              <Button size="compact-sm" variant="default" onClick={() => revise.reset()}>
                {t('revise.dismiss')}
              </Button>
            </Group>
          </Stack>
        </Alert>
      )}
    </Stack>
  )
}
