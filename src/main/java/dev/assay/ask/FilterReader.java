package dev.assay.ask;

import dev.assay.model.Query.Comparison;
import dev.assay.model.Query.Filter;
import dev.assay.semantic.ColumnRole;
import dev.assay.sql.ValueKind;
import java.util.List;
import java.util.Optional;

/** Reads the conditions of a question: comparisons, named values, values by themselves. */
final class FilterReader {
  private final Words words;
  private final Lexicon lexicon;
  private final ConditionList conditions = new ConditionList();
  private final ComparisonReader comparisons;
  private final MissingReader missing;
  private final NamedValueReader values;
  private final BareValueReader bare;

  FilterReader(Words words, Lexicon lexicon, Vocabulary vocabulary) {
    this.words = words;
    this.lexicon = lexicon;
    ValueFinder finder = new ValueFinder(words, vocabulary);
    this.comparisons = new ComparisonReader(words, lexicon, vocabulary, conditions);
    this.missing = new MissingReader(words, lexicon, vocabulary, conditions, finder);
    this.values = new NamedValueReader(words, lexicon, vocabulary, conditions, finder);
    FlagReader flags = new FlagReader(words, lexicon, vocabulary, conditions, finder, missing);
    this.bare = new BareValueReader(words, lexicon, vocabulary, conditions, finder, flags);
  }

  void add(Filter filter) {
    conditions.add(filter);
  }

  void add(Filter filter, int place) {
    conditions.add(filter, place);
  }

  void remove(Filter filter) {
    conditions.remove(filter);
  }

  List<Filter> filters() {
    return List.copyOf(conditions.filters());
  }

  /** Where in the question each filter stands. */
  List<Integer> places() {
    return List.copyOf(conditions.places());
  }

  /** The column of yes and no of which both are compared; empty where none is. */
  Optional<ColumnRole> both() {
    return missing.both();
  }

  /** Conditions that name their column: "amount over 100", "status is paid", "customer 42". */
  void named() {
    for (int i = 0; i < words.count(); i++) {
      if (words.free(i)
          && !missing.never(i)
          && !missing.nobody(i)
          && !comparisons.at(i)
          && !missing.missing(i)
          && !partly(i)) {
        values.at(i);
        missing.present(i);
      }
      conditions.placeAt(i);
    }
  }

  /** Values that stand by themselves: "paid orders", "in Germany and France", "not cancelled". */
  void bare() {
    bare.read();
  }

  /** "name contains 'x'", "email starts with a". */
  private boolean partly(int i) {
    Optional<Lexicon.Match> match =
        lexicon.column(i, column -> column.column().kind() == ValueKind.TEXT);
    if (match.isEmpty()) {
      return false;
    }
    int next = i + match.get().words();
    next += words.at(next, "that|which|is|are") ? 1 : 0;
    boolean negated = words.at(next, "does|do|not") && words.at(next + 1, "not|contains");
    boolean contains = words.at(next, "contains|like");
    if (negated || !contains && !words.at(next, "starts-with") || !words.free(next + 1)) {
      return false;
    }
    conditions.add(
        Choice.only(words, match.get()).name(),
        contains ? Comparison.CONTAINS : Comparison.STARTS_WITH,
        words.get(next + 1).text());
    words.use(i, next + 2 - i);
    return true;
  }
}
