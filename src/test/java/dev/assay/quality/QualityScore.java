package dev.assay.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the scores of many columns say together. */
public record QualityScore(List<ColumnScore> columns) {
  public double typeAccuracy() {
    return share(columns.stream().filter(ColumnScore::typed).count(), columns.size());
  }

  public double valueCorrectness() {
    return share(sum(ColumnScore::right), cells());
  }

  public long datesWrong() {
    return sum(ColumnScore::datesWrong);
  }

  /** The share of cells that were right as received and are no longer. */
  public double damage() {
    return 1 - share(sum(ColumnScore::sound) - sum(ColumnScore::harmed), sum(ColumnScore::sound));
  }

  private long cells() {
    return columns.stream().mapToLong(column -> column.column().cells().size()).sum();
  }

  private long sum(java.util.function.ToLongFunction<ColumnScore> count) {
    return columns.stream().mapToLong(count).sum();
  }

  private static double share(long part, long all) {
    return all == 0 ? 1 : (double) part / all;
  }

  /** One line a kind. */
  public String table() {
    StringBuilder table =
        new StringBuilder(
            String.format(
                "%-44s %7s %6s %8s %8s %7s %7s %6s%n",
                "kind", "columns", "typed", "right", "missed", "wrong", "dates", "harmed"));
    Map<String, List<ColumnScore>> kinds = new LinkedHashMap<>();
    columns.forEach(
        score -> kinds.computeIfAbsent(score.column().kind(), _ -> new ArrayList<>()).add(score));
    kinds.forEach((kind, scores) -> table.append(new QualityScore(scores).line(kind)));
    return table.append(line("all")).toString();
  }

  /** This score under a name, as a line of {@link #table}. */
  public String line(String name) {
    return String.format(
        "%-44s %7d %5.1f%% %7.2f%% %8d %7d %7d %6d%n",
        name,
        columns.size(),
        100 * typeAccuracy(),
        100 * valueCorrectness(),
        sum(ColumnScore::missed),
        sum(ColumnScore::wrong),
        datesWrong(),
        sum(ColumnScore::harmed));
  }

  /** Columns that are not right in every way, one line each, at most {@code limit} a kind. */
  public String faults(int limit) {
    StringBuilder faults = new StringBuilder();
    Map<String, Integer> shown = new LinkedHashMap<>();
    for (ColumnScore score : columns) {
      boolean fine =
          score.typed()
              && score.wrong() + score.missed() + score.harmed() + score.datesWrong() == 0;
      if (!fine && shown.merge(score.column().kind(), 1, Integer::sum) <= limit) {
        faults.append(
            String.format(
                "%s '%s' (%d rows, truly %s%s): %s%s: %s %s%n",
                score.column().kind(),
                score.column().header(),
                score.column().cells().size(),
                score.column().type(),
                score.column().ambiguous() ? ", open" : "",
                score.chosen().text(),
                score.asked() ? " and asked" : "",
                score.because(),
                score.examples()));
      }
    }
    return faults.toString();
  }
}
