package dev.assay.sql;

import dev.assay.model.Step;
import java.util.List;
import java.util.stream.Collectors;

/** How DuckDB takes some rows of Bronze, and finds out whether only they are touched. */
final class ReplaySql {
  private ReplaySql() {}

  static List<String> gather(Step.Gather gather) {
    String bronze = Quote.identifier(gather.bronze());
    return List.of(
        "CREATE TABLE "
            + Quote.identifier(gather.staged())
            + " AS SELECT "
            + (gather.columns().isEmpty()
                ? "*"
                : gather.columns().stream()
                    .map(Quote::identifier)
                    .collect(Collectors.joining(", ")))
            + " FROM "
            + bronze
            + " WHERE "
            + switch (gather.chosen()) {
              case Step.Chosen.Rejected(String table, _) ->
                  // One narrow column is asked while Bronze is read, and the rest of a row only
                  // where it says yes; two at once are asked after all of the row was read.
                  "_row_no IN (SELECT _row_no FROM "
                      + Quote.identifier(table)
                      + ") AND (_load_id, _row_no) IN (SELECT (_load_id, _row_no) FROM "
                      + Quote.identifier(table)
                      + ")";
              case Step.Chosen.Alike(String hash) -> "_row_hash = " + Quote.literal(hash);
            });
  }

  static String exceptions(Step.Presumption presumption) {
    return switch (presumption) {
      case Step.Presumption.KeysApart(var spec, String staged, String silver) -> {
        String keys =
            spec.keys().stream()
                .map(key -> "now." + Quote.identifier(key) + " = there." + Quote.identifier(key))
                .collect(Collectors.joining(" AND "));
        yield "SELECT count(*) FROM "
            + Quote.identifier(staged)
            + " AS now SEMI JOIN "
            + Quote.identifier(silver)
            + " AS there ON "
            + keys;
      }
      case Step.Presumption.OnlyRejected(String bronze, String rejected, List<String> hashes) ->
          "SELECT count(*) FROM "
              + Quote.identifier(bronze)
              + " WHERE _row_hash IN ("
              + hashes.stream().map(Quote::literal).collect(Collectors.joining(", "))
              + ") AND (_load_id, _row_no) NOT IN (SELECT (_load_id, _row_no) FROM "
              + Quote.identifier(rejected)
              + ")";
    };
  }
}
