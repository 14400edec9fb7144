package dev.assay.ask;

import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Measure;
import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.ColumnRole.Role;
import java.util.List;
import java.util.Optional;

/** Finds the amount that a condition on groups is on: "revenue", "average price", "orders". */
final class GroupAmounts {
  /** An amount of a group; {@code words} is how many it takes. */
  record Amount(Measure measure, int words) {}

  private final Words words;
  private final Lexicon lexicon;
  private final Vocabulary vocabulary;
  private final MeasureList measures;

  GroupAmounts(Words words, Lexicon lexicon, Vocabulary vocabulary, MeasureList measures) {
    this.words = words;
    this.lexicon = lexicon;
    this.vocabulary = vocabulary;
    this.measures = measures;
  }

  /** The amount that stands behind its bound: "more than 5 orders", "over 1,000 euros". */
  Optional<Amount> behind(int number, int end) {
    return at(end).or(() -> money(number + 1)).or(() -> things(number + 1));
  }

  Optional<Amount> at(int at) {
    if (!words.free(at)) {
      return Optional.empty();
    }
    Aggregate aggregate = null;
    int next = at;
    if (words.at(at, "average|avg|mean")) {
      aggregate = Aggregate.AVG;
      next++;
    } else if (words.at(at, "total|sum")) {
      aggregate = Aggregate.SUM;
      next++;
    } else if (words.at(at, "median")) {
      aggregate = Aggregate.MEDIAN;
      next++;
    } else if (words.at(at, "maximum|max")) {
      aggregate = Aggregate.MAX;
      next++;
    } else if (words.at(at, "minimum|min")) {
      aggregate = Aggregate.MIN;
      next++;
    } else if (words.at(at, "how", "many") || words.at(at, "number|count", "of")) {
      return measures.isRow(at + 2)
          ? Optional.of(new Amount(measures.of(Aggregate.COUNT_ROWS, null), 3))
          : Optional.empty();
    }
    next += words.at(next, "of") ? 1 : 0;
    next += words.at(next, "the") ? 1 : 0;
    Optional<Lexicon.Match> match = lexicon.measure(next);
    if (match.isPresent() && !(aggregate == null && measures.isRow(next))) {
      ColumnRole column = Choice.only(words, match.get());
      boolean saidBehind =
          words.language() != Language.ENGLISH && said(next + match.get().words()) != null;
      if (aggregate == null && !saidBehind && column.role() == Role.AVERAGED) {
        return Optional.empty();
      }
      int end = next + match.get().words();
      boolean behind = aggregate == null && words.language() != Language.ENGLISH;
      Aggregate said = behind ? said(end) : null;
      return Optional.of(
          new Amount(
              measures.of(
                  said != null ? said : aggregate == null ? Aggregate.SUM : aggregate,
                  column.name()),
              end - at + (said == null ? 0 : 1)));
    }
    boolean row = measures.isRow(next) || isOrdering(next);
    return row && (aggregate == null || aggregate == Aggregate.SUM)
        ? Optional.of(new Amount(measures.of(Aggregate.COUNT_ROWS, null), next - at + 1))
        : Optional.empty();
  }

  /** "more than 5,000 euros in fines": the money that rows tell, added up. */
  private Optional<Amount> money(int at) {
    if (!words.free(at) || !Currencies.isCurrency(words.get(at).lower())) {
      return Optional.empty();
    }
    return Currencies.amounts(vocabulary, words.get(at).lower())
        .filter(amounts -> amounts.size() == 1)
        .map(List::getFirst)
        .filter(amount -> amount.role() == Role.SUMMABLE)
        .map(column -> {
          boolean rows = words.at(at + 1, "in|of|from|on") && measures.isRow(at + 2);
          return new Amount(measures.of(Aggregate.SUM, column.name()), rows ? 3 : 1);
        });
  }

  /** "salário médio": what stands behind an amount. */
  private Aggregate said(int at) {
    if (words.at(at, "average")) {
      return Aggregate.AVG;
    }
    if (words.at(at, "median")) {
      return Aggregate.MEDIAN;
    }
    if (words.at(at, "maximum")) {
      return Aggregate.MAX;
    }
    return words.at(at, "minimum") ? Aggregate.MIN : words.at(at, "total") ? Aggregate.SUM : null;
  }

  /** "customers who ordered more than 5 times" counts orders. */
  private boolean isOrdering(int at) {
    return words.free(at)
        && words.get(at).lower().length() > 4
        && (vocabulary.rowNoun().filter(noun -> isDone(words.get(at).lower(), noun)).isPresent()
            || vocabulary.with(Role.TIME).stream()
                .filter(time -> time.column().present() == vocabulary.rows())
                .anyMatch(time -> TimeColumn.isHint(words.get(at).lower(), time.name())))
        && words.find("times") >= 0;
  }

  /** "shipped" of shipments, "reservaron" of a reserva. */
  static boolean isDone(String verb, String noun) {
    int shared = Prefix.shared(verb, noun);
    return TimeColumn.root(noun).equals(TimeColumn.root(verb))
        || shared >= 5 && shared >= noun.length() - 1
        || shared > 6;
  }

  /** "countries with more than 10 customers" counts different customers. */
  private Optional<Amount> things(int at) {
    return lexicon
        .column(at, Lexicon::groups)
        .filter(_ -> !words.get(at).lower().equals(words.get(at).stem()))
        .filter(match -> match.columns().stream().noneMatch(ColumnRole::isNumberedCategory))
        .map(match ->
            new Amount(
                measures.of(Aggregate.COUNT_DISTINCT, Choice.only(words, match).name()),
                match.words()));
  }
}
