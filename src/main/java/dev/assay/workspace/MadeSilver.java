package dev.assay.workspace;

import dev.assay.model.Json;
import dev.assay.model.Rows;
import dev.assay.model.SilverRecipe;
import dev.assay.model.SilverSpec;
import dev.assay.model.Source;
import dev.assay.model.UserError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How each published Silver was made, checked once a build. */
final class MadeSilver {
  /** Of which build and of which columns it holds. */
  private record Known(String build, List<Rows.Column> bronze, Optional<SilverSpec> spec) {}

  private final Features features;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  MadeSilver(Features features) {
    this.features = features;
  }

  /** Null where the table no longer has what it was made of. */
  SilverSpec of(Source source, String build, String recipe, List<Rows.Column> bronze) {
    return known
        .compute(
            source.id(),
            (_, before) ->
                before != null && before.build().equals(build) && before.bronze().equals(bronze)
                    ? before
                    : new Known(build, bronze, checked(source, recipe, bronze)))
        .spec()
        .orElse(null);
  }

  private Optional<SilverSpec> checked(Source source, String recipe, List<Rows.Column> bronze) {
    try {
      SilverRecipe made = Json.read(recipe, SilverRecipe.class);
      return Optional.of(Previews.spec(features.planSilver(source, made, bronze, List.of())));
    } catch (UserError | IllegalStateException e) {
      return Optional.empty();
    }
  }
}
