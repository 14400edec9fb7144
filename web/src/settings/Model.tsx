import { Alert, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, data } from '../api/api'
import { keys } from '../api/queries'
import { hasToken } from '../api/token'
import { Await } from '../common/Await'
import { ModelForm } from './ModelForm'

/** The language model that advises, if any. */
export function Model() {
  const { t } = useTranslation(['settings', 'common'])
  const settings = useQuery({
    queryKey: [...keys.settings, 'model'],
    queryFn: () => data(api.GET('/api/settings/model')),
  })
  return (
    <Stack>
      <Text>{t('model.text')}</Text>
      {!hasToken() && (
        <Alert color="yellow" title={t('model.ownerOnly')}>
          {t('common:needsToken')}
        </Alert>
      )}
      <Await query={settings}>
        {(found) => <ModelForm key={JSON.stringify(found)} settings={found} />}
      </Await>
    </Stack>
  )
}
