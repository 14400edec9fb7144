import { useSource } from '../api/queries'
import { Await } from '../common/Await'
import { Loading } from '../common/Loading'
import { useSourceId } from '../sources/SourcePage'
import { useRecipeInForce } from './queries'
import { SilverSchemaEditor } from './SilverSchemaEditor'

/** How the rows of a source are cleaned. */
export function Component() {
  const id = useSourceId()
  const source = useSource(id)
  const inForce = useRecipeInForce(id)
  return (
    <Await query={inForce} loading={<Loading lines={8} height={48} />}>
      {(recipe) => (
        <Await query={source}>
          {(detail) => <SilverSchemaEditor key={detail.id} source={detail} inForce={recipe} />}
        </Await>
      )}
    </Await>
  )
}
