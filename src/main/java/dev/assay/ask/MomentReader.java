package dev.assay.ask;

import dev.assay.model.Query.Aggregate;
import dev.assay.semantic.ColumnRole.Role;
import java.util.Optional;

/**
 * Reads what asks for the first or the last time: "when was the first order", "latest order_date".
 */
final class MomentReader {
  private final Words words;
  private final Lexicon lexicon;
  private final Vocabulary vocabulary;
  private final MeasureList measures;

  MomentReader(Words words, Lexicon lexicon, Vocabulary vocabulary, MeasureList measures) {
    this.words = words;
    this.lexicon = lexicon;
    this.vocabulary = vocabulary;
    this.measures = measures;
  }

  boolean at(int i) {
    int date = words.find("date");
    boolean when = words.at(0, "when") || date >= 0 && date < i && words.free(date);
    boolean first = words.at(i, "first|earliest|oldest");
    boolean last = words.at(i, "last|latest|newest") || words.at(i, "most", "recent");
    if (!first && !last) {
      return false;
    }
    int at = i + (words.at(i, "most") ? 2 : 1);
    Optional<Lexicon.Match> column = lexicon.column(at, c -> c.role() == Role.TIME);
    boolean named = column.isPresent() && (column.get().words() > 1 || !measures.isRow(at));
    if (!named && !when || vocabulary.with(Role.TIME).isEmpty()) {
      return false;
    }
    String time =
        named ? Choice.only(words, column.get()).name() : new TimeColumn(words, vocabulary).at(i);
    measures.add(first ? "first" : "last", first ? Aggregate.MIN : Aggregate.MAX, time);
    words.use(i, at - i + (named ? column.get().words() : 0));
    if (words.at(0, "when") || date >= 0 && when) {
      words.use(words.at(0, "when") ? 0 : date, 1);
    }
    return true;
  }
}
