package dev.assay.ask;

import dev.assay.model.DatePart;
import dev.assay.model.Grain;
import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.ColumnRole.Role;
import dev.assay.semantic.NameWords;
import java.util.List;
import java.util.Optional;

/** What words name groups by: a grain or a part of time, a column, and no amount. */
final class GroupWords {
  private final Words words;
  private final Lexicon lexicon;
  private final Vocabulary vocabulary;
  private final TimeColumn time;

  GroupWords(Words words, Lexicon lexicon, Vocabulary vocabulary, TimeColumn time) {
    this.words = words;
    this.lexicon = lexicon;
    this.vocabulary = vocabulary;
    this.time = time;
  }

  /** Whether something that groups stands at a word. */
  boolean isGroup(int at) {
    return isTime(at) || lexicon.column(at, Lexicon::groups).isPresent() && !isAmount(at);
  }

  /** Whether a grain or a part of time stands at {@code at}. */
  boolean isTime(int at) {
    return grain(at).isPresent() || part(at).isPresent();
  }

  Optional<Grain> grain(int at) {
    if (!words.free(at) || GrainWords.NOUNS.get(words.get(at).stem()) == null || !time.exists()) {
      return Optional.empty();
    }
    return Optional.of(GrainWords.NOUNS.get(words.get(at).stem()));
  }

  Optional<DatePart> part(int at) {
    return words.free(at) && time.exists()
        ? Optional.ofNullable(GrainWords.PARTS.get(words.get(at).stem()))
        : Optional.empty();
  }

  /** The column that tells groups apart. */
  Optional<Lexicon.Match> column(int at) {
    return lexicon.column(at, Lexicon::groups).map(this::rowsFirst);
  }

  /** "per property" is per row, where rows are called so and a property_type only ends so. */
  private Lexicon.Match rowsFirst(Lexicon.Match match) {
    boolean row = match.words() == 1 && RowNames.is(vocabulary, words.get(match.at()));
    List<ColumnRole> keys =
        vocabulary.roles().stream()
            .filter(role -> role.role() == Role.IDENTIFIER)
            .filter(role -> vocabulary.unique().contains(role.name()))
            .toList();
    boolean kind =
        match.columns().size() == 1
            && NameWords.of(match.columns().getFirst().name()).stream()
                .anyMatch(NameWords.KINDS::contains);
    return row && kind && keys.size() == 1
        ? new Lexicon.Match(keys, match.at(), match.words())
        : match;
  }

  /** Whether an amount stands at a word, which sorts groups and makes none. */
  boolean isAmount(int at) {
    boolean aggregate =
        words.at(at, "total|sum|average|mean|avg|number|count|maximum|minimum|max|min|median");
    boolean noun = words.free(at) && RowNames.is(vocabulary, words.get(at));
    // "delay cause" is no delay.
    int group = lexicon.column(at, Lexicon::groups).map(Lexicon.Match::words).orElse(0);
    return aggregate
        || noun && !isOtherThanRow(at)
        || lexicon.measure(at).filter(amount -> amount.words() >= group).isPresent();
  }

  /** Whether a word names groups that are more than single rows. */
  private boolean isOtherThanRow(int at) {
    return lexicon
        .column(at, Lexicon::groups)
        .filter(match ->
            match.columns().stream().noneMatch(c -> vocabulary.unique().contains(c.name())))
        .isPresent();
  }

  /** "valor da diária" where a column is called so. */
  boolean isName(int i) {
    String written = TextResource.folded(words.get(i).text());
    return lexicon.measure(i).isPresent()
        || i > 0
            && vocabulary.roles().stream()
                .filter(ColumnRole::isMeasure)
                .map(role -> NameWords.of(role.name()))
                .anyMatch(name -> name.size() > 1 && name.contains(NameWords.singular(written)));
  }

  /** Whether every row has its own value, as far as is known of a column that is no key. */
  boolean isOneEach(String column) {
    var figures = vocabulary.role(column).column();
    // The count of different values is approximate.
    return vocabulary.unique().contains(column)
        || figures.present() == vocabulary.rows() && figures.distinct() >= 0.95 * vocabulary.rows();
  }
}
