package dev.assay.ask;

import dev.assay.model.Query;
import dev.assay.model.Query.Comparison;
import dev.assay.model.Query.Measure;
import dev.assay.semantic.ColumnRole;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Another reader's answers about a small table without figures that nobody asks for: counts of
 * different figures or of the one row that a name stands for, and counts where "which" asks for the
 * rows themselves. "The number of symbol Zn" is a figure of it.
 */
final class PlausibleCounts implements Interpreter {
  private static final String DIFFERENT = ".*\\b(different|distinct|unique)\\b.*";
  private static final String AVERAGE = ".*\\b(average|mean|avg)\\b.*";
  private static final String COUNTED = ".*\\b(how many|number|count|total)\\b.*";
  private static final String WHICH = "\\W*(in |on |at |of |for )?(which|who|where|when)\\b.*";

  /** "What episode had the most viewers" asks for the episode. */
  private static final Pattern WHOSE =
      Pattern.compile(
          "\\W*(?:which|what) (?!is|was|are|were|the|did|do|does)(\\p{L}+)\\b.*"
              + "\\b(most|least|fewest|highest|lowest|largest|smallest|longest|shortest)\\b.*");

  /** Columns that number rows: as a noun they are how many, not what. */
  private static final String NUMBERING = "(?i)(no|nr|num|number|rank|id|#)_?\\d*";

  /** What was won for a side is not what was won against it. */
  private static final String OTHER_SIDE = "(?i).*(opponent|against|versus|rival|adversary).*";

  /** Who received this or that may have received both: rows are not those who did. */
  private static final String WHO_DID =
      "\\W*how many (received|won|got|earned|took|have|had|did)\\b.*\\bor\\b.*";

  private final Interpreter reader;

  PlausibleCounts(Interpreter reader) {
    this.reader = reader;
  }

  @Override
  public Optional<Reading> read(Asked asked) {
    Optional<Reading> reading = reader.read(asked);
    Optional<SmallTable> table = asked.vocabulary().small();
    if (table.isEmpty()
        || reading.isEmpty()
        || !(reading.get() instanceof Reading.Understood understood)
        || plausible(asked, table.get(), understood.query())) {
      return reading;
    }
    return Optional.of(
        new Reading.NotUnderstood(
            "It is not clear what is to be counted. Name the column, such as 'how many different "
                + asked.vocabulary().columns().getFirst().name()
                + "'."));
  }

  private static boolean isFigure(ColumnRole role) {
    return role.role() != ColumnRole.Role.IDENTIFIER && role.column().kind().isNumeric();
  }

  private static boolean plausible(Asked asked, SmallTable table, Query query) {
    String question = asked.question().toLowerCase(Locale.ROOT);
    boolean pinned =
        query.dimensions().isEmpty()
            && query.filters().stream()
                .filter(filter -> filter.comparison() == Comparison.EQUAL)
                .anyMatch(filter ->
                    table.columns().stream()
                        .anyMatch(c -> c.name().equals(filter.column()) && c.isName()));
    if (losesWhose(question, query) || takesOtherSide(question, query)) {
      return false;
    }
    for (Measure measure : query.measures()) {
      boolean unasked =
          switch (measure.aggregate()) {
            case COUNT_DISTINCT ->
                !question.matches(DIFFERENT)
                    && (measure.column().matches(NUMBERING)
                        || isFigure(asked.vocabulary().role(measure.column())));
            case COUNT_ROWS ->
                pinned
                    || question.matches(WHO_DID)
                    || query.dimensions().isEmpty()
                        && question.matches(WHICH)
                        && !question.matches(COUNTED);
            case AVG -> pinned && !question.matches(AVERAGE);
            case COUNT, SUM, MEDIAN, MIN, MAX -> false;
          };
      if (unasked) {
        return false;
      }
    }
    return true;
  }

  private static boolean losesWhose(String question, Query query) {
    Matcher whose = WHOSE.matcher(question);
    return whose.matches()
        && query.dimensions().isEmpty()
        && !query.measures().isEmpty()
        && query.measures().stream()
            .allMatch(measure ->
                measure.column() != null
                    && !measure.column().toLowerCase(Locale.ROOT).contains(whose.group(1)));
  }

  private static boolean takesOtherSide(String question, Query query) {
    return query.filters().stream()
        .filter(filter -> filter.column().matches(OTHER_SIDE))
        .flatMap(filter -> filter.values().stream())
        .anyMatch(value -> question.contains("for " + value.toLowerCase(Locale.ROOT)));
  }
}
