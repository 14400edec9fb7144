package dev.assay.semantic;

import dev.assay.model.Cleaning;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.profile.Units;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the source wrote around the numbers of Silver's columns, which their names need not say.
 *
 * @param relative columns of shares and levels, such as {@code 12.5%} or {@code 21 °C}
 * @param money columns of money, such as {@code € 12.50}
 * @param beside amounts whose unit or currency another column holds, and that column
 * @param currency of columns of money that were written with one only, such as {@code EUR}
 */
public record WrittenUnits(
    Set<String> relative,
    Set<String> money,
    Map<String, String> beside,
    Map<String, String> currency) {
  public static final WrittenUnits NONE = new WrittenUnits(Set.of(), Set.of(), Map.of(), Map.of());

  /** Those that the recipe's steps take off; {@code recipe} may be null. */
  public static WrittenUnits of(SilverRecipe recipe) {
    return recipe == null || recipe.columns() == null
        ? NONE
        : new WrittenUnits(
            named(recipe, Units::relative),
            named(recipe, Units::money),
            beside(recipe),
            currency(recipe));
  }

  /** Amounts and units that were made of the same cells. */
  private static Map<String, String> beside(SilverRecipe recipe) {
    Map<String, String> beside = new HashMap<>();
    for (SilverColumn unit : recipe.columns()) {
      for (SilverColumn amount : recipe.columns()) {
        if (amount.sourceColumn() != null
            && amount.sourceColumn().equals(unit.sourceColumn())
            && amount.silverName() != null
            && unit.silverName() != null
            && has(unit, Cleaning.TakeUnit.class)
            && has(amount, Cleaning.ParseNumber.class)) {
          beside.put(amount.silverName(), unit.silverName());
        }
      }
    }
    return beside;
  }

  private static Map<String, String> currency(SilverRecipe recipe) {
    Map<String, String> currencies = new HashMap<>();
    for (SilverColumn column : recipe.columns()) {
      Set<String> codes = new HashSet<>();
      for (String written : stripped(column)) {
        Units.currencyCode(written).ifPresent(codes::add);
      }
      if (codes.size() == 1) {
        currencies.put(column.silverName(), codes.iterator().next());
      }
    }
    return currencies;
  }

  /** What a column's steps take off its numbers. */
  private static List<String> stripped(SilverColumn column) {
    return column.silverName() == null || column.cleaning() == null
        ? List.of()
        : column.cleaning().stream()
            .filter(Cleaning.ParseNumber.class::isInstance)
            .flatMap(step -> ((Cleaning.ParseNumber) step).strip().stream())
            .toList();
  }

  private static boolean has(SilverColumn column, Class<? extends Cleaning> step) {
    return column.cleaning() != null && column.cleaning().stream().anyMatch(step::isInstance);
  }

  private static Set<String> named(SilverRecipe recipe, Predicate<String> unit) {
    Set<String> names = new HashSet<>();
    for (SilverColumn column : recipe.columns()) {
      if (stripped(column).stream().anyMatch(unit)) {
        names.add(column.silverName());
      }
    }
    return names;
  }
}
