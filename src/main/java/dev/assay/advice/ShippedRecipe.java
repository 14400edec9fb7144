package dev.assay.advice;

import dev.assay.model.ColumnType;
import dev.assay.model.Json;
import dev.assay.model.Mask;
import dev.assay.model.RowRule;
import dev.assay.model.SavedRecipe;
import dev.assay.model.Severity;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Slug;
import dev.assay.model.Validation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A recipe for a shape of table that everyone has, as it came with Assay.
 *
 * @param name such as {@code orders}
 * @param version counts from 1; a later one of the same name replaces it
 * @param description what tables it is for, in one sentence
 * @param needs of each list, at least one role must be there
 * @param roles what columns there may be
 * @param checks of single roles
 * @param rules between roles
 * @param masks of personal roles
 * @param key roles that name a row, where nothing else was found to
 */
public record ShippedRecipe(
    String name,
    int version,
    String description,
    List<List<String>> needs,
    List<Role> roles,
    List<RoleCheck> checks,
    List<RowRule> rules,
    List<RoleMask> masks,
    List<String> key) {
  private static final List<String> NAMES =
      List.of("orders", "payments", "contacts", "bank-statement", "events", "inventory");

  /** What the values of a role are. */
  public enum Holds {
    ANY,
    NUMBER,
    DATE,
    TEXT;

    boolean fits(ColumnType type) {
      return switch (this) {
        case ANY -> true;
        case NUMBER -> type.isNumeric();
        case DATE -> type.isTemporal();
        case TEXT -> type == ColumnType.Simple.TEXT;
      };
    }
  }

  /**
   * A column that such a table may have.
   *
   * @param name in Silver
   * @param holds what its values are
   * @param headers what it is called elsewhere, in several languages
   */
  public record Role(String name, Holds holds, List<String> headers) {
    /** Whether a header is one of its names, case, accents and separators aside. */
    boolean named(String header) {
      String slug = Slug.of(header, "");
      return slug.equals(name) || headers.stream().anyMatch(one -> Slug.of(one, "").equals(slug));
    }
  }

  /** A check of a role. */
  public record RoleCheck(String role, Validation validation) {}

  /** A mask of a role. */
  public record RoleMask(String role, Mask mask) {}

  /** All that came with Assay. */
  public static List<ShippedRecipe> all() {
    return Loaded.ALL;
  }

  public static Optional<ShippedRecipe> named(String name) {
    return all().stream().filter(recipe -> recipe.name().equalsIgnoreCase(name)).findFirst();
  }

  /** Read when first asked for: most commands do without. */
  private static final class Loaded {
    private static final List<ShippedRecipe> ALL = NAMES.stream().map(ShippedRecipe::load).toList();
  }

  private static ShippedRecipe load(String name) {
    try (InputStream in = ShippedRecipe.class.getResourceAsStream("/recipes/" + name + ".json")) {
      return Json.readRequest(
          new String(in.readAllBytes(), StandardCharsets.UTF_8), ShippedRecipe.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a recipe of its roles, for reading. */
  public SavedRecipe saved() {
    List<SilverColumn> columns =
        roles.stream()
            .map(role ->
                new SilverColumn(
                    role.headers().getFirst(),
                    role.name(),
                    switch (role.holds()) {
                      case ANY, TEXT -> ColumnType.Simple.TEXT;
                      case NUMBER -> new ColumnType.Decimal(18, 2);
                      case DATE -> ColumnType.Simple.DATE;
                    },
                    null,
                    null,
                    null,
                    null,
                    validation(role.name()),
                    validation(role.name()) == null ? null : Severity.WARN,
                    mask(role.name()),
                    null))
            .toList();
    return new SavedRecipe(
        name,
        description,
        true,
        new SilverRecipe(columns, null)
            .withRules(
                rules.stream()
                    .map(rule ->
                        new RowRule(rule.name(), rule.condition(), rule.tolerance(), Severity.WARN))
                    .toList()));
  }

  private Validation validation(String role) {
    return checks.stream()
        .filter(check -> check.role().equals(role))
        .map(RoleCheck::validation)
        .findFirst()
        .orElse(null);
  }

  private Mask mask(String role) {
    return masks.stream()
        .filter(mask -> mask.role().equals(role))
        .map(RoleMask::mask)
        .findFirst()
        .orElse(null);
  }
}
