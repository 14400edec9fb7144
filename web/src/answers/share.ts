import type { TFunction } from 'i18next'
import type { Schemas } from '../api/api'
import { moment } from '../common/format'
import { inWords } from '../common/names'
import { kindOf, onlyFigure, shown, standsRight } from './figures'
import { markup, Markup } from './markup'
import { SHARED_STYLE } from './sharedStyle'
import { tokens } from './sql'

type Answer = Schemas['Answer']

/** What is told in a shared answer. */
export type Shared = {
  answer: Answer
  chart?: Markup
  /** What the answer's layer is called. */
  layer: string
  language: string
  /** When it was made, as the server writes instants. */
  made: string
  t: TFunction<'answers'>
}

/** An answer as one file that needs nothing else: no script, no request; every value is text. */
export function sharedFile(shared: Shared): string {
  const { answer, t, language, made } = shared
  const figure = onlyFigure(answer.rows, answer.query)
  const page = markup`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'"
        />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${answer.question.slice(0, 200)}</title>
        <style>
          ${new Markup(SHARED_STYLE)}
        </style>
      </head>
      <body>
        <main>
          <h1 dir="auto">${answer.question}</h1>
          <p class="answer" dir="auto">${answer.sentence}</p>
          ${figure && markup`<p class="figure" dir="auto">${figure.text}</p>`}
          ${shared.chart && markup`<div class="chart" role="img" aria-label="${t('chartOf', { question: answer.question })}">${shared.chart}</div>`}
          ${list(t('warnings'), answer.warnings)}
          ${answer.rows && !figure && table(answer.rows, answer.query, t)}
          ${list(t('interpretation'), answer.interpretation)} ${proof(shared)}
          ${
            answer.sql &&
            markup`<h2>SQL</h2>
              <pre><code>${highlighted(answer.sql)}</code></pre>`
          }
        </main>
        <footer class="quiet">${t('shared.made', { time: moment(made) })}</footer>
      </body>
    </html> `
  return page.text
}

function list(title: string, entries: string[] | undefined): Markup | undefined {
  if (!entries || entries.length === 0) return undefined
  return markup`<h2>${title}</h2>
    <ul>
      ${entries.map((entry) => markup`<li dir="auto">${entry}</li>`)}
    </ul>`
}

function table(rows: Schemas['Rows'], query: Answer['query'], t: Shared['t']): Markup {
  const kinds = rows.columns.map((column) => kindOf(column, query))
  const side = (place: number) => (standsRight(kinds[place] ?? { kind: 'text' }) ? 'n' : '')
  return markup`<h2>${t('shared.rows', { count: rows.rows.length })}</h2>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            ${rows.columns.map(
              (column, place) =>
                markup`<th class="${side(place)}" dir="auto">${inWords(column.name)}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${rows.rows.map(
            (row) =>
              markup`<tr>
                ${row.map(
                  (value: unknown, place) =>
                    markup`<td class="${[side(place), value === null && 'none'].filter(Boolean).join(' ')}" dir="auto">
                      ${
                        value === null
                          ? t('missing')
                          : shown(value, kinds[place] ?? { kind: 'text' })
                      }
                    </td>`,
                )}
              </tr> `,
          )}
        </tbody>
      </table>
    </div>
    ${rows.truncated && markup`<p class="quiet">${t('truncated')}</p>`}`
}

function proof({ answer, layer, t }: Shared): Markup {
  const { freshness, verification, confidence } = answer
  const left = answer.left_out
  const entries: [string, string | undefined][] = [
    [t('shared.from'), [layer, answer.table].filter(Boolean).join(' · ') || undefined],
    [t('shared.because'), answer.reason],
    [t('shared.loaded'), freshness?.loaded_at && moment(freshness.loaded_at)],
    [t('shared.built'), freshness?.built_at && moment(freshness.built_at)],
    [t('shared.until'), freshness?.until],
    [t('shared.leftOut'), left?.sentence],
    [t('shared.verified'), verification ? verification.sentence : t('shared.notVerified')],
    [
      t('shared.confidence'),
      confidence && `${t(`confidence.${confidence.level}`)}. ${confidence.reasons.join(' ')}`,
    ],
    [t('shared.author'), answer.author && t(`author.${answer.author}`)],
  ]
  return markup`<h2>${t('shared.proof')}</h2>
    <dl>
      ${entries
        .filter(([, text]) => text)
        .map(
          ([name, text]) =>
            markup`<dt>${name}</dt>
              <dd dir="auto">${text}</dd>`,
        )}
    </dl>`
}

function highlighted(sql: string): Markup[] {
  return tokens(sql).map(({ kind, text }) =>
    kind === 'keyword' ? markup`<b>${text}</b>` : markup`${text}`,
  )
}
