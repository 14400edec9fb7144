package dev.assay.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.SilverRecipe;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Real dirty data beside its clean version, compared cell by cell. */
class BeersTest {
  /** City and state in one cell, and a state left out, are beyond casts, units and null tokens. */
  private static final List<String> BEYOND = List.of("city", "state");

  @Test
  void mendsMostOfWhatACastAUnitOrANullTokenCanMendAndHarmsNearlyNothing() {
    try (Bronze bronze = new Bronze().landFile("beers/dirty.csv", true)) {
      SilverRecipe recipe = bronze.suggest();
      List<List<Object>> silver = bronze.cast(recipe);
      List<List<String>> dirty = Bronze.read("beers/dirty.csv");
      List<List<String>> clean = Bronze.read("beers/clean.csv");
      int wrong = 0;
      int mended = 0;
      int right = 0;
      int harmed = 0;
      Map<String, Integer> unmended = new TreeMap<>();
      for (int row = 1; row < clean.size(); row++) {
        for (int i = 0; i < recipe.columns().size(); i++) {
          String truth = clean.get(row).get(i);
          boolean same = same(truth, silver.get(row - 1).get(i));
          if (dirty.get(row).get(i).equals(truth)) {
            right++;
            harmed += same ? 0 : 1;
          } else if (!BEYOND.contains(recipe.columns().get(i).silverName())) {
            wrong++;
            mended += same ? 1 : 0;
            if (!same) {
              unmended.merge(recipe.columns().get(i).silverName(), 1, Integer::sum);
            }
          }
        }
      }
      System.out.printf(
          "beers: %d of %d wrong cells mended (%.1f%%), %d of %d right cells harmed (%.2f%%); not mended: %s%n",
          mended, wrong, 100.0 * mended / wrong, harmed, right, 100.0 * harmed / right, unmended);
      assertThat(mended).isGreaterThanOrEqualTo((int) (0.75 * wrong));
      assertThat(harmed).isLessThan((int) (0.01 * right));
    }
  }

  /** Equal as texts, or as numbers but for the last bits of a double. */
  private static boolean same(String truth, Object value) {
    if (value == null) {
      return truth.isEmpty();
    }
    String text = value.toString();
    if (text.equals(truth)) {
      return true;
    }
    try {
      BigDecimal difference = new BigDecimal(truth).subtract(new BigDecimal(text)).abs();
      return difference.compareTo(new BigDecimal("1e-12")) < 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
