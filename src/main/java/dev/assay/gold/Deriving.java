package dev.assay.gold;

import dev.assay.model.Calculation;
import dev.assay.model.Query;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Query.Filter;
import dev.assay.model.Query.Measure;
import dev.assay.model.Rows;
import dev.assay.sql.Outputs;
import dev.assay.sql.Rollup;
import dev.assay.sql.ValueKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One attempt at a {@link Derivation}. */
final class Deriving {
  private final Query question;
  private final Query gold;
  private final String goldTable;
  private final List<Rows.Column> columns;

  /** By Gold's names. */
  private final Map<String, ValueKind> kinds = new LinkedHashMap<>();

  private final HeldKeys keys;

  /**
   * @param columns of the question's rows, with what its joins bring
   */
  Deriving(Query question, Query gold, String goldTable, List<Rows.Column> columns) {
    this.question = question;
    this.gold = gold;
    this.goldTable = goldTable;
    this.columns = columns;
    this.keys = new HeldKeys(gold.dimensions(), kinds);
  }

  Derivation derive() {
    try {
      if (!question.table().equals(gold.table())) {
        throw new Refused("it is about " + gold.table());
      }
      if (question.listsRows()) {
        throw new Refused("it holds groups, and single rows are asked for");
      }
      if (!gold.summary().isEmpty()) {
        throw new Refused("it holds one row over its groups");
      }
      if (gold.limit() != null) {
        throw new Refused("it keeps only its first " + gold.limit() + " rows");
      }
      JoinLogic joins = new JoinLogic(question, gold);
      // Where Gold is joined otherwise, a column of a join may have the name of one of Gold's.
      for (Rows.Column column : columns) {
        joins.known(column.name()).ifPresent(name -> kinds.put(name, ValueKind.of(column.type())));
      }
      List<Filter> asked = question.filters().stream().map(joins::named).toList();
      List<Dimension> by = question.dimensions().stream().map(joins::named).toList();
      List<Measure> what = question.measures().stream().map(joins::named).toList();
      List<Filter> filters = filters(asked);
      List<Rollup.Key> groups = by.stream().map(keys::key).toList();
      List<Filter> everywhere = new ArrayList<>(asked);
      everywhere.addAll(gold.filters());
      HeldMeasures measures = new HeldMeasures(gold, keys, this::kind, everywhere);
      List<Rollup.Value> values = what.stream().map(measures::value).toList();
      refuseLostGroups(by, what, filters, measures);
      Outputs outputs = Outputs.of(question.groups(), columns);
      refuseShakyChoice(outputs.inexact());
      return new Derivation.Derived(
          new Rollup(goldTable, groups, values, filters, question, outputs), because());
    } catch (Refused refused) {
      return new Derivation.NotDerivable(refused.getMessage());
    }
  }

  /** The question's filters on Gold's columns, without those that Gold itself has applied. */
  private List<Filter> filters(List<Filter> asked) {
    for (Filter own : gold.filters()) {
      if (asked.stream()
          .filter(filter -> filter.column().equals(own.column()))
          .noneMatch(filter -> FilterLogic.implies(filter, own, kind(own)))) {
        throw new Refused("it holds only rows where " + Wording.filter(own));
      }
    }
    List<Filter> mapped = new ArrayList<>();
    for (Filter filter : asked) {
      if (gold.filters().stream()
          .filter(own -> filter.column().equals(own.column()))
          .noneMatch(own -> FilterLogic.same(filter, own, kind(own)))) {
        mapped.add(keys.mapped(filter, kind(filter), true));
      }
    }
    return mapped;
  }

  /**
   * Gold that keeps some of its groups gives those alone: they must be all that are asked for, and
   * nothing may be computed from the others.
   */
  private void refuseLostGroups(
      List<Dimension> by, List<Measure> what, List<Filter> filters, HeldMeasures measures) {
    if (gold.having().isEmpty()) {
      return;
    }
    boolean same =
        filters.isEmpty()
            && gold.joins().isEmpty()
            && question.calculations().stream().allMatch(Calculation.Formula.class::isInstance)
            && by.stream().allMatch(one -> held(one).isPresent())
            && gold.dimensions().stream()
                .allMatch(one -> by.stream().anyMatch(other -> exact(one, other)));
    Map<String, String> names = new HashMap<>();
    by.forEach(one -> held(one).ifPresent(held -> names.put(one.name(), held.name())));
    for (Measure one : what) {
      gold.measures().stream()
          .filter(held -> measures.same(held, one))
          .findFirst()
          .ifPresent(held -> names.put(one.name(), held.name()));
    }
    Map<String, String> types = same ? Outputs.of(gold, columns).types() : Map.of();
    for (Filter own : gold.having()) {
      boolean asked =
          same
              && question.having().stream()
                  .filter(filter -> own.column().equals(names.get(filter.column())))
                  .map(filter -> new Filter(own.column(), filter.comparison(), filter.values()))
                  .anyMatch(filter ->
                      FilterLogic.implies(filter, own, ValueKind.of(types.get(own.column()))));
      if (!asked) {
        throw new Refused("it keeps only groups where " + Wording.filter(own));
      }
    }
  }

  private Optional<Dimension> held(Dimension asked) {
    return gold.dimensions().stream().filter(held -> exact(held, asked)).findFirst();
  }

  private boolean exact(Dimension held, Dimension asked) {
    return held.column().equals(asked.column()) && keys.exact(held, asked);
  }

  /**
   * The last digit of an average, or of a sum of DOUBLE, depends on how it was put together; where
   * it decides which rows are shown or how they are called, only Silver's own will do.
   */
  private void refuseShakyChoice(Set<String> inexact) {
    Optional<String> shaky =
        question.having().stream()
            .map(Filter::column)
            .filter(inexact::contains)
            .findFirst()
            .or(() -> sorted(inexact))
            .or(() -> ranked(inexact))
            .or(() -> counted(inexact))
            .or(() ->
                Optional.ofNullable(question.segment())
                    .map(Query.Segment::measure)
                    .filter(inexact::contains));
    if (shaky.isPresent()) {
      boolean average =
          question.measures().stream()
              .anyMatch(measure ->
                  measure.name().equals(shaky.get()) && measure.aggregate() == Query.Aggregate.AVG);
      throw new Refused(
          average
              ? "rows are chosen by an average, which is compared on Silver itself"
              : "rows are chosen by "
                  + shaky.get()
                  + ", whose last digit depends on how it is added up, so it is compared on Silver"
                  + " itself");
    }
  }

  private Optional<String> sorted(Set<String> inexact) {
    boolean decides =
        question.limit() != null
            || question.calculations().stream().anyMatch(Calculation.Neighbour.class::isInstance);
    return question.orderBy().stream()
        .map(Query.Order::name)
        .filter(name -> decides && inexact.contains(name))
        .findFirst();
  }

  private Optional<String> ranked(Set<String> inexact) {
    for (Calculation calculation : question.calculations()) {
      if (calculation instanceof Calculation.Rank(_, String measure, _, _)
          && inexact.contains(measure)) {
        return Optional.of(measure);
      }
    }
    return Optional.empty();
  }

  /** How many different values there are depends on the last digit too. */
  private Optional<String> counted(Set<String> inexact) {
    return question.summary().stream()
        .filter(one -> one.aggregate() == Query.Aggregate.COUNT_DISTINCT)
        .map(Measure::column)
        .filter(inexact::contains)
        .findFirst();
  }

  private ValueKind kind(Filter filter) {
    ValueKind kind = kinds.get(filter.column());
    if (kind == null) {
      throw new Refused("Silver has no column " + filter.column() + " any more");
    }
    return filter.part() == null ? kind : ValueKind.INTEGER;
  }

  private String because() {
    String holds =
        gold.dimensions().isEmpty()
            ? "overall"
            : "by "
                + String.join(" and ", gold.dimensions().stream().map(Wording::dimension).toList());
    List<String> measures = question.measures().stream().map(Wording::measure).distinct().toList();
    String text =
        goldTable
            + " holds what gives "
            + (measures.isEmpty() ? "these groups" : String.join(", ", measures))
            + " "
            + holds;
    return keys.rolled().isEmpty()
        ? text + "."
        : text + "; " + String.join(", ", keys.rolled()) + ".";
  }
}
