package dev.assay.semantic;

import static dev.assay.semantic.NameWords.any;

import dev.assay.model.Additivity;
import dev.assay.model.Author;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.RowCondition;
import dev.assay.model.Rows;
import dev.assay.model.SemanticModel.Dimension;
import dev.assay.model.SemanticModel.Kind;
import dev.assay.model.SemanticModel.Measure;
import dev.assay.model.SemanticModel.NumberFormat;
import dev.assay.model.Slug;
import dev.assay.semantic.ColumnRole.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What can be computed of a table, the most telling first. */
final class MeasureInference {
  private final Optional<String> rowNoun;
  private final ChosenColumns chosen;
  private final Names names;
  private final Amounts amounts;
  private final Set<String> levels;
  private final Optional<Products> products;

  /**
   * @param read runs a SELECT made by us; empty where the values are texts
   */
  MeasureInference(
      Optional<String> rowNoun,
      TableFigures figures,
      List<ColumnRole> roles,
      WrittenUnits units,
      List<String> grain,
      Optional<String> time,
      Names names,
      Optional<Function<String, Rows>> read) {
    this.rowNoun = rowNoun;
    this.chosen = new ChosenColumns(figures, roles);
    this.names = names;
    this.amounts = new Amounts(figures, roles, units, read);
    this.levels = new LevelColumns(figures, roles, grain, time, read).found();
    this.products = read.map(reading -> new Products(figures, roles, reading));
  }

  List<Measure> measures(List<Dimension> dimensions) {
    String noun = rowNoun.orElse("row");
    String rowCount = names.taken(noun + "_count");
    List<Measure> measures = new ArrayList<>();
    for (ColumnRole role : chosen.measures(Role.SUMMABLE)) {
      measures.add(levels.contains(role.name()) ? level(role) : sum(role));
    }
    boolean money = measures.stream().anyMatch(measure -> measure.format() == NumberFormat.MONEY);
    products
        .flatMap(Products::found)
        // What things cost says more than how many they are.
        .ifPresent(found -> measures.add(money ? measures.size() : 0, product(found, money)));
    Optional<Measure> lead =
        measures.stream()
            .filter(measure -> measure.aggregate() == Aggregate.SUM)
            .filter(measure -> measure.format() == NumberFormat.MONEY)
            .findFirst();
    measures.add(
        new Measure(
            rowCount,
            Aggregate.COUNT_ROWS,
            null,
            null,
            List.of(),
            Additivity.ADDITIVE,
            null,
            NumberFormat.COUNT,
            null,
            null,
            List.of(),
            Author.RULES));
    if (lead.isPresent() && rowNoun.isPresent()) {
      measures.add(averageOfRows(noun, lead.get(), rowCount));
    }
    for (Dimension dimension : dimensions) {
      if (dimension.kind() == Kind.ENTITY) {
        measures.add(different(dimension));
      }
    }
    for (ColumnRole role : chosen.measures(Role.AVERAGED)) {
      measures.add(levels.contains(role.name()) ? level(role) : average(role));
    }
    return measures;
  }

  private Measure sum(ColumnRole role) {
    String plain = Slug.of(role.name(), "value");
    return new Measure(
        names.taken(NameWords.subject(role.name()), plain, "total_" + plain),
        Aggregate.SUM,
        role.name(),
        null,
        List.of(),
        Additivity.ADDITIVE,
        amounts.unit(role),
        amounts.format(role, true),
        amounts.currency(role),
        null,
        List.of(),
        Author.RULES);
  }

  /** A level is averaged: over time its sum would count the same thing again and again. */
  private Measure level(ColumnRole role) {
    return averaged(role, Additivity.SEMI_ADDITIVE);
  }

  private Measure average(ColumnRole role) {
    return averaged(role, Additivity.NON_ADDITIVE);
  }

  private Measure averaged(ColumnRole role, Additivity additivity) {
    String subject = NameWords.subject(role.name());
    boolean says =
        any(NameWords.of(role.name()), Set.of("average", "avg", "mean", "media", "promedio"));
    String name = (says ? "" : "average_") + subject;
    return new Measure(
        names.taken(name, "average_" + Slug.of(role.name(), "value")),
        Aggregate.AVG,
        role.name(),
        null,
        List.of(),
        additivity,
        amounts.unit(role),
        amounts.format(role, false),
        amounts.currency(role),
        null,
        says || !names.free(subject) ? List.of() : List.of(subject),
        Author.RULES);
  }

  private Measure different(Dimension dimension) {
    String things = NameWords.plural(NameWords.subject(dimension.column()));
    return new Measure(
        names.taken("unique_" + things, "unique_" + dimension.name()),
        Aggregate.COUNT_DISTINCT,
        dimension.column(),
        null,
        List.of(),
        Additivity.NON_ADDITIVE,
        null,
        NumberFormat.COUNT,
        null,
        null,
        List.of(),
        Author.RULES);
  }

  /**
   * @param money whether a column holds amounts of money as well
   */
  private Measure product(Products.Product product, boolean money) {
    String formula =
        RowCondition.quoted(product.quantity().name())
            + " * "
            + RowCondition.quoted(product.price().name());
    return new Measure(
        money
            ? names.taken("gross_amount", "quantity_times_price")
            : names.taken("amount", "quantity_times_price"),
        Aggregate.SUM,
        null,
        formula,
        List.of(),
        Additivity.ADDITIVE,
        amounts.unit(product.price()),
        NumberFormat.MONEY,
        amounts.currency(product.price()),
        "No column holds it: it is computed for each row.",
        money || chosen.isDiscounted() ? List.of() : List.of("revenue", "sales"),
        Author.RULES);
  }

  private Measure averageOfRows(String noun, Measure lead, String rowCount) {
    return new Measure(
        names.taken("average_" + noun + "_value", "average_" + lead.name() + "_of_rows"),
        null,
        null,
        RowCondition.quoted(lead.name()) + " / " + RowCondition.quoted(rowCount),
        List.of(),
        Additivity.NON_ADDITIVE,
        lead.unit(),
        NumberFormat.MONEY,
        lead.currency(),
        null,
        List.of(),
        Author.RULES);
  }
}
