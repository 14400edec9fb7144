package dev.assay.ask;

import dev.assay.ask.llm.Subject;
import dev.assay.llm.ToldColumn;
import dev.assay.model.Answer;
import dev.assay.model.Relationship;
import dev.assay.semantic.ColumnRole;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tables that were asked, as they may be told of. */
final class ToldTables {
  private ToldTables() {}

  /** The one that the rules read first, then those that the question names. */
  static List<Subject> of(List<Asked> asked, Answer byRules) {
    String table = byRules.query() == null ? null : byRules.query().table();
    return asked.stream()
        .sorted(
            Comparator.comparing((Asked one) -> !one.vocabulary().table().equals(table))
                .thenComparing(one -> !isNamed(one)))
        .map(ToldTables::subject)
        .toList();
  }

  /** Those between the tables that were asked. */
  static List<Relationship> relationships(List<Asked> asked) {
    return List.of();
  }

  private static boolean isNamed(Asked asked) {
    return asked
        .question()
        .toLowerCase(Locale.ROOT)
        .contains(asked.catalog().source().id().toLowerCase(Locale.ROOT));
  }

  private static Subject subject(Asked asked) {
    Vocabulary vocabulary = asked.vocabulary();
    Map<String, List<String>> values = new HashMap<>();
    vocabulary
        .values()
        .values()
        .forEach(found ->
            found.forEach(value ->
                values.computeIfAbsent(value.column(), _ -> new ArrayList<>()).add(value.text())));
    List<ToldColumn> columns = new ArrayList<>();
    for (int i = 0; i < vocabulary.columns().size(); i++) {
      ColumnRole role = vocabulary.roles().get(i);
      columns.add(
          new ToldColumn(
              role.name(),
              vocabulary.columns().get(i).type(),
              role.role().name().toLowerCase(Locale.ROOT),
              role.column().present(),
              role.column().distinct(),
              role.column().min(),
              role.column().max(),
              values.getOrDefault(role.name(), List.of())));
    }
    return new Subject(
        asked.catalog().source(),
        vocabulary.layer(),
        vocabulary.table(),
        vocabulary.rows(),
        vocabulary.rowNoun().orElse(null),
        columns,
        asked.catalog().gold().stream()
            .map(gold -> new Subject.Gold(gold.table().name(), gold.table().columns()))
            .toList());
  }
}
