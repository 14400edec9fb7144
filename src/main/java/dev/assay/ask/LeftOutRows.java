package dev.assay.ask;

import dev.assay.engine.Engine;
import dev.assay.engine.EngineException;
import dev.assay.model.Answer.Bound;
import dev.assay.model.Answer.LeftOut;
import dev.assay.model.Query;
import dev.assay.model.Query.Measure;
import dev.assay.model.Rows;
import dev.assay.model.UserError;
import dev.assay.sql.Dialect;
import dev.assay.sql.LeftOutSql;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The rejected rows that may belong to what was asked, and what they could change. */
final class LeftOutRows {
  /**
   * Reading rejected rows again takes a scan of Bronze: for larger ones only where proof is asked
   * for.
   */
  private static final long MOST_ROWS_UNASKED = 1_000_000;

  private static final int SECONDS = 5;

  private final Catalog catalog;
  private final Dialect dialect;
  private final Engine.Reader reader;
  private final KeptRows kept;
  private final Language language;

  /**
   * Looks within one transaction.
   *
   * @param kept what was found of the same builds
   * @param language in which it is said
   */
  LeftOutRows(
      Catalog catalog, Dialect dialect, Engine.Reader reader, KeptRows kept, Language language) {
    this.language = language;
    this.kept = kept;
    this.catalog = catalog;
    this.dialect = dialect;
    this.reader = reader;
  }

  /** Empty where nothing was rejected, or it is not known what was. */
  Optional<LeftOut> of(Query query, boolean thorough) {
    if (catalog.rejected() == null || catalog.rejected() == 0) {
      return Optional.empty();
    }
    boolean small = catalog.bronze().filter(b -> b.rows() <= MOST_ROWS_UNASKED).isPresent();
    if (catalog.made() == null || !catalog.made().shape().isEmpty() || !small && !thorough) {
      return Optional.of(unknown());
    }
    LeftOutSql sql =
        new LeftOutSql(catalog.made(), dialect, catalog.source().rejectedTable(), query);
    try {
      List<Object> row = found(sql.select()).rows().getFirst();
      return Optional.of(leftOut(query, sql.summed(), row));
    } catch (EngineException | UserError e) {
      // Proof of an answer must not cost the answer, nor must the time that it takes.
      return Optional.of(unknown());
    }
  }

  /** Rejected rows belong to a build of Silver, and what they say is read from one of Bronze. */
  private Rows found(String select) {
    Supplier<Rows> read = () -> reader.read(select, new Engine.Limits(1, SECONDS));
    List<String> builds =
        Stream.of(catalog.bronze(), catalog.silver())
            .flatMap(Optional::stream)
            .filter(table -> table.build() != null)
            .map(table -> table.name() + " " + table.build())
            .toList();
    return builds.size() < 2
        ? read.get()
        : kept.of(new KeptRows.Key(select, builds, catalog.silver().orElseThrow().columns()), read)
            .rows();
  }

  private LeftOut unknown() {
    return new LeftOut(
        catalog.rejected(), say("left-out.unknown", counted(catalog.rejected())), List.of());
  }

  private LeftOut leftOut(Query query, List<Measure> summed, List<Object> row) {
    long rows = ((Number) row.getFirst()).longValue();
    if (rows == 0) {
      return new LeftOut(0, say("left-out.none", counted(catalog.rejected())), List.of());
    }
    List<Bound> bounds = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (Measure measure : query.measures()) {
      bound(measure, summed, row, rows)
          .ifPresent(bound -> {
            bounds.add(bound);
            words.add(sentence(bound));
          });
    }
    return new LeftOut(
        rows,
        words.isEmpty()
            ? say("left-out.some", counted(rows))
            : say("left-out.bounds", counted(rows), String.join("; ", words)),
        bounds);
  }

  private String sentence(Bound bound) {
    String name = bound.measure().replace('_', ' ');
    boolean falls = !bound.least().equals("0");
    boolean rises = !bound.most().equals("0");
    if (falls && rises) {
      return say("could-either", name, bound.least().substring(1), bound.most());
    }
    return falls
        ? say("could-fall", name, bound.least().substring(1))
        : rises ? say("could-rise", name, bound.most()) : say("could-neither", name);
  }

  /** Empty where a value that cannot be read, or the kind of measure, leaves it open. */
  private static Optional<Bound> bound(
      Measure measure, List<Measure> summed, List<Object> row, long rows) {
    return switch (measure.aggregate()) {
      case COUNT_ROWS, COUNT, COUNT_DISTINCT ->
          Optional.of(new Bound(measure.name(), "0", Long.toString(rows)));
      case SUM -> {
        int at = summed.indexOf(measure);
        boolean open = at < 0 || !row.get(3 * at + 3).toString().equals("0");
        yield open
            ? Optional.empty()
            : Optional.of(
                new Bound(measure.name(), plain(row.get(3 * at + 1)), plain(row.get(3 * at + 2))));
      }
      case AVG, MEDIAN, MIN, MAX -> Optional.empty();
    };
  }

  private static String plain(Object figure) {
    BigDecimal number = new BigDecimal(figure.toString());
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private String counted(long rows) {
    return rows == 1
        ? say("rejected-row")
        : say("rejected-rows", String.format(Locale.of(language.code()), "%,d", rows));
  }

  private String say(String key, Object... values) {
    return Messages.say(language, key, values);
  }
}
