package dev.assay.advice;

import dev.assay.model.Slug;
import dev.assay.profile.Examination;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Silver names for Bronze columns: snake_case, each once, none that the layers use themselves. */
final class SilverNames {
  private static final Set<String> RESERVED =
      Set.of(
          "_load_id",
          "_row_no",
          "_part",
          "_loaded_at",
          "_source_file",
          "_row_hash",
          "deduplication");

  private SilverNames() {}

  static List<String> of(List<Examination> columns) {
    Set<String> taken = new HashSet<>(RESERVED);
    List<String> names = new ArrayList<>();
    for (Examination column : columns) {
      String header =
          column.profile().header().isBlank() ? column.profile().name() : column.profile().header();
      String wanted = Slug.of(header, "column_" + (names.size() + 1));
      String name = wanted;
      for (int i = 2; !taken.add(name); i++) {
        name = wanted + "_" + i;
      }
      names.add(name);
    }
    return names;
  }
}
