package dev.assay.advice;

import dev.assay.model.Deduplication;
import dev.assay.model.SemanticType;
import dev.assay.model.Source;
import java.util.List;
import java.util.Optional;

/**
 * A Bronze table with what is known of all its columns.
 *
 * @param source whose table it is
 * @param table its name
 * @param rows how many it has
 * @param columns in table order
 * @param keys Silver names of the columns that name a row; empty where none were found
 * @param deduplication which duplicates the suggestion removes; null for none
 * @param confirmed what was suspected of its columns and all rows bear out
 */
record KnownTable(
    Source source,
    String table,
    long rows,
    List<KnownColumn> columns,
    List<String> keys,
    Deduplication deduplication,
    Confirmed confirmed) {
  /** What a column's values mean. */
  Optional<SemanticType> meaning(KnownColumn column) {
    return confirmed.meaning(column.name());
  }
}
