package dev.assay.advice;

import dev.assay.model.ColumnType;
import dev.assay.model.RowCondition;
import dev.assay.model.RowRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which columns of a table play the roles of a shipped recipe.
 *
 * @param recipe the recipe
 * @param columns Silver names by role, in the order of the roles
 * @param missing needs that no column meets, each in words
 */
public record RoleFit(ShippedRecipe recipe, Map<String, String> columns, List<String> missing) {
  /** Fewer roles are found in any table. */
  private static final int FEWEST = 3;

  /**
   * A column of a table.
   *
   * @param header as received
   * @param name in Silver
   * @param type as proposed
   */
  public record Offered(String header, String name, ColumnType type) {}

  public static RoleFit of(ShippedRecipe recipe, List<Offered> table) {
    Map<String, String> columns = new LinkedHashMap<>();
    Set<String> used = new HashSet<>();
    for (ShippedRecipe.Role role : recipe.roles()) {
      // A column that has the role's own name plays no other.
      table.stream()
          .filter(column -> role.holds().fits(column.type()) && !used.contains(column.name()))
          .filter(column -> role.named(column.header()) || role.named(column.name()))
          .filter(column ->
              column.name().equals(role.name())
                  || recipe.roles().stream().noneMatch(other -> other.name().equals(column.name())))
          .findFirst()
          .ifPresent(column -> {
            used.add(column.name());
            columns.put(role.name(), column.name());
          });
    }
    List<String> missing = new ArrayList<>();
    for (List<String> need : recipe.needs()) {
      if (need.stream().noneMatch(columns::containsKey)) {
        missing.add(String.join(" or ", need));
      }
    }
    return new RoleFit(recipe, columns, missing);
  }

  public boolean fits() {
    return missing.isEmpty() && columns.size() >= FEWEST;
  }

  /** The rules whose roles are all there, over the table's own names. */
  public List<RowRule> rules() {
    List<RowRule> rules = new ArrayList<>();
    for (RowRule rule : recipe.rules()) {
      RowCondition condition = RowCondition.parse(rule.condition());
      if (columns.keySet().containsAll(condition.columns())) {
        rules.add(
            new RowRule(
                rule.name(),
                condition.renamed(columns::get).text(),
                rule.tolerance(),
                rule.onViolation()));
      }
    }
    return rules;
  }

  /** The checks whose role is there. */
  public List<ShippedRecipe.RoleCheck> checks() {
    return recipe.checks().stream().filter(check -> columns.containsKey(check.role())).toList();
  }
}
