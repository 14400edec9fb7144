import 'i18next'
import type answers from '../answers/words.en.json'
import type ask from '../ask/words.en.json'
import type builds from '../builds/words.en.json'
import type chart from '../chart/words.en.json'
import type common from '../common/words.en.json'
import type connect from '../connect/words.en.json'
import type dashboard from '../dashboard/words.en.json'
import type gold from '../gold/words.en.json'
import type home from '../home/words.en.json'
import type problems from '../problems/words.en.json'
import type rejects from '../rejects/words.en.json'
import type relationships from '../relationships/words.en.json'
import type rows from '../rows/words.en.json'
import type said from '../said/words.en.json'
import type semantic from '../semantic/words.en.json'
import type settings from '../settings/words.en.json'
import type silver from '../silver/words.en.json'
import type sources from '../sources/words.en.json'

/** A key that no file has does not compile. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: {
      answers: typeof answers
      ask: typeof ask
      builds: typeof builds
      chart: typeof chart
      common: typeof common
      connect: typeof connect
      dashboard: typeof dashboard
      gold: typeof gold
      home: typeof home
      problems: typeof problems
      rejects: typeof rejects
      relationships: typeof relationships
      rows: typeof rows
      said: typeof said
      semantic: typeof semantic
      settings: typeof settings
      silver: typeof silver
      sources: typeof sources
    }
  }
}
