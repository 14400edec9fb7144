package dev.assay.ask;

import dev.assay.model.Query;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Query.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** "list the orders over 1000": the rows themselves are wanted, not how many they are. */
final class RowList {
  private static final String LISTS =
      "(list|which|show|display|liste|listar|lista|mostre|mostrar|muestra|quais|cu[aá]les)\\b.*";
  private static final String COUNTS =
      ".*(how many|number|count|total|quant[oa]s|cu[aá]nt[oa]s|n[uú]mero|quantidade|cantidad).*";

  private RowList() {}

  static boolean isAsked(QuestionParts parts, Vocabulary vocabulary) {
    String question = parts.words.question().toLowerCase(Locale.ROOT).replaceAll("^[^\\p{L}]+", "");
    List<Measure> measures = parts.measures.measures();
    boolean onlyRows =
        measures.size() == 1
            && measures.getFirst().aggregate() == Aggregate.COUNT_ROWS
            && measures.getFirst().filters().isEmpty();
    return onlyRows
        && vocabulary.small().isEmpty()
        && parts.groups.dimensions().isEmpty()
        && parts.groups.top().isEmpty()
        && !parts.figures.computes()
        && !parts.allFilters().isEmpty()
        && question.matches(LISTS)
        && !question.matches(COUNTS);
  }

  static Reading of(QuestionParts parts, Vocabulary vocabulary) {
    Phrasing phrasing = new Phrasing(parts.words.language());
    List<String> meaning = new ArrayList<>(List.of(parts.words.say("each-row")));
    parts.allFilters().forEach(filter -> meaning.add(phrasing.filter(filter)));
    List<Dimension> shown =
        vocabulary.columns().stream()
            .map(column -> new Dimension(column.name(), column.name(), null))
            .toList();
    Query query =
        new Query(
            vocabulary.table(),
            Query.Shape.ROWS,
            List.of(),
            shown,
            List.of(),
            List.of(),
            parts.allFilters(),
            List.of(),
            List.of(),
            null,
            null);
    return new Reading.Understood(query, meaning, parts.warnings(), parts.words, parts.period());
  }
}
