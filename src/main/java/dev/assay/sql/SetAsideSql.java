package dev.assay.sql;

import dev.assay.model.Deduplication;
import dev.assay.model.Severity;
import dev.assay.model.SilverSpec;
import dev.assay.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How DuckDB moves rejected rows and duplicates out of a staged table, by the verdicts in it. */
final class SetAsideSql {
  private final SilverSpec spec;
  private final Verdicts verdicts;
  private final List<String> identity;

  SetAsideSql(SilverSpec spec) {
    this.spec = spec;
    this.verdicts = new Verdicts(spec);
    this.identity = new ReshapedSql(spec).identity();
  }

  List<String> setAside(Step.SetAside step) {
    String staged = Quote.identifier(step.staged());
    List<String> statements = new ArrayList<>();
    // A row that is left out on purpose was not refused, whatever else is wrong with it.
    String reasons =
        verdicts.filterHelpers().isEmpty()
            ? reasons(false)
            : "CASE WHEN " + verdicts.unfiltered() + " THEN " + reasons(false) + " ELSE "
                + reasons(true) + " END";
    statements.add(
        "CREATE TABLE "
            + Quote.identifier(step.rejected())
            + " AS SELECT "
            + String.join(", ", identity)
            + ", list_filter("
            + reasons
            + ", lambda reason: reason IS NOT NULL) AS reasons FROM "
            + staged
            + " WHERE NOT ("
            + verdicts.remaining()
            + ")");
    statements.add("CREATE TABLE " + Quote.identifier(step.duplicates()) + " AS " + losers(staged));
    statements.add(
        "DELETE FROM " + staged + " WHERE assay_rank <> 1 OR NOT (" + verdicts.remaining() + ")");
    statements.addAll(MaskSql.mask(spec, staged));
    for (String helper : helpers()) {
      statements.add("ALTER TABLE " + staged + " DROP COLUMN " + Quote.identifier(helper));
    }
    return statements;
  }

  private String reasons(boolean filters) {
    return verdicts.reasons().stream()
        .filter(reason -> reason.severity() == Severity.REJECT)
        .filter(reason -> (reason.kind() == Verdicts.Kind.FILTERED) == filters)
        .map(reason ->
            "CASE WHEN " + reason.isSet() + " THEN " + Quote.literal(reason.name()) + " END")
        .collect(Collectors.joining(", ", "[", "]::VARCHAR[]"));
  }

  private String losers(String staged) {
    List<String> shared = new ArrayList<>(spec.keys().stream().map(Quote::identifier).toList());
    if (spec.strategy() == Deduplication.Strategy.REMOVE_EXACT) {
      shared.add("assay_hash");
      shared.addAll(identity.subList(2, identity.size()));
    }
    String columns =
        Stream.concat(
                identity.stream().map(part -> "loser." + part),
                identity.stream().map(part -> "winner." + part + " AS _kept" + part))
            .collect(Collectors.joining(", "));
    if (shared.isEmpty()) {
      return "SELECT "
          + columns
          + " FROM "
          + staged
          + " AS loser, "
          + staged
          + " AS winner WHERE false";
    }
    return "SELECT "
        + columns
        + " FROM (SELECT * FROM "
        + staged
        + " WHERE assay_rank > 1) AS loser JOIN (SELECT * FROM "
        + staged
        + " WHERE assay_rank = 1) AS winner USING ("
        + String.join(", ", shared)
        + ")";
  }

  private List<String> helpers() {
    List<String> helpers = new ArrayList<>();
    if (spec.strategy() == Deduplication.Strategy.REMOVE_EXACT) {
      helpers.add("assay_hash");
    }
    helpers.addAll(verdicts.helpers());
    helpers.add("assay_rank");
    spec.columns().stream()
        .filter(SilverSpec.Column::hidden)
        .map(SilverSpec.Column::name)
        .forEach(helpers::add);
    return helpers;
  }
}
