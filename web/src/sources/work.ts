import type { TFunction } from 'i18next'
import type { Schemas } from '../api/api'

/** What a build is about, in plain words. */
export function workInWords(t: TFunction<'sources'>, build: Schemas['Build']): string {
  switch (build.layer) {
    case 'silver':
      return t('running.silver')
    case 'gold':
      return t('running.gold')
    case 'bronze':
    case undefined:
      return t('running.landing')
  }
}
