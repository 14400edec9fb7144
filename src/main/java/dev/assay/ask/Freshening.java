package dev.assay.ask;

import dev.assay.model.Answer;
import dev.assay.model.Query;
import dev.assay.semantic.ColumnRole;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Says how old the data is that an answer was read from. */
final class Freshening {
  private Freshening() {}

  static Answer.Freshness of(Routing.Route route, Asked asked, Query query) {
    return new Answer.Freshness(
        asked.catalog().bronze().map(Catalog.Table::builtAt).orElse(null),
        route.read().builtAt(),
        until(asked.vocabulary(), query));
  }

  /** The newest value of the time that was asked about, as it was measured with the words. */
  private static String until(Vocabulary vocabulary, Query query) {
    Stream<String> asked =
        Stream.concat(
            query.dimensions().stream().map(Query.Dimension::column),
            query.filters().stream().map(Query.Filter::column));
    return asked
        .flatMap(name -> vocabulary.roles().stream().filter(role -> role.name().equals(name)))
        .map(ColumnRole::column)
        .filter(column -> column.kind().isTemporal())
        .map(column -> Optional.ofNullable(column.max()).map(Object::toString).orElse(null))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
