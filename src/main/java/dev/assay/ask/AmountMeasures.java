package dev.assay.ask;

import dev.assay.model.Query;
import dev.assay.model.Query.Aggregate;
import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.ColumnRole.Role;
import dev.assay.semantic.NameWords;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Adds an amount to the measures of a question under its aggregate, with what should be known of
 * it.
 */
final class AmountMeasures {
  private final Words words;
  private final Vocabulary vocabulary;
  private final GroupReader groups;
  private final MeasureList measures;
  private final RatioReader ratios;
  private final List<String> warnings;

  /**
   * @param warnings where what should be known is added
   */
  AmountMeasures(
      Words words,
      Vocabulary vocabulary,
      GroupReader groups,
      MeasureList measures,
      RatioReader ratios,
      List<String> warnings) {
    this.words = words;
    this.vocabulary = vocabulary;
    this.groups = groups;
    this.measures = measures;
    this.ratios = ratios;
    this.warnings = warnings;
  }

  void warn(String sentence) {
    warnings.add(sentence);
  }

  /** Adds what was read from word {@code i} to the end of {@code match}. */
  void add(int i, Aggregate aggregate, Lexicon.Match match, ColumnRole column) {
    int count = match.at() + match.words() - i;
    measures.add(measures.phrase(i, count), aggregate, column.name());
    words.use(i, count);
  }

  /** Adds an amount that is another where it is told net, which is said. */
  void addNamed(int i, Aggregate aggregate, Lexicon.Match match, ColumnRole column) {
    warnings.addAll(NetOrGross.caveat(words, vocabulary, match.at(), match.words(), column));
    add(i, aggregate, match, column);
  }

  /** Adds an amount with its aggregate said before it, from word {@code i} on. */
  void take(int i, Aggregate aggregate, Lexicon.Match match) {
    ColumnRole column = Choice.only(words, match);
    if (aggregate == Aggregate.AVG && column.role() == Role.SUMMABLE && perEntity(i, match)) {
      return;
    }
    boolean per = aggregate == Aggregate.AVG && column.role() == Role.SUMMABLE && groups.saysPer();
    if (per && groups.dimensions().stream().allMatch(this::sortsRows)) {
      warnings.add(words.say("average-of-rows"));
    } else if (per) {
      String by = String.join(" and ", groups.dimensions().stream().map(d -> d.name()).toList());
      throw Reading.Stopped.choice(
          words.say("average-per", by),
          List.of(
              groups.sayingBy(),
              groups
                  .sayingBy()
                  .replaceFirst(
                      "(?iu)\\b"
                          + Pattern.quote(words.get(i).text())
                          + "(\\s+(of|de))?(?![\\p{L}])",
                      words.say("word.total"))));
    }
    if (aggregate == Aggregate.SUM && column.role() == Role.AVERAGED) {
      warnings.add(words.say("sum-of-averaged", column.name()));
    }
    addNamed(i, aggregate, match, column);
  }

  /** "average revenue per customer" is the revenue by the number of customers. */
  private boolean perEntity(int i, Lexicon.Match match) {
    boolean ofRows =
        vocabulary.rowNoun().isPresent()
            && java.util.stream.IntStream.range(i, match.at() + match.words())
                .anyMatch(measures::isRow);
    if (ofRows || !ratios.perEntity(Aggregate.SUM, match.columns().getFirst().name())) {
      return false;
    }
    words.use(i, match.at() + match.words() - i);
    return true;
  }

  /** Whether a group is one of few kinds, and so nothing that figures are said of one by one. */
  private boolean sortsRows(Query.Dimension dimension) {
    return dimension.grain() == null
        && dimension.part() == null
        && vocabulary.role(dimension.column()).role() == Role.CATEGORY
        && !isPerson(dimension.column());
  }

  static boolean isPerson(String column) {
    return NameWords.of(column).stream()
        .anyMatch(word -> NameWords.isPerson(word) || Concepts.same(word, "customer"));
  }
}
