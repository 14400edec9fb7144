package dev.assay.semantic;

import dev.assay.model.Rows;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Source;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Infers what Silver tables are about, once for each build of each. */
public final class Semantics {
  private static final int KEPT = 64;

  /** Whatever an inference depends on but the rows, which are those of the build. */
  private record Of(String table, String build, SilverRecipe recipe, Set<String> masked) {}

  private final Map<Of, Inferred> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Of, Inferred> eldest) {
              return size() > KEPT;
            }
          });

  /**
   * What the rows of a Silver table say, without what people have made of it: see {@link Edits}.
   *
   * @param build the build that {@code read} sees; null for one that is not known, which is
   *     inferred each time
   * @param silver its columns
   * @param read runs a SELECT made by us
   */
  public Inferred inferred(
      Source source,
      String build,
      List<Rows.Column> silver,
      Told told,
      Function<String, Rows> read) {
    if (build == null) {
      return Inference.of(source, silver, told, read);
    }
    Of of = new Of(source.silverTable(), build, told.recipe(), told.masked());
    Inferred inferred = known.get(of);
    if (inferred == null) {
      inferred = Inference.of(source, silver, told, read);
      known.put(of, inferred);
    }
    return inferred;
  }
}
