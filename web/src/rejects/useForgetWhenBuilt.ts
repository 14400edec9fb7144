import { followBuild, hasEnded, type Schemas } from '../api/api'
import { useForgetSource } from '../api/queries'

/** Asks all that is known of a source again once a build has ended, even where nobody looks at the build any more. */
export function useForgetWhenBuilt(source: string) {
  const forget = useForgetSource()
  return (mended: Schemas['Mended']) => {
    if (!mended.build) return void forget(source)
    followBuild(mended.build.id, (build) => {
      if (hasEnded(build)) void forget(source)
    })
  }
}
