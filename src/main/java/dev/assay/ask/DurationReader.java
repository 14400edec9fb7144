package dev.assay.ask;

import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Measure;
import dev.assay.model.RowCondition;
import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.ColumnRole.Role;
import dev.assay.semantic.NameWords;
import dev.assay.sql.ValueKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads how long things take where a table tells only when they begin and end: "days until a fine
 * is paid".
 */
final class DurationReader {
  /** How many of a unit a day has; a week is a part of one. */
  private static final Map<String, String> IN_A_DAY =
      Map.of("day", "", "hour", " * 24", "minute", " * 1440", "week", " / 7");

  /** Words by which a table tells a duration itself. */
  private static final Set<String> DURATIONS =
      Set.of(
          "duration",
          "length",
          "lasting",
          "elapsed",
          "days",
          "hours",
          "minutes",
          "mins",
          "min",
          "seconds",
          "time",
          "lead",
          "age",
          "duracao",
          "duracion",
          "dias",
          "horas",
          "minutos",
          "tempo",
          "tiempo",
          "prazo",
          "plazo",
          "stay",
          "nights",
          "delay",
          "atraso",
          "retraso");

  private static final String BETWEEN =
      "take|takes|took|taken|it|does|do|did|us|until|till|between|from|to|and|before|after|ahead|on"
          + "|average|avg|mean|a|an|the|of|is|was|are|were|for|pass|passes|wait|in|stay|stays|last|lasts|its"
          + "|their|people|they|we|you|get|gets|be|being|them|each|how|many|long|number|then|time"
          + "|duration|median|out|passed|pasan|pasa|passam|passa|tarda|tardan|demora|demoram|leva|levam"
          + "|length|take|please";

  private final Words words;
  private final Vocabulary vocabulary;
  private final MeasureList measures;

  DurationReader(Words words, Vocabulary vocabulary, MeasureList measures) {
    this.words = words;
    this.vocabulary = vocabulary;
    this.measures = measures;
  }

  /** Whether a duration was read: its words are used, and its measure is there. */
  boolean read() {
    List<ColumnRole> times =
        vocabulary.with(Role.TIME).stream()
            .filter(time -> time.column().min() != null)
            .filter(time ->
                time.column().kind() == ValueKind.DATE
                    || time.column().kind() == ValueKind.TIMESTAMP)
            .toList();
    Optional<Asked> asked =
        times.size() < 2 ? Optional.empty() : asked().filter(one -> !tellsItself(one.unit()));
    if (asked.isEmpty()) {
      return false;
    }
    Map<ColumnRole, Integer> hinted = hinted(times);
    Optional<List<ColumnRole>> pair = pair(times, hinted, asked.get());
    if (pair.isEmpty()) {
      return false;
    }
    ColumnRole one = pair.get().getFirst();
    ColumnRole other = pair.get().getLast();
    boolean inOrder = one.column().min().compareTo(other.column().min()) <= 0;
    take(asked.get(), inOrder ? one : other, inOrder ? other : one, hinted);
    return true;
  }

  /**
   * A duration that is asked for.
   *
   * @param at where
   * @param unit as {@link #IN_A_DAY} calls it; null where none is said
   */
  private record Asked(int at, String unit) {}

  /**
   * Whether a column holds durations, in the unit that is asked for or in one that it leaves out.
   */
  private boolean tellsItself(String unit) {
    return vocabulary.roles().stream()
        .filter(ColumnRole::isMeasure)
        .map(column -> NameWords.of(column.name()))
        .filter(name -> name.stream().anyMatch(DURATIONS::contains))
        .anyMatch(name ->
            unit == null
                || name.stream().anyMatch(word -> UnitWords.same(unit, word))
                || IN_A_DAY.keySet().stream()
                    .noneMatch(one -> name.stream().anyMatch(word -> UnitWords.same(one, word))));
  }

  private Optional<Asked> asked() {
    for (int i = 0; i < words.count(); i++) {
      boolean unit = words.free(i) && IN_A_DAY.containsKey(words.get(i).stem());
      boolean counted =
          words.at(i - 2, "how", "many")
              || words.at(i - 2, "number", "of")
              || words.at(i - 1, "average|avg|mean");
      if (unit && counted) {
        return Optional.of(new Asked(i, words.get(i).stem()));
      }
      boolean howLong =
          words.at(i, "how", "long")
              || words.at(i, "length", "of", "stay|stays|time")
              || words.free(i) && Concepts.same("duration", words.get(i).lower());
      boolean time = words.at(i, "time", "to|between|from|until") && words.find("average") >= 0;
      if (howLong || time) {
        return Optional.of(new Asked(i, unitSaid()));
      }
    }
    return Optional.empty();
  }

  private String unitSaid() {
    for (int i = 1; i < words.count(); i++) {
      if (words.at(i - 1, "in") && words.free(i) && IN_A_DAY.containsKey(words.get(i).stem())) {
        return words.get(i).stem();
      }
    }
    return null;
  }

  /** The times that words speak of, with where. */
  private Map<ColumnRole, Integer> hinted(List<ColumnRole> times) {
    Map<ColumnRole, Integer> hinted = new LinkedHashMap<>();
    for (int i = 0; i < words.count(); i++) {
      String word = words.get(i).text();
      List<ColumnRole> found =
          times.stream().filter(time -> TimeColumn.isHint(word, time.name())).toList();
      if (found.size() == 1 && words.free(i)) {
        hinted.putIfAbsent(found.getFirst(), i);
      }
    }
    return hinted;
  }

  private Optional<List<ColumnRole>> pair(
      List<ColumnRole> times, Map<ColumnRole, Integer> hinted, Asked asked) {
    if (hinted.size() == 2) {
      return Optional.of(List.copyOf(hinted.keySet()));
    }
    List<ColumnRole> rest = times.stream().filter(time -> !hinted.containsKey(time)).toList();
    if (hinted.size() == 1) {
      Optional<ColumnRole> other =
          rest.size() == 1
              ? Optional.of(rest.getFirst())
              : MainTime.of(rest, vocabulary.rowNoun(), vocabulary.rows());
      return other.map(one -> List.of(one, hinted.keySet().iterator().next()));
    }
    boolean takes = words.find("take") >= 0 || words.find("takes") >= 0 || words.find("took") >= 0;
    boolean lasts = words.find("last") >= 0 || words.find("stay") >= 0 || words.find("lasts") >= 0;
    boolean said =
        words.at(asked.at(), "how", "long")
            || Concepts.same("duration", words.get(asked.at()).lower());
    return hinted.isEmpty() && times.size() == 2 && (said || takes || lasts)
        ? Optional.of(times)
        : Optional.empty();
  }

  private void take(Asked asked, ColumnRole from, ColumnRole to, Map<ColumnRole, Integer> hinted) {
    // Where either is a day without a clock only whole days can be told.
    boolean days = from.column().kind() == ValueKind.DATE || to.column().kind() == ValueKind.DATE;
    String unit = asked.unit() == null ? days ? "day" : "hour" : asked.unit();
    String difference = RowCondition.quoted(to.name()) + " - " + RowCondition.quoted(from.name());
    String factor = IN_A_DAY.get(unit);
    String formula = factor.isEmpty() ? difference : "(" + difference + ")" + factor;
    Aggregate aggregate = aggregate();
    measures.add(
        words.phrase(asked.at(), 1),
        new Measure(
            name(aggregate) + "_" + unit + "s_to_" + NameWords.subject(to.name()),
            aggregate,
            null,
            formula,
            List.of()));
    hinted.values().forEach(at -> words.use(at, 1));
    for (int i = 0; i < words.count(); i++) {
      boolean group =
          words.at(i, "for", "each") || words.at(i, "in|from|before|after|on") && isPeriod(i + 1);
      boolean used =
          words.free(i)
              && !group
              && (words.at(i, BETWEEN)
                  || IN_A_DAY.containsKey(words.get(i).stem()) && near(i, asked));
      if (used) {
        words.use(i, 1);
      }
    }
  }

  private static String name(Aggregate aggregate) {
    return switch (aggregate) {
      case AVG -> "average";
      case MEDIAN -> "median";
      case MIN -> "fewest";
      case MAX -> "most";
      case SUM, COUNT, COUNT_ROWS, COUNT_DISTINCT -> "total";
    };
  }

  private boolean near(int i, Asked asked) {
    return i == asked.at() || words.get(Math.max(0, i - 1)).lower().equals("in");
  }

  private boolean isPeriod(int i) {
    return i < words.count()
        && (words.get(i).kind() != Words.Kind.WORD
            || words.at(i, "last|this|previous|q1|q2|q3|q4|first|second"));
  }

  private Aggregate aggregate() {
    if (words.find("median") >= 0) {
      return Aggregate.MEDIAN;
    }
    for (int i = 0; i < words.count(); i++) {
      if (words.at(i, "longest|maximum|slowest")) {
        words.use(i, 1);
        return Aggregate.MAX;
      }
      if (words.at(i, "shortest|minimum|fastest")) {
        words.use(i, 1);
        return Aggregate.MIN;
      }
    }
    return Aggregate.AVG;
  }
}
