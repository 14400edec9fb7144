import { Button, Card, Group, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { api, data } from '../api/api'
import type { GoldTable } from './tables'

type Props = { id: string; onTables: (tables: GoldTable[], notes: string[]) => void }

/** Describes a table in words; what comes of them is a card to look at and edit. */
export function InWords({ id, onTables }: Props) {
  const { t } = useTranslation('gold')
  const [sentence, setSentence] = useState('')
  const suggest = useMutation({
    mutationFn: (text: string) =>
      data(
        api.POST('/api/sources/{id}/medallion/gold/suggest', {
          params: { path: { id } },
          body: { sentence: text },
        }),
      ),
    onSuccess: (recipe) => {
      onTables(recipe.gold_tables, recipe.notes ?? [])
      setSentence('')
    },
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (sentence.trim() !== '') suggest.mutate(sentence.trim())
  }
  return (
    <Card withBorder component="form" onSubmit={send}>
      <Group align={suggest.error ? 'center' : 'flex-end'} gap="sm">
        <TextInput
          style={{ flex: '1 1 240px' }}
          label={t('words.label')}
          placeholder={t('words.example')}
          value={sentence}
          maxLength={2000}
          dir="auto"
          error={suggest.error?.message}
          onChange={(event) => {
            setSentence(event.currentTarget.value)
            if (suggest.error) suggest.reset()
          }}
        />
        <Button
          type="submit"
          loading={suggest.isPending}
          disabled={sentence.trim() === ''}
          variant="default"
        >
          {t('words.suggest')}
        </Button>
      </Group>
    </Card>
  )
}
