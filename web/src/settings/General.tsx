import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api, data } from '../api/api'
import { keys } from '../api/queries'
import { Await } from '../common/Await'
import { Machine } from './Machine'
import { Zone } from './Zone'

/** The time zone, and what the workspace runs on. */
export function General() {
  const settings = useQuery({
    queryKey: keys.settings,
    queryFn: () => data(api.GET('/api/settings')),
  })
  const machine = useQuery({
    queryKey: [...keys.settings, 'machine'],
    queryFn: () => data(api.GET('/api/machine')),
  })
  return (
    <Stack gap="xl">
      <Await query={settings}>{({ zone }) => <Zone key={zone} zone={zone} />}</Await>
      <Await query={machine}>{(found) => <Machine machine={found} />}</Await>
    </Stack>
  )
}
