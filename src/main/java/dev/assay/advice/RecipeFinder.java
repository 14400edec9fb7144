package dev.assay.advice;

import dev.assay.model.Author;
import dev.assay.model.Check;
import dev.assay.model.Deduplication;
import dev.assay.model.Proposal;
import dev.assay.model.RecipeEdit;
import dev.assay.model.RowCondition;
import dev.assay.model.RowRule;
import dev.assay.model.Severity;
import dev.assay.model.SilverSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Offers the shipped recipe that a table fits best. What it adds is counted on all rows, and no row
 * is rejected that was not: what a row violates already is warned of.
 */
final class RecipeFinder {
  /** A check that more rows violate does not fit the table, whatever its headers say. */
  private static final double VIOLATED = 0.05;

  private RecipeFinder() {}

  /** The recipe that most columns fit. */
  static Optional<RoleFit> fit(KnownTable table) {
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
        .max(Comparator.comparingInt((RoleFit fit) -> fit.columns().size()));
  }

  /**
   * What must be counted before it can be offered: its rules, then the checks of which the profile
   * does not tell how many rows violate them.
   */
  static List<SilverSpec.Rule> rules(RoleFit fit, KnownTable table) {
    List<SilverSpec.Rule> rules = new ArrayList<>();
    for (RowRule rule : between(fit, table)) {
      rules.add(
          new SilverSpec.Rule(
              rule.name(),
              RowCondition.parse(rule.condition()),
              rule.tolerance() == null ? BigDecimal.ZERO : BigDecimal.valueOf(rule.tolerance()),
              Severity.WARN));
    }
    for (ShippedRecipe.RoleCheck check : fit.checks()) {
      if (known(fit, table, check).isEmpty()) {
        asRule(fit, table, check).ifPresent(rules::add);
      }
    }
    return rules;
  }

  private static List<RowRule> between(RoleFit fit, KnownTable table) {
    return fit.rules().stream().filter(rule -> comparable(rule, table)).toList();
  }

  private static String checkName(ShippedRecipe.RoleCheck check) {
    return "check of " + check.role();
  }

  /** A comparison with a number is a rule of one column. */
  private static Optional<SilverSpec.Rule> asRule(
      RoleFit fit, KnownTable table, ShippedRecipe.RoleCheck check) {
    String name = fit.columns().get(check.role());
    return check.validation().checks().getFirst() instanceof Check.Compare compare
            && column(table, name).known().guess().type().isNumeric()
        ? Optional.of(
            new SilverSpec.Rule(
                checkName(check),
                new RowCondition(
                    new RowCondition.Column(name),
                    compare.operator(),
                    new RowCondition.Number(new BigDecimal(compare.literal()))),
                BigDecimal.ZERO,
                Severity.WARN))
        : Optional.empty();
  }

  /** How many rows violate a check, where the profile says so. */
  private static Optional<Long> known(
      RoleFit fit, KnownTable table, ShippedRecipe.RoleCheck check) {
    var known = column(table, fit.columns().get(check.role())).known();
    return switch (check.validation().checks().getFirst()) {
      case Check.NotNull _ -> Optional.of(known.measured().missing() + known.measured().failed());
      case Check.Like _ ->
          known.email() ? Optional.of(known.measured().noEmail()) : Optional.empty();
      case Check.Compare _,
          Check.Between _,
          Check.In _,
          Check.Matches _,
          Check.Unique _,
          Check.Checksum _,
          Check.Graded _ ->
          Optional.empty();
    };
  }

  /** {@code counts} is in the order of {@link #rules}. */
  static Optional<Proposal> proposal(
      RoleFit fit,
      KnownTable table,
      List<SilverSpec.Rule> counted,
      List<RuleCounts.Counted> counts) {
    Map<String, Long> broken = new HashMap<>();
    for (int i = 0; i < counted.size(); i++) {
      broken.put(counted.get(i).name(), counts.get(i).broken());
    }
    List<ShippedRecipe.RoleCheck> checks =
        fit.checks().stream()
            .filter(check ->
                known(fit, table, check).isPresent() || broken.containsKey(checkName(check)))
            .toList();
    List<RowRule> rules = between(fit, table);
    List<String> names = List.copyOf(fit.columns().values());
    List<RecipeEdit> edits = new ArrayList<>();
    List<String> says = new ArrayList<>();
    long warned = 0;
    int checked = 0;
    for (int i = 0; i < checks.size(); i++) {
      ShippedRecipe.RoleCheck check = checks.get(i);
      long violated = known(fit, table, check).orElseGet(() -> broken.get(checkName(check)));
      if (violated <= VIOLATED * table.rows()) {
        checked++;
        warned += violated;
        edits.add(
            new RecipeEdit.Validate(
                fit.columns().get(check.role()),
                check.validation(),
                violated == 0 ? Severity.REJECT : Severity.WARN));
      }
    }
    int ruled = 0;
    for (int i = 0; i < rules.size(); i++) {
      long breaking = broken.get(rules.get(i).name());
      if (breaking <= VIOLATED * table.rows()) {
        ruled++;
        warned += breaking;
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
    boolean keyed =
        table.keys().isEmpty()
            && !fit.recipe().key().isEmpty()
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
                    : ", and "
                        + String.format(Locale.ROOT, "%,d", warned)
                        + " warnings are given."),
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

  /**
   * The roles' own names, where they are free; last, so that what comes before finds its columns.
   */
  private static List<RecipeEdit> renames(RoleFit fit, KnownTable table) {
    List<RecipeEdit> renames = new ArrayList<>();
    fit.columns()
        .forEach((role, name) -> {
          boolean taken =
              table.columns().stream().anyMatch(column -> column.name().equalsIgnoreCase(role));
          if (!role.equals(name) && !taken) {
            renames.add(new RecipeEdit.Rename(name, role));
          }
        });
    return renames;
  }
}
