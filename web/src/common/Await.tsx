import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Failure } from './Failure'
import { Loading } from './Loading'

/**
 * What a query answers, or that it is under way or has failed. An answer that is there stays in sight while the server
 * is away.
 */
export function Await<T>(props: {
  query: UseQueryResult<T>
  loading?: ReactNode
  children: (data: T) => ReactNode
}) {
  const { query } = props
  if (query.data !== undefined) return <>{props.children(query.data)}</>
  if (query.error) return <Failure error={query.error} onRetry={() => void query.refetch()} />
  return <>{props.loading ?? <Loading />}</>
}
