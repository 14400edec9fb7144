package dev.assay.ask;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what a question over a small table asks for. */
final class RowTarget {
  private final RowQuestion question;
  private final RowWords words;
  private final RowLinks links;
  private final SmallTable table;

  RowTarget(RowQuestion question) {
    this.question = question;
    this.words = question.words();
    this.links = question.links();
    this.table = question.table();
  }

  /**
   * What is asked for: the column that stands behind "which", "what" and the like, or the one that
   * such a word asks for by itself, or else what rows are about.
   *
   * @param fallback where nothing says it
   */
  Optional<SmallColumn> read(Optional<SmallColumn> fallback) {
    int at = wh();
    if (at < 0) {
      return fallback;
    }
    String word = words.word(at);
    words.use(at, 1);
    int next = at + 1;
    while (words.at(
            next, "of|the|is|was|are|were|one|ones|only|other|two|three|four|five|a|an|first|last")
        && links.namedAt(next).isEmpty()) {
      if (words.at(next, "other|only|first|last|two|three|four|five")) {
        break;
      }
      next++;
    }
    if (word.equals("who") || word.equals("whom")) {
      int role = next;
      while (words.at(role, "only|the|other")) {
        role++;
      }
      Optional<RowLinks.Named> named = question.inPhrase(role);
      if (named.isPresent() && named.get().at() == role && named.get().column().isLoose()) {
        words.use(next, role - next);
        return Optional.of(question.useTarget(named.get()));
      }
      return person().or(() -> fallback);
    }
    if (word.equals("when")) {
      return table.onlyTime();
    }
    if (word.equals("where")) {
      return place();
    }
    int noun = next;
    while (words.at(noun, "other|only|two|three|four|five|six|of|the")) {
      noun++;
    }
    Optional<RowLinks.Named> named = question.inPhrase(noun);
    if (named.isPresent()) {
      for (int i = noun; i < named.get().at(); i++) {
        if (words.at(i, "kind|type|sort|name|names|number")) {
          words.use(i, 1);
        }
      }
      int behind = named.get().end();
      while (words.at(behind, "of|the")) {
        behind++;
      }
      if (named.get().column().name().matches("names?|title")
          && behind > named.get().end()
          && links.namedAt(behind).isEmpty()
          && links.spanAt(behind).isEmpty()
          && !RowQuestion.isBreak(words.word(behind))) {
        words.use(behind, 1);
      }
      return Optional.of(question.useTarget(named.get()));
    }
    boolean season = words.at(noun, "season");
    if (words.at(noun, "year|date|day|season|month")
        && table.onlyTime().filter(time -> !season || !time.hasDays()).isPresent()) {
      words.use(noun, 1);
      return table.onlyTime();
    }
    if (words.at(noun, "person|people|man|woman|player|athlete") && person().isPresent()) {
      words.use(noun, 1);
      return person();
    }
    return noun(noun) ? fallback : Optional.empty();
  }

  /** Lets one word behind "which" say what rows are about, without that any column is called so. */
  private boolean noun(int at) {
    if (!words.free(at)
        || links.spanAt(at).isPresent()
        || RowQuestion.isBreak(words.word(at))
        || Superlative.is(words, at)) {
      return true;
    }
    boolean generic = words.at(at, "one|ones|name|names|entry|item|title|thing");
    if (!RowWords.isFree(words.word(at))) {
      words.use(at, 1);
      question.plural(at);
      if (!generic) {
        question.assume(words.word(at));
      }
    }
    return true;
  }

  private int wh() {
    for (int i = 0; i < words.count(); i++) {
      if (words.at(i, "which|what|who|whom|where|when|whose")) {
        return i;
      }
    }
    return words.find("name|list");
  }

  /** A column of people, else what rows are about. */
  private Optional<SmallColumn> person() {
    List<SmallColumn> people =
        table
            .holding(
                Set.of(
                    "name",
                    "player",
                    "athlete",
                    "driver",
                    "rider",
                    "artist",
                    "winner",
                    "person",
                    "candidate",
                    "coach",
                    "manager",
                    "director",
                    "actor",
                    "judge",
                    "swimmer",
                    "cyclist",
                    "jockey",
                    "representative",
                    "commissioner",
                    "president",
                    "leader",
                    "governor",
                    "names",
                    "recipient"))
            .stream()
            .filter(SmallColumn::isLoose)
            .toList();
    return people.size() == 1 ? Optional.of(people.getFirst()) : Optional.empty();
  }

  private Optional<SmallColumn> place() {
    List<SmallColumn> places =
        table
            .holding(
                Set.of(
                    "venue",
                    "location",
                    "place",
                    "city",
                    "site",
                    "stadium",
                    "ground",
                    "town",
                    "country"))
            .stream()
            .filter(SmallColumn::isText)
            .filter(column -> !column.isNumber())
            .toList();
    return places.size() == 1 ? Optional.of(places.getFirst()) : Optional.empty();
  }
}
