package dev.assay.workspace;

import dev.assay.model.BuildPlan;
import dev.assay.model.MedallionLayer;
import dev.assay.model.Rows;
import dev.assay.model.Shape;
import dev.assay.model.SilverChanges;
import dev.assay.model.SilverChanges.Fate;
import dev.assay.model.SilverChanges.FateCount;
import dev.assay.model.SilverRecipe;
import dev.assay.model.SilverSpec;
import dev.assay.model.Source;
import dev.assay.model.Step;
import dev.assay.model.UserError;
import dev.assay.semantic.TableFigures;
import dev.assay.sql.ChangesSql;
import dev.assay.sql.ChangesSql.Pair;
import dev.assay.store.Store;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Every row of Bronze beside what Silver made of it, as both were published. */
final class Changes {
  /** Values of a row before those of its columns: see {@link ChangesSql#page}. */
  private static final int FIRST = 10;

  private final Store store;
  private final Catalogue catalogue;
  private final Features features;
  private final MaskedColumns masked;
  private final Browsing browsing;

  Changes(
      Store store,
      Catalogue catalogue,
      Features features,
      MaskedColumns masked,
      Browsing browsing) {
    this.store = store;
    this.catalogue = catalogue;
    this.features = features;
    this.masked = masked;
    this.browsing = browsing;
  }

  SilverChanges page(Source source, ChangesView view, long limit, long offset) {
    List<String> layers = layers(source);
    SilverSpec spec = spec(source);
    List<Pair> pairs = pairs(source, spec);
    String fate = view.fate() == null ? null : view.fate().word();
    ChangesSql.Wanted wanted = new ChangesSql.Wanted(fate, view.reason(), view.place());
    ChangesSql sql = new ChangesSql(tables(source, spec), pairs, wanted, view.cells());
    long most = Browsing.atMost(limit, 2L * pairs.size());
    Rows rows = browsing.inLoadOrder(layers, sql, most, offset);
    return new SilverChanges(
        pairs.stream()
            .map(pair ->
                new SilverChanges.Column(pair.source(), pair.name(), pair.type(), pair.masked()))
            .toList(),
        rows.rows().stream().map(row -> row(row, pairs, spec.unpivot().isPresent())).toList(),
        rows.total());
  }

  List<FateCount> fates(Source source) {
    List<String> layers = layers(source);
    SilverSpec spec = spec(source);
    ChangesSql sql =
        new ChangesSql(tables(source, spec), pairs(source, spec), ChangesSql.Wanted.ALL, null);
    Map<String, Long> counts =
        browsing.counts(layers, sql.counts()).rows().stream()
            .collect(
                Collectors.toMap(
                    row -> (String) row.get(0), row -> ((Number) row.get(1)).longValue()));
    List<FateCount> fates = new ArrayList<>();
    for (Fate fate : Fate.values()) {
      fates.add(new FateCount(fate, counts.getOrDefault(fate.word(), 0L)));
    }
    return fates;
  }

  private List<String> layers(Source source) {
    MedallionLayer bronze = catalogue.bronze(source);
    return List.of(bronze.id(), catalogue.silver(source).id());
  }

  private static ChangesSql.Tables tables(Source source, SilverSpec spec) {
    Optional<Shape.Unpivot> unpivot = spec.unpivot();
    return new ChangesSql.Tables(
        source.bronzeTable(),
        source.silverTable(),
        source.rejectedTable(),
        source.duplicatesTable(),
        unpivot);
  }

  /** The recipe that the published Silver was made by, checked against Bronze as it is. */
  private SilverSpec spec(Source source) {
    List<Rows.Column> bronze = catalogue.columns(source.bronzeTable());
    SilverRecipe recipe =
        store
            .recipes()
            .published(source.silverTable())
            .map(applied -> (SilverRecipe) applied.recipe())
            .orElseThrow();
    try {
      BuildPlan plan = features.planSilver(source, recipe, bronze, List.of());
      return plan.steps().stream()
          .filter(Step.Clean.class::isInstance)
          .map(step -> ((Step.Clean) step).spec())
          .findFirst()
          .orElseThrow();
    } catch (UserError e) {
      throw new UserError(
          UserError.Kind.CONFLICT,
          "Bronze of '"
              + source.id()
              + "' no longer has the columns that Silver was made of. Build Silver again.",
          e);
    }
  }

  /** Silver's columns in its order, then those of Bronze that none of them reads. */
  private List<Pair> pairs(Source source, SilverSpec spec) {
    Set<String> hidden = masked.of(source);
    List<Rows.Column> silver = catalogue.columns(source.silverTable());
    List<Pair> pairs = new ArrayList<>();
    Set<String> used = new HashSet<>();
    for (SilverSpec.Column column : spec.columns()) {
      Set<String> reads = spec.reads(column);
      Optional<String> type =
          silver.stream()
              .filter(one -> one.name().equals(column.name()))
              .map(Rows.Column::type)
              .findFirst();
      if (!column.hidden() && type.isPresent()) {
        used.addAll(reads);
        pairs.add(new Pair(column.source(), column.name(), type.get(), isMasked(hidden, reads)));
      }
    }
    spec.unpivot().ifPresent(step -> used.addAll(step.columns()));
    for (Rows.Column column : catalogue.columns(source.bronzeTable())) {
      if (!TableFigures.isMetadata(column.name()) && !used.contains(column.name())) {
        pairs.add(new Pair(column.name(), null, null, isMasked(hidden, Set.of(column.name()))));
      }
    }
    return pairs;
  }

  private static boolean isMasked(Set<String> hidden, Set<String> reads) {
    return reads.stream().anyMatch(column -> MaskedColumns.among(hidden, column));
  }

  private static SilverChanges.Row row(List<Object> row, List<Pair> pairs, boolean parts) {
    Fate fate = Fate.valueOf(((String) row.get(4)).toUpperCase(Locale.ROOT));
    boolean there = fate == Fate.KEPT || fate == Fate.CHANGED;
    List<Object> before = row.subList(FIRST, FIRST + pairs.size());
    List<Object> after = new ArrayList<>();
    int next = FIRST + pairs.size();
    for (Pair pair : pairs) {
      after.add(pair.name() == null ? null : row.get(next++));
    }
    return new SilverChanges.Row(
        name(row.get(0), row.get(1), row.get(2), parts),
        (String) row.get(3),
        ((Number) row.get(1)).longValue(),
        fate,
        texts(row.get(5)),
        row.get(6) == null ? null : name(row.get(6), row.get(7), row.get(8), parts),
        numbers(row.get(9)),
        before,
        there ? Collections.unmodifiableList(after) : null);
  }

  private static String name(Object load, Object row, Object part, boolean parts) {
    return load + ":" + row + (parts ? ":" + part : "");
  }

  private static List<String> texts(Object list) {
    return list == null ? List.of() : ((List<?>) list).stream().map(String::valueOf).toList();
  }

  private static List<Integer> numbers(Object list) {
    return list == null
        ? List.of()
        : ((List<?>) list).stream().map(one -> ((Number) one).intValue()).toList();
  }
}
