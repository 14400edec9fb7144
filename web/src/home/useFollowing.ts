import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, data, upload, type Schemas } from '../api/api'
import { useForgetSource } from '../api/queries'
import { ended } from '../common/builds'
import { useTold } from '../said/useTold'

type Wish = { kind: 'sync'; accept?: boolean } | { kind: 'replace'; file: File }

/** Reads a source's origin again, or puts a new file in its place, and says what came of it. */
export function useFollowing(source: Schemas['SourceDetail']) {
  const { t } = useTranslation(['home', 'common'])
  const told = useTold()
  const forget = useForgetSource()
  const [build, setBuild] = useState<Schemas['Build']>()
  const following = useMutation({
    mutationFn: async (wish: Wish) => {
      const started = await begin(source.id, wish)
      setBuild(started)
      void forget(source.id)
      return ended(started, setBuild)
    },
    onSuccess: (last) => show(said(last)),
    onError: (error) => show({ color: 'red', message: error.message }),
    onSettled: () => {
      setBuild(undefined)
      return forget(source.id)
    },
  })

  function show(words: { color?: string; message: string }) {
    notifications.show({ ...words, closeButtonProps: { 'aria-label': t('common:close') } })
  }

  function said(last: Schemas['Build']) {
    const unchanged = last.layers?.some((layer) => layer.status === 'unchanged')
    if (last.status === 'ready') {
      return { message: t(unchanged ? 'sync.unchanged' : 'sync.done', { name: source.name }) }
    }
    if (last.status === 'paused') {
      return { color: 'yellow', message: t('sync.paused', { name: source.name }) }
    }
    return {
      color: 'red',
      message: told.failure(last).children ?? t('sync.failed', { name: source.name }),
    }
  }

  return { follow: following.mutate, busy: following.isPending, build }
}

function begin(id: string, wish: Wish): Promise<Schemas['Build']> {
  if (wish.kind === 'sync') {
    const body = { accept: wish.accept ?? false }
    return data(api.POST('/api/sources/{id}/sync', { params: { path: { id } }, body }))
  }
  const form = new FormData()
  form.append('file', wish.file)
  return upload(`/api/sources/${encodeURIComponent(id)}/file`, form, { method: 'PUT' })
}
