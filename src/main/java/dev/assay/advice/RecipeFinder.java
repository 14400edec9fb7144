package dev.assay.advice;

import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.Author;
import dev.assay.model.Deduplication;
import dev.assay.model.Proposal;
import dev.assay.model.RecipeEdit;
import dev.assay.model.RowCondition;
import dev.assay.model.RowRule;
import dev.assay.model.Severity;
import dev.assay.model.SilverSpec;
import dev.assay.sql.Dialect;
import dev.assay.sql.FitSql;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Offers the shipped recipe that a table fits best. What it adds is counted on all rows, in one
 * scan, and no row is rejected that was not: what a row violates already is warned of.
 */
final class RecipeFinder implements Finder {
  /** A check that more rows violate does not fit the table, whatever its headers say. */
  private static final double VIOLATED = 0.05;

  private final Engine engine;
  private final FitSql sql;

  RecipeFinder(Engine engine, Dialect dialect) {
    this.engine = engine;
    this.sql = new FitSql(dialect);
  }

  @Override
  public List<Proposal> find(KnownTable table, Work work) {
    if (table.rows() == 0) {
      return List.of();
    }
    List<RoleFit.Offered> offered =
        table.columns().stream()
            .map(column ->
                new RoleFit.Offered(
                    column.known().profile().header(),
                    column.name(),
                    column.known().guess().type()))
            .toList();
    return ShippedRecipe.all().stream()
        .map(recipe -> RoleFit.of(recipe, offered))
        .filter(RoleFit::fits)
        .max(Comparator.comparingInt((RoleFit fit) -> fit.columns().size()))
        .flatMap(fit -> proposal(fit, table, work))
        .map(List::of)
        .orElse(List.of());
  }

  private Optional<Proposal> proposal(RoleFit fit, KnownTable table, Work work) {
    List<String> names = List.copyOf(fit.columns().values());
    List<SilverSpec.Column> specs =
        names.stream().map(name -> column(table, name).spec()).toList();
    List<ShippedRecipe.RoleCheck> checks = fit.checks();
    List<RowRule> rules =
        fit.rules().stream().filter(rule -> comparable(rule, table)).toList();
    List<Long> counts = counted(fit, table, specs, checks, rules, work);
    List<RecipeEdit> edits = new ArrayList<>();
    List<String> says = new ArrayList<>();
    long warned = 0;
    int checked = 0;
    for (int i = 0; i < checks.size(); i++) {
      long violated = counts.get(i);
      if (violated <= VIOLATED * table.rows()) {
        checked++;
        warned += violated;
        edits.add(
            new RecipeEdit.Validate(
                fit.columns().get(checks.get(i).role()),
                checks.get(i).validation(),
                violated == 0 ? Severity.REJECT : Severity.WARN));
      }
    }
    int ruled = 0;
    for (int i = 0; i < rules.size(); i++) {
      long broken = counts.get(checks.size() + i);
      if (broken <= VIOLATED * table.rows()) {
        ruled++;
        warned += broken;
        RowRule rule = rules.get(i);
        edits.add(
            new RecipeEdit.AddRule(
                new RowRule(rule.name(), rule.condition(), rule.tolerance(), Severity.WARN)));
      }
    }
    int masked = 0;
    for (ShippedRecipe.RoleMask mask : fit.recipe().masks()) {
      if (fit.columns().containsKey(mask.role())) {
        masked++;
        edits.add(new RecipeEdit.MaskColumn(fit.columns().get(mask.role()), mask.mask()));
      }
    }
    boolean keyed = table.keys().isEmpty() && !fit.recipe().key().isEmpty()
        && fit.columns().keySet().containsAll(fit.recipe().key());
    if (keyed) {
      edits.add(
          new RecipeEdit.Deduplicate(
              new Deduplication(
                  fit.recipe().key().stream().map(fit.columns()::get).toList(),
                  Deduplication.Strategy.REMOVE_EXACT,
                  null)));
    }
    List<RecipeEdit> renames = renames(fit, table);
    edits.addAll(renames);
    if (edits.isEmpty()) {
      return Optional.empty();
    }
    if (!renames.isEmpty()) {
      says.add(counted(renames.size(), "name"));
    }
    if (checked > 0) {
      says.add(counted(checked, "check"));
    }
    if (ruled > 0) {
      says.add(counted(ruled, "rule"));
    }
    if (masked > 0) {
      says.add(counted(masked, "mask"));
    }
    if (keyed) {
      says.add("a key");
    }
    return Optional.of(
        new Proposal(
            "recipe_" + fit.recipe().name(),
            Proposal.Kind.RECIPE,
            names,
            "This looks like "
                + fit.recipe().name().replace('-', ' ')
                + ": "
                + fit.columns().size()
                + " of "
                + table.columns().size()
                + " columns are known ("
                + String.join(", ", fit.columns().keySet())
                + "). It adds "
                + String.join(", ", says)
                + "; no row more is rejected"
                + (warned == 0
                    ? "."
                    : ", and " + String.format(Locale.ROOT, "%,d", warned) + " warnings are given."),
            warned,
            List.of(),
            Math.round(100.0 * fit.columns().size() / fit.recipe().roles().size()) / 100.0,
            Author.RULES,
            edits));
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private static KnownColumn column(KnownTable table, String name) {
    return table.columns().stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** A role of any kind may hold texts here, with which no rule computes. */
  private static boolean comparable(RowRule rule, KnownTable table) {
    List<KnownColumn> columns =
        RowCondition.parse(rule.condition()).columns().stream()
            .map(name -> column(table, name))
            .toList();
    return columns.stream().allMatch(column -> column.known().guess().type().isNumeric())
        || columns.stream()
            .allMatch(column ->
                column.known().guess().type().isTemporal()
                    && (column.known().guess().type()
                        == columns.getFirst().known().guess().type()));
  }

  private List<Long> counted(
      RoleFit fit,
      KnownTable table,
      List<SilverSpec.Column> specs,
      List<ShippedRecipe.RoleCheck> checks,
      List<RowRule> rules,
      Work work) {
    if (checks.isEmpty() && rules.isEmpty()) {
      return List.of();
    }
    List<String> names = List.copyOf(fit.columns().values());
    List<FitSql.Asked> asked =
        checks.stream()
            .map(check ->
                new FitSql.Asked(
                    names.indexOf(fit.columns().get(check.role())),
                    check.validation().checks().getFirst()))
            .toList();
    List<SilverSpec.Rule> between =
        rules.stream()
            .map(rule ->
                new SilverSpec.Rule(
                    rule.name(),
                    RowCondition.parse(rule.condition()),
                    rule.tolerance() == null
                        ? BigDecimal.ZERO
                        : BigDecimal.valueOf(rule.tolerance()),
                    Severity.WARN))
            .toList();
    return engine
        .query(sql.measure(table.table(), specs, asked, between), work)
        .rows()
        .getFirst()
        .stream()
        .map(count -> (Long) count)
        .toList();
  }

  /** The roles' own names, where they are free; last, so that what comes before finds its columns. */
  private static List<RecipeEdit> renames(RoleFit fit, KnownTable table) {
    List<RecipeEdit> renames = new ArrayList<>();
    fit.columns().forEach((role, name) -> {
      boolean taken =
          table.columns().stream().anyMatch(column -> column.name().equalsIgnoreCase(role));
      if (!role.equals(name) && !taken) {
        renames.add(new RecipeEdit.Rename(name, role));
      }
    });
    return renames;
  }
}
