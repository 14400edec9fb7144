import type { TFunction } from 'i18next'
import type { Schemas } from '../../api/api'
import { count, percent } from '../../common/format'
import { typeParts } from '../draft/recipe'

type Edit = Schemas['RecipeEdit']
type Words = TFunction<'silver'>

const MOST = 5

/** One change of a recipe in the page's own words, such as "treat 0 as missing in price". */
export function editWords(t: Words, edit: Edit): string {
  switch (edit.edit) {
    case 'set_column': {
      const { source_column: from, silver_name: name } = edit.column
      return t('edits.setColumn', { column: name ?? from, from })
    }
    case 'remove_column':
      return t('edits.removeColumn', { column: edit.column })
    case 'rename':
      return t('edits.rename', { column: edit.column, to: edit.to })
    case 'cast':
      return t('edits.cast', {
        column: edit.column,
        type: t(`types.${typeParts(edit.target_type).name}`),
      })
    case 'treat_as_missing':
      return t('edits.missing', { column: edit.column, tokens: few(edit.tokens) })
    case 'map_values':
      return t('edits.map', {
        column: edit.column,
        values: few(Object.entries(edit.values).map(([from, to]) => `${from} → ${to}`)),
      })
    case 'set_nulls':
      return t(`edits.nulls.${edit.null_strategy ?? 'KEEP_NULL'}`, {
        column: edit.column,
        value: edit.default_value ?? '',
      })
    case 'validate':
      return t(`edits.validate.${edit.on_violation ?? 'REJECT'}`, {
        column: edit.column,
        check: edit.validation,
      })
    case 'mask_column':
      return t(`edits.mask.${edit.mask?.how ?? 'none'}`, { column: edit.column })
    case 'split':
      return t('edits.split', {
        column: edit.column,
        into: edit.into.map((one) => one.silver_name ?? one.source_column).join(', '),
      })
    case 'add_shape':
      return shapeWords(t, edit.shape)
    case 'remove_shape':
      return t('edits.notAnyMore', { what: shapeWords(t, edit.shape) })
    case 'add_filter':
      return t('edits.addFilter', { column: edit.filter.column, check: edit.filter.keep })
    case 'remove_filter':
      return t('edits.removeFilter', { name: edit.name })
    case 'add_rule':
      return t('edits.addRule', { condition: edit.rule.condition })
    case 'remove_rule':
      return t('edits.removeRule', { name: edit.name })
    case 'deduplicate':
      return duplicateWords(t, edit.deduplication)
    case 'limit_rejects':
      return edit.share === undefined
        ? t('edits.anyRejects')
        : t('edits.limitRejects', { share: percent(edit.share) })
  }
}

function shapeWords(t: Words, shape: Schemas['Shape']): string {
  return shape.shape === 'fill_down'
    ? t('edits.fillDown', { columns: shape.columns.join(', ') })
    : t('edits.unpivot', {
        count: shape.columns.length,
        columns: count(shape.columns.length),
        name: shape.name_column,
        value: shape.value_column,
      })
}

function duplicateWords(t: Words, how: Schemas['Deduplication'] | undefined): string {
  const key = how?.key_columns?.join(', ') ?? ''
  return t(`edits.duplicates.${how?.strategy ?? 'NONE'}`, { key })
}

const few = (values: string[]) =>
  values.length > MOST ? `${values.slice(0, MOST).join(', ')} …` : values.join(', ')
