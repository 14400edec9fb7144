package dev.assay.ask;

import dev.assay.model.Grain;
import dev.assay.semantic.NameWords;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which figures over groups a question asks for, told by single words, which are then used. */
final class Wanted {
  private static final Map<String, Grain> STEPS =
      Map.of(
          "month-over-month", Grain.MONTH,
          "year-over-year", Grain.YEAR,
          "quarter-over-quarter", Grain.QUARTER,
          "week-over-week", Grain.WEEK);

  private final Words words;
  private final Lexicon lexicon;
  private final Vocabulary vocabulary;

  int share = -1;
  boolean cumulative;
  boolean movingAverage;
  int movingPeriods;
  Grain movingUnit;
  boolean growth;
  boolean change;
  boolean compares;
  Grain step;
  String phrase = "";

  Wanted(Words words, Lexicon lexicon, Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.words = words;
    this.lexicon = lexicon;
  }

  /** Whether any figure over groups is asked for. */
  boolean any() {
    return share >= 0 || cumulative || movingAverage || growth || change || compares;
  }

  void read() {
    for (int i = 0; i < words.count(); i++) {
      int at = i;
      if (words.free(i)
          && !isValue(i)
          && !isPartOfName(i)
          && lexicon.column(i, _ -> true).filter(m -> isWhole(m, at)).isEmpty()) {
        one(i);
      }
    }
  }

  private boolean isValue(int i) {
    return vocabulary.values().containsKey(words.get(i).text().toLowerCase(Locale.ROOT));
  }

  /** "changed more than 100 lines" of lines_changed. */
  private boolean isPartOfName(int i) {
    String text = TextResource.folded(words.get(i).text());
    return words.at(i, "change|rose|fell|growth")
        && vocabulary.roles().stream()
            .map(role -> NameWords.of(role.name()))
            .anyMatch(name -> name.size() > 1 && name.contains(text));
  }

  /** A column of that very name is meant before any figure is. */
  private boolean isWhole(Lexicon.Match match, int at) {
    return match.columns().stream()
        .anyMatch(column -> TextResource.folded(column.name()).equals(words.get(at).lower()));
  }

  private void one(int i) {
    if (words.at(i, "share") || words.at(i, "%", "of")) {
      share = i;
      note(i, 1);
      ofTheTotal(i + 1);
    } else if (words.at(i, "cumulative")) {
      cumulative = true;
      note(i, 1);
    } else if (words.at(i, "moving-average")) {
      movingAverage = true;
      movingSpan(i);
      note(i, 1);
    } else if (words.at(i, "growth")) {
      growth = true;
      note(i, 1);
    } else if (words.at(i, "change")) {
      change = true;
      note(i, 1);
    } else if (isMoreThanElsewhere(i)) {
      // "did we sell more in 2024 than in 2023": both figures say so.
      compares = true;
      note(i, 1);
    } else if (words.at(i, "versus|compare")) {
      compares = true;
      note(i, 1);
    } else if (words.free(i) && STEPS.containsKey(words.get(i).lower())) {
      step = STEPS.get(words.get(i).lower());
      growth = true;
      note(i, 1);
    }
  }

  /** "fell" and "rose" without a condition on groups say how something changed. */
  void readRest() {
    for (int i = 0; i < words.count(); i++) {
      if (words.at(i, "rose|fell") && !isValue(i) && !isPartOfName(i)) {
        growth = true;
        note(i, 1);
      }
    }
    // "percentage growth" is no share.
    if ((growth || change) && share >= 0) {
      share = -1;
      growth = true;
      change = false;
    }
  }

  private boolean isMoreThanElsewhere(int i) {
    if (!words.at(i, "more|fewer|less") || !words.at(0, "did|do|does|is|are|was|were|have|has")) {
      return false;
    }
    for (int than = i + 1; than < words.count(); than++) {
      if (words.at(than, "than")) {
        return than > i + 1 && words.at(than + 1, "in|during|for|on|at|last|the");
      }
    }
    return false;
  }

  private void note(int i, int count) {
    phrase = words.phrase(i, count);
    words.use(i, count);
  }

  /** "as a share of the total": no amount is named by these words. */
  private void ofTheTotal(int at) {
    int end = at;
    end += words.at(end, "of") ? 1 : 0;
    end += words.at(end, "the") ? 1 : 0;
    boolean total = words.at(end, "total|whole|overall|all") && lexicon.measure(end).isEmpty();
    if (total && lexicon.measure(end + 1).isEmpty() && !amountFollows(end + 1)) {
      words.use(at, end + 1 - at);
    }
  }

  private boolean amountFollows(int at) {
    return words.free(at)
        && words.get(at).kind() == Words.Kind.WORD
        && !Ignored.isIgnored(words.get(at).lower());
  }

  /** "3 month moving average", "moving average of 7 days", "moving average … over 3 months". */
  private void movingSpan(int i) {
    for (int at = 0; at + 1 < words.count(); at++) {
      Optional<Grain> unit =
          words.free(at + 1)
              ? Optional.ofNullable(GrainWords.NOUNS.get(words.get(at + 1).stem()))
              : Optional.empty();
      boolean near = at + 2 == i || at > i;
      if (near
          && unit.isPresent()
          && words.free(at)
          && words.get(at).text().matches("[1-9]\\d{0,2}")
          && !words.at(at - 1, "last|past|previous")) {
        movingPeriods = Integer.parseInt(words.get(at).text());
        movingUnit = unit.get();
        boolean lead = words.at(at - 1, "of|over|in") && at > i;
        words.use(lead ? at - 1 : at, lead ? 3 : 2);
        return;
      }
    }
  }
}
