package dev.assay.workspace;

import dev.assay.engine.Engine;
import dev.assay.engine.Engine.Limits;
import dev.assay.model.ReasonCount;
import dev.assay.model.Rows;
import dev.assay.model.Source;
import dev.assay.model.UserError;
import dev.assay.semantic.TableFigures;
import dev.assay.sql.DifferenceSql;
import dev.assay.sql.RejectSql;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The rows that were left out of Silver, with their values as received. */
final class Rejects {
  private static final int SECONDS = 30;

  private final Engine engine;
  private final Catalogue catalogue;
  private final MaskedColumns masked;

  Rejects(Engine engine, Catalogue catalogue, MaskedColumns masked) {
    this.engine = engine;
    this.catalogue = catalogue;
    this.masked = masked;
  }

  Rows page(Source source, String reason, long limit, long offset) {
    if (limit < 0 || offset < 0) {
      throw UserError.invalid("A limit or an offset is 0 or more.");
    }
    String wanted = known(source, reason);
    RejectSql sql = sql(source);
    String select = sql.page(wanted, limit, offset);
    return engine.reading(reader -> {
      Rows rows = reader.read(select, new Limits(Long.MAX_VALUE, SECONDS));
      Rows count = reader.read(sql.count(wanted), new Limits(1, SECONDS));
      long total = ((Number) count.rows().getFirst().getFirst()).longValue();
      return new Rows(rows.columns(), rows.rows(), total, false, select);
    });
  }

  void export(Source source, String reason, String format, OutputStream out) {
    String wanted = known(source, reason);
    Exports.export(engine, sql(source).all(wanted), format, out);
  }

  List<ReasonCount> reasons(Source source) {
    catalogue.silver(source);
    return engine.query(DifferenceSql.reasons(source.rejectedTable())).rows().stream()
        .map(row -> new ReasonCount((String) row.get(0), ((Number) row.get(1)).longValue()))
        .toList();
  }

  /** A reason that no row has is a slip of the pen, unless there are no rows at all. */
  private String known(Source source, String reason) {
    List<String> reasons = reasons(source).stream().map(ReasonCount::reason).toList();
    if (reason == null || reason.isBlank()) {
      return null;
    }
    boolean there =
        reasons.stream()
            .anyMatch(one -> one.equals(reason) || reason.endsWith("_") && one.startsWith(reason));
    if (!there && !reasons.isEmpty()) {
      throw UserError.notFound(
          "No row of '"
              + source.id()
              + "' was left out for '"
              + reason
              + "'. The reasons are: "
              + String.join(", ", reasons)
              + ".");
    }
    return reason;
  }

  /** Rows that Bronze has superseded since Silver was built are read from its history. */
  private RejectSql sql(Source source) {
    List<RejectSql.From> from = new ArrayList<>();
    from.add(received(source.bronzeTable()));
    catalogue.histories(source).forEach(load -> from.add(received(source.historyTable(load))));
    Set<String> hidden = masked.of(source);
    return new RejectSql(
        source.rejectedTable(),
        names(source.rejectedTable()),
        from,
        column -> MaskedColumns.among(hidden, column));
  }

  private RejectSql.From received(String table) {
    return new RejectSql.From(
        table, names(table).stream().filter(name -> !TableFigures.isMetadata(name)).toList());
  }

  private List<String> names(String table) {
    return catalogue.columns(table).stream().map(Rows.Column::name).toList();
  }
}
