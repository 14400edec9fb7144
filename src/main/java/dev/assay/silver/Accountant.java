package dev.assay.silver;

import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.Ledger;
import dev.assay.model.Refusal;
import dev.assay.model.SilverSpec;
import dev.assay.model.Step;
import dev.assay.model.UserError;
import dev.assay.sql.Dialect;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Draws up the ledger of a Silver build and proves it on the finished tables. */
public final class Accountant {
  private static final String ACCEPTED = "accepted";
  private static final String REJECTED = "rejected";
  private static final String DUPLICATE = "duplicate";
  private static final String FILTERED = "filtered";

  /** Fates of cells in which something had come. */
  private static final int[] CAME = {1, 2, 3, 5, 7};

  private final Engine engine;
  private final Dialect dialect;

  public Accountant(Engine engine, Dialect dialect) {
    this.engine = engine;
    this.dialect = dialect;
  }

  /**
   * What came of an account.
   *
   * @param refusal why the recipe forbids to publish this; null where it does not
   */
  public record Accounted(Ledger ledger, Refusal refusal) {}

  /**
   * Measures where every row and cell went.
   *
   * @throws UserError of kind REFUSED where the recipe forbids to publish that
   */
  public Ledger account(Step.Account step, Work work) {
    Accounted accounted = judge(step, work);
    if (accounted.refusal() != null) {
      throw new UserError(accounted.refusal());
    }
    return accounted.ledger();
  }

  /** Measures where every row and cell went, and whether the recipe lets that be published. */
  public Accounted judge(Step.Account step, Work work) {
    Entries entries = new Entries(engine.query(dialect.account(step), work).rows());
    Ledger ledger = ledger(step.spec(), entries);
    Map<String, Long> failures = entries.named("note", ACCEPTED, "FAIL ");
    return new Accounted(
        ledger,
        Refusals.of(failures)
            .or(() -> Refusals.of(ledger, step.spec().rejectLimit()))
            .orElse(null));
  }

  /** The account of the whole table after its rejected rows were judged again. */
  public Accounted carry(Step.Carry step, Ledger again) {
    Ledger whole = step.before().replayed(again);
    if (again.bronze() != step.before().rejected()) {
      throw new UserError(
          UserError.Kind.REFUSED,
          "Nothing was published, because "
              + again.bronze()
              + " rejected rows were found in Bronze instead of "
              + step.before().rejected()
              + ". Refresh Silver instead.");
    }
    return new Accounted(whole, Refusals.of(whole, step.rejectLimit()).orElse(null));
  }

  /** Compares the finished tables with the ledger; throws REFUSED on any difference. */
  public void prove(Step.Prove step, Ledger ledger, Work work) {
    Map<String, BigDecimal> found = new HashMap<>();
    for (List<Object> row : engine.query(dialect.prove(step), work).rows()) {
      found.put(row.get(0) + " " + row.get(1), new BigDecimal((String) row.get(2)));
    }
    List<String> differences = new ArrayList<>();
    compare("rows silver", BigDecimal.valueOf(ledger.silver()), found, true, differences);
    compare("rows rejected", BigDecimal.valueOf(ledger.rejected()), found, true, differences);
    compare("rows filtered", BigDecimal.valueOf(ledger.filtered()), found, true, differences);
    compare("rows duplicates", BigDecimal.valueOf(ledger.duplicates()), found, true, differences);
    for (Ledger.Total total : ledger.measures()) {
      compare(
          "total " + total.column(),
          new BigDecimal(total.silver()),
          found,
          total.exact(),
          differences);
    }
    if (!differences.isEmpty()) {
      throw new UserError(
          UserError.Kind.REFUSED,
          "The finished tables differ from the ledger, so nothing was published: "
              + String.join("; ", differences)
              + ".");
    }
  }

  private static void compare(
      String name,
      BigDecimal expected,
      Map<String, BigDecimal> found,
      boolean exact,
      List<String> differences) {
    BigDecimal actual = found.getOrDefault(name, BigDecimal.ZERO);
    BigDecimal tolerance =
        exact
            ? BigDecimal.ZERO
            : expected.abs().max(BigDecimal.ONE).multiply(new BigDecimal("1e-9"));
    if (actual.subtract(expected).abs().compareTo(tolerance) > 0) {
      differences.add(
          name + " is " + actual.toPlainString() + " instead of " + expected.toPlainString());
    }
  }

  private static Ledger ledger(SilverSpec spec, Entries entries) {
    List<Ledger.Cells> cells = new ArrayList<>();
    List<Ledger.Total> totals = new ArrayList<>();
    for (SilverSpec.Column column : spec.columns()) {
      if (column.hidden()) {
        continue;
      }
      cells.add(cells(column, entries));
      if (column.isMeasured()) {
        totals.add(total(column, entries));
      }
    }
    Map<String, Long> reasons = new TreeMap<>(entries.named("reason", REJECTED, "REJECT "));
    return new Ledger(
        entries.count("bronze", "", ""),
        spec.unpivot().isPresent() ? entries.count("unpivoted", "", "") : null,
        entries.count("rows", "", ACCEPTED),
        entries.count("rows", "", REJECTED),
        entries.count("rows", "", DUPLICATE),
        entries.count("rows", "", FILTERED),
        reasons,
        entries.named("filter", FILTERED, "REJECT filtered_"),
        entries.named("note", ACCEPTED, "WARN "),
        cells,
        totals);
  }

  private static Ledger.Cells cells(SilverSpec.Column column, Entries entries) {
    String name = column.name();
    return new Ledger.Cells(
        name,
        entries.count("raw", name, ""),
        entries.cells(name, ACCEPTED, 1),
        entries.cells(name, ACCEPTED, 2),
        entries.cells(name, ACCEPTED, 3, 5, 7),
        entries.cells(name, REJECTED, CAME),
        entries.cells(name, DUPLICATE, CAME),
        entries.cells(name, FILTERED, CAME),
        entries.cells(name, ACCEPTED, 4, 5, 6, 7));
  }

  /** What was filled is not of the source: it is taken out of every side but Silver's own. */
  private static Ledger.Total total(SilverSpec.Column column, Entries entries) {
    String name = column.name();
    BigDecimal fill = column.fills() ? new BigDecimal(column.fill()) : BigDecimal.ZERO;
    BigDecimal silver = entries.total(name, ACCEPTED);
    BigDecimal readable = entries.total(name);
    return new Ledger.Total(
        name,
        readable.toPlainString(),
        silver.toPlainString(),
        ofSource(name, REJECTED, fill, entries).toPlainString(),
        ofSource(name, DUPLICATE, fill, entries).toPlainString(),
        ofSource(name, FILTERED, fill, entries).toPlainString(),
        put(name, ACCEPTED, fill, entries).toPlainString(),
        column.type() != dev.assay.model.ColumnType.Simple.DOUBLE);
  }

  private static BigDecimal ofSource(
      String name, String verdict, BigDecimal fill, Entries entries) {
    return entries.total(name, verdict).subtract(put(name, verdict, fill, entries));
  }

  /** The sum of what the null strategy put in and of what came from cells above. */
  private static BigDecimal put(String name, String verdict, BigDecimal fill, Entries entries) {
    return fill.multiply(BigDecimal.valueOf(entries.cells(name, verdict, 4, 5)))
        .add(entries.above(name, verdict));
  }

  /** The result of {@link Dialect#account}: kind, name, verdict, amount. */
  private static final class Entries {
    private record Key(String kind, String name, String verdict) {}

    private final Map<Key, BigDecimal> amounts =
        new TreeMap<>(
            java.util.Comparator.comparing(Key::kind)
                .thenComparing(Key::name)
                .thenComparing(Key::verdict));

    Entries(List<List<Object>> rows) {
      for (List<Object> row : rows) {
        amounts.put(
            new Key((String) row.get(0), (String) row.get(1), (String) row.get(2)),
            new BigDecimal((String) row.get(3)));
      }
    }

    long count(String kind, String name, String verdict) {
      return amounts.getOrDefault(new Key(kind, name, verdict), BigDecimal.ZERO).longValueExact();
    }

    /** Of what Bronze holds, readable anew. */
    BigDecimal total(String name) {
      return amounts.getOrDefault(new Key("readable", name, ""), BigDecimal.ZERO);
    }

    BigDecimal total(String name, String verdict) {
      return amounts.getOrDefault(new Key("total", name, verdict), BigDecimal.ZERO);
    }

    BigDecimal above(String name, String verdict) {
      return amounts.getOrDefault(new Key("above", name, verdict), BigDecimal.ZERO);
    }

    long cells(String name, String verdict, int... states) {
      long sum = 0;
      for (int state : states) {
        sum += count("cells " + state, name, verdict);
      }
      return sum;
    }

    Map<String, Long> named(String kind, String verdict, String prefix) {
      Map<String, Long> named = new TreeMap<>();
      amounts.forEach((key, amount) -> {
        if (key.kind.equals(kind) && key.verdict.equals(verdict) && key.name.startsWith(prefix)) {
          named.put(key.name.substring(prefix.length()), amount.longValueExact());
        }
      });
      return named;
    }
  }
}
