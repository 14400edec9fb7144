package dev.assay.gold;

import dev.assay.model.Query;
import dev.assay.model.Query.Filter;
import dev.assay.model.Slug;
import dev.assay.semantic.NameWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a table is called that was made from words. */
final class WishedName {
  private WishedName() {}

  /** Such as {@code revenue_by_month_and_category_where_country_is_france}. */
  static String of(Query query) {
    String lead =
        query.measures().isEmpty()
            ? "rows"
            : NameWords.subject(query.measures().getFirst().name()).replaceFirst("^total_", "");
    StringBuilder name = new StringBuilder(lead);
    List<String> by =
        query.dimensions().stream().map(one -> NameWords.subject(one.name())).toList();
    if (!by.isEmpty()) {
      name.append("_by_").append(String.join("_and_", by));
    }
    for (Filter filter : query.filters()) {
      name.append("_of_").append(NameWords.subject(filter.column()));
      if (filter.values().size() == 1) {
        name.append('_').append(Slug.of(filter.values().getFirst(), "value"));
      }
    }
    return name.length() <= 50 ? name.toString() : name.substring(0, 50).replaceAll("_$", "");
  }

  /** Such as "Total revenue for each month of created_at and category." */
  static String description(Query query) {
    List<String> parts = new ArrayList<>();
    query.measures().forEach(one -> parts.add(one.name().replace('_', ' ')));
    String text = String.join(", ", parts);
    List<String> by = query.dimensions().stream().map(Wording::dimension).toList();
    text += by.isEmpty() ? " over all rows" : " for each " + String.join(" and ", by);
    List<String> where = query.filters().stream().map(Wording::filter).toList();
    text += where.isEmpty() ? "" : ", where " + String.join(" and ", where);
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
  }
}
