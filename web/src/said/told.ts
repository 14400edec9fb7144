import type { TFunction } from 'i18next'
import type { Schemas } from '../api/api'
import { count, percent } from '../common/format'
import { inWords } from '../problems/facts'
import { reasonOf } from '../rejects/reason'

type Words = TFunction<readonly ['said', 'rejects']>

/** What a build does at a time. */
export function doingWords(t: Words, doing: Schemas['Doing']): string {
  return t(`said:doing.${doing.work}`, {
    of: doing.of ?? '',
    count: doing.count ?? 1,
    rows: count(doing.count ?? 1),
    tables: (doing.tables ?? []).join(', '),
    because: doing.because ? replayWords(t, doing.because) : '',
  })
}

/** Why a build published nothing, and what to do about it; undefined where there are no words for it. */
export function refusalWords(t: Words, refusal: Schemas['Refusal']): string | undefined {
  const why =
    refusal.cause === 'TOLD' ? inWords(refusal.facts) : causeWords(t, refusal.cause, refusal)
  return why === undefined || refusal.table === undefined
    ? why
    : t('said:refusal.elsewhere', { table: refusal.table, why })
}

type Cause = Exclude<Schemas['Refusal']['cause'], 'TOLD'>

function causeWords(t: Words, cause: Cause, refusal: Schemas['Refusal']): string {
  const { rejected = 0, rows = 0, limit = 0 } = refusal
  return t(`said:refusal.${cause}`, {
    rejected: count(rejected),
    rows: count(rows),
    share: percent(rows === 0 ? 0 : rejected / rows),
    limit: percent(limit),
    reasons: reasons(t, refusal.reasons ?? {}),
  })
}

const FEW = 3

function reasons(t: Words, rows: Record<string, number>): string {
  const all = Object.entries(rows).sort(([, one], [, other]) => other - one)
  const first = all.slice(0, FEW).map(([text, of]) => {
    const { kind, name } = reasonOf(text)
    return `${t(`rejects:reason.${kind}`, { name })} (${count(of)})`
  })
  return [
    ...first,
    ...(all.length > FEW ? [t('said:refusal.more', { count: all.length - FEW })] : []),
  ].join(', ')
}

/** What has made a layer stale; a clause. */
export function staleWords(t: Words, stale: Schemas['StaleReason']): string {
  return t(`said:stale.${stale.cause}`, { source: stale.source ?? '' })
}

/** Why what was left out can or cannot be judged again by itself. */
export function replayWords(t: Words, reason: Schemas['ReplayReason']): string {
  return t(`said:replay.${reason.cause}`, { column: reason.column ?? '' })
}

/** Why a table of ready numbers could not be made by an edited recipe. */
export function troubleWords(t: Words, table: string, trouble: Schemas['Trouble']): string {
  return t(`said:trouble.${trouble.cause}`, {
    table,
    count: trouble.columns.length,
    columns: trouble.columns.join(', '),
  })
}
