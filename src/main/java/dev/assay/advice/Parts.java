package dev.assay.advice;

import dev.assay.model.NullStrategy;
import dev.assay.model.Severity;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverSpec;
import dev.assay.sql.Dialect;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** New Silver columns made of parts of another, under names that are free. */
final class Parts {
  private final Dialect dialect;
  private final Set<String> taken = new HashSet<>();

  Parts(Dialect dialect, List<KnownColumn> columns) {
    this.dialect = dialect;
    columns.forEach(column -> taken.add(column.name()));
  }

  SilverColumn column(SilverSpec.Column spec, String wanted) {
    String name = wanted;
    for (int i = 2; !taken.add(name); i++) {
      name = wanted + "_" + i;
    }
    return named(spec, name);
  }

  /** The column that takes the place, and the name, of the whole. */
  SilverColumn named(SilverSpec.Column spec, String name) {
    return new SilverColumn(
        spec.source(),
        name,
        spec.type(),
        dialect.cast(spec),
        spec.cleaning(),
        NullStrategy.KEEP_NULL,
        null,
        null,
        Severity.REJECT,
        null);
  }
}
