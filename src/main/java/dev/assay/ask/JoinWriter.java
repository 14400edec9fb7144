package dev.assay.ask;

import dev.assay.ask.Links.Brought;
import dev.assay.gold.Joined;
import dev.assay.model.Query;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Filter;
import dev.assay.model.Query.Import;
import dev.assay.model.Query.Join;
import dev.assay.model.Relationship;
import dev.assay.model.RowCondition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the joins that a query needs for the columns that it names. */
final class JoinWriter {
  /**
   * One join in the making.
   *
   * @param path the relationships that lead to its table
   */
  private record Step(List<Relationship> path, boolean backwards, Set<Import> columns) {}

  private final Map<String, Step> steps = new LinkedHashMap<>();

  private JoinWriter() {}

  /** The brought columns that a query names. */
  static List<Brought> used(Query query, List<Brought> brought) {
    Set<String> names = new LinkedHashSet<>();
    query.dimensions().forEach(dimension -> names.add(dimension.column()));
    filtered(query.filters(), names);
    query
        .measures()
        .forEach(measure -> {
          names.add(measure.column());
          filtered(measure.filters(), names);
          if (measure.formula() != null) {
            names.addAll(RowCondition.columns(RowCondition.term(measure.formula())));
          }
        });
    if (query.listsRows()) {
      query.orderBy().forEach(order -> names.add(order.name()));
    }
    return brought.stream().filter(one -> names.contains(one.name())).toList();
  }

  private static void filtered(List<Filter> filters, Set<String> names) {
    filters.forEach(filter -> names.add(filter.column()));
  }

  /** The query with joins for what it uses. */
  static Query joined(Query query, List<Brought> used) {
    JoinWriter writer = new JoinWriter();
    for (Brought one : used) {
      writer.add(one);
    }
    List<Join> joins = new ArrayList<>();
    for (Step step : writer.steps.values()) {
      joins.add(writer.join(step));
    }
    return Joined.with(query, joins);
  }

  private void add(Brought one) {
    boolean backwards = one.aggregate() != null;
    if (backwards) {
      step(one.path(), true).columns().add(new Import(one.name(), one.aggregate(), one.column()));
      return;
    }
    // What a later step is matched by has to be brought by the one before.
    for (int i = 1; i < one.path().size(); i++) {
      Step before = step(one.path().subList(0, i), false);
      for (String key : one.path().get(i).from().columns()) {
        before.columns().add(new Import(keyName(one.path().subList(0, i), key), null, key));
      }
    }
    step(one.path(), false).columns().add(new Import(one.name(), null, one.column()));
  }

  private Step step(List<Relationship> path, boolean backwards) {
    String key = backwards + String.join(" ", path.stream().map(Relationship::id).toList());
    return steps.computeIfAbsent(
        key, _ -> new Step(List.copyOf(path), backwards, new LinkedHashSet<>()));
  }

  private static String keyName(List<Relationship> path, String key) {
    return "_"
        + String.join("_", path.stream().map(one -> Joined.role(one, true)).toList())
        + "_"
        + key;
  }

  private Join join(Step step) {
    Relationship last = step.path().getLast();
    List<Import> columns = List.copyOf(step.columns());
    if (step.backwards()) {
      List<Query.Match> matching = new ArrayList<>();
      for (int i = 0; i < last.to().columns().size(); i++) {
        matching.add(new Query.Match(last.to().columns().get(i), last.from().columns().get(i)));
      }
      return new Join(last.from().table(), matching, columns);
    }
    List<Relationship> before = step.path().subList(0, step.path().size() - 1);
    return Joined.join(
        last,
        before.isEmpty()
            ? null
            : last.from().columns().stream().map(key -> keyName(before, key)).toList(),
        columns);
  }

  /** Whether several rows are made one for it. */
  static boolean aggregates(List<Brought> used) {
    return used.stream().map(Brought::aggregate).anyMatch(Aggregate.class::isInstance);
  }

  /** The relationships that it goes by. */
  static Set<Relationship> relationships(List<Brought> used) {
    Set<Relationship> all = new LinkedHashSet<>();
    used.forEach(one -> all.addAll(one.path()));
    return all;
  }
}
