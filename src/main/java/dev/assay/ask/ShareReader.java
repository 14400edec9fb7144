package dev.assay.ask;

import dev.assay.model.Calculation;
import dev.assay.model.Query.Filter;
import dev.assay.model.Query.Measure;
import java.util.ArrayList;
import java.util.List;

/** Reads shares of a total: of each group, or of the rows that fit a condition. */
final class ShareReader {
  private final Words words;
  private final GroupReader groups;
  private final FilterReader filters;
  private final MeasureList measures;
  private final RatioReader ratios;
  private final Figures figures;

  ShareReader(
      Words words,
      GroupReader groups,
      FilterReader filters,
      MeasureList measures,
      RatioReader ratios,
      Figures figures) {
    this.words = words;
    this.groups = groups;
    this.filters = filters;
    this.measures = measures;
    this.ratios = ratios;
    this.figures = figures;
  }

  /** The share at word {@code at}; {@code verb} is where "comes from", "are" and the like stand. */
  void resolve(int at) {
    if (measures.measures().size() != 1) {
      throw Reading.Stopped.unclear(words.say("share-of-one"));
    }
    Measure whole = measures.measures().getFirst();
    List<Filter> part = part(at);
    if (!part.isEmpty()) {
      part.forEach(filters::remove);
      measures.clear();
      ratios.divide(
          words.say("share-of", whole.name()),
          whole.name() + "_share",
          FilteredMeasure.of(whole, part),
          whole);
      return;
    }
    if (groups.dimensions().isEmpty()) {
      throw Reading.Stopped.unclear(words.say("share-by-what"));
    }
    if (!isAdditive(whole)) {
      throw Reading.Stopped.unclear(words.say("share-of-additive"));
    }
    String name = whole.name() + "_share";
    figures.add(new Calculation.Share(name, whole.name(), List.of()));
    figures.orderBy(name);
    figures.meaning(words.say("share-meaning", whole.name()));
  }

  private static boolean isAdditive(Measure measure) {
    return switch (measure.aggregate()) {
      case COUNT_ROWS, COUNT, SUM -> true;
      case COUNT_DISTINCT, AVG, MEDIAN, MIN, MAX -> false;
    };
  }

  /** The conditions that make the part: those after the verb, else all where nothing is grouped. */
  private List<Filter> part(int at) {
    int verb = verb(at);
    List<Filter> behind = new ArrayList<>();
    for (int i = 0; i < filters.filters().size(); i++) {
      if (verb >= 0 && filters.places().get(i) > verb) {
        behind.add(filters.filters().get(i));
      }
    }
    if (!behind.isEmpty()) {
      return behind;
    }
    if (!groups.dimensions().isEmpty()) {
      // "percentage of remote employees by department": of each department's, most likely.
      List<Filter> near = new ArrayList<>();
      int grouped = at + 1;
      while (grouped < words.count() && !words.get(grouped).lower().matches("by|per|each|every")) {
        grouped++;
      }
      for (int i = 0; i < filters.filters().size(); i++) {
        int place = filters.places().get(i);
        if (place > at && place < grouped && place <= at + 6) {
          near.add(filters.filters().get(i));
        }
      }
      if (near.stream().map(Filter::column).distinct().count() > 1) {
        throw Reading.Stopped.unclear(words.say("share-of-which"));
      }
      if (!near.isEmpty()) {
        figures.warn(words.say("share-within"));
      }
      return near;
    }
    long columns = filters.filters().stream().map(Filter::column).distinct().count();
    if (columns > 1) {
      throw Reading.Stopped.unclear(words.say("share-of-which"));
    }
    return filters.filters();
  }

  private int verb(int at) {
    for (int i = at + 1; i < words.count(); i++) {
      String word = words.get(i).lower();
      if (word.matches("come|comes|came|is|are|was|were|goes|belongs|belong|have|has|had")) {
        return i;
      }
    }
    return -1;
  }
}
