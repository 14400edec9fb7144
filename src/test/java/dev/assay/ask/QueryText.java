package dev.assay.ask;

import dev.assay.gold.Wording;
import dev.assay.model.Query;
import java.util.List;

/** A typed query in one line, so that expectations in tests can be read. */
final class QueryText {
  private QueryText() {}

  static String of(Query query) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.join(
            ", ",
            query.measures().stream()
                .map(m -> m.aggregate() + (m.column() == null ? "" : "(" + m.column() + ")"))
                .toList()));
    if (!query.dimensions().isEmpty()) {
      text.append(" by ")
          .append(join(query.dimensions().stream().map(Wording::dimension).toList()));
    }
    if (!query.filters().isEmpty()) {
      text.append(" where ").append(join(query.filters().stream().map(Wording::filter).toList()));
    }
    if (query.limit() != null) {
      text.append(query.orderBy().getFirst().descending() ? " top " : " bottom ");
      text.append(query.limit());
    }
    return text.toString();
  }

  private static String join(List<String> parts) {
    return String.join(" and ", parts);
  }
}
