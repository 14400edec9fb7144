package dev.assay.gold;

import dev.assay.model.Grain;
import dev.assay.model.Query;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Query.Measure;
import dev.assay.semantic.TableFigures;
import dev.assay.semantic.TimeSpan;

/** About how large a typed query's table is, from the figures of the columns it reads. */
final class TableSize {
  /** A sum of decimals has 38 digits. */
  private static final int WIDEST = 16;

  private static final int NUMBER = 8;

  private final TableFigures figures;

  TableSize(TableFigures figures) {
    this.figures = figures;
  }

  /** At most so many groups; correlated dimensions have fewer. */
  long rows(Query query) {
    double rows = 1;
    for (Dimension dimension : query.dimensions()) {
      rows *= groups(dimension);
    }
    return (long) Math.min(rows, Math.max(1, figures.rows()));
  }

  private double groups(Dimension dimension) {
    TableFigures.Column column = figures.column(dimension.column()).orElseThrow();
    double distinct = Math.max(1, column.distinct());
    double missing = column.present() < figures.rows() ? 1 : 0;
    if (dimension.grain() == null) {
      return distinct + missing;
    }
    return Math.min(distinct, periods(TimeSpan.of(column), dimension.grain())) + missing;
  }

  private static double periods(TimeSpan span, Grain grain) {
    if (span.from() == null) {
      return Double.MAX_VALUE;
    }
    double days = java.time.Duration.between(span.from(), span.to()).toDays() + 1.0;
    return 1
        + switch (grain) {
          case YEAR -> days / 366;
          case QUARTER -> days / 92;
          case MONTH -> days / 31;
          case WEEK -> days / 7;
          case DAY -> days;
          case HOUR -> days * 24;
        };
  }

  /** Before compression, helpers included. */
  long bytes(Query query, long rows) {
    double row = 0;
    for (Dimension dimension : query.dimensions()) {
      TableFigures.Column column = figures.column(dimension.column()).orElseThrow();
      row += dimension.grain() == null ? width(column) : NUMBER;
    }
    for (Measure measure : StoredQuery.of(query).measures()) {
      row += width(measure);
    }
    if (query.segment() != null) {
      row += NUMBER;
    }
    return Math.max(1, Math.round(row * rows));
  }

  /** Silver itself, without what Assay keeps beside its columns. */
  long silverBytes() {
    return Math.max(
        1,
        Math.round(
            figures.columns().stream().mapToDouble(TableSize::width).sum() * figures.rows()));
  }

  private double width(Measure measure) {
    return switch (measure.aggregate()) {
      case COUNT_ROWS, COUNT, COUNT_DISTINCT, AVG, MEDIAN -> NUMBER;
      case SUM -> WIDEST;
      case MIN, MAX ->
          measure.column() == null
              ? NUMBER
              : figures.column(measure.column()).map(TableSize::width).orElse((double) NUMBER);
    };
  }

  private static double width(TableFigures.Column column) {
    return switch (column.kind()) {
      case BOOLEAN -> 1;
      case INTEGER, DOUBLE, DATE, TIME, TIMESTAMP, TIMESTAMPTZ -> NUMBER;
      case DECIMAL, UUID -> WIDEST;
      case TEXT -> 1 + column.averageLength();
    };
  }
}
