import { Skeleton, Stack, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** Stands where something is about to be, in about its size. */
export function Loading({ lines = 4, height = 28 }: { lines?: number; height?: number }) {
  const { t } = useTranslation('common')
  return (
    <Stack gap="sm" role="status" aria-busy="true">
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={height} width={line === lines - 1 ? '60%' : '100%'} />
      ))}
    </Stack>
  )
}
