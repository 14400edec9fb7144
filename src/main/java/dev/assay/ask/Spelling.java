package dev.assay.ask;

import dev.assay.model.Suggestion;
import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.NameWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Mends slips in names and values of a table where one candidate alone is near. */
final class Spelling {
  /**
   * A question without slips.
   *
   * @param said what was read as what
   */
  record Mended(String question, List<String> said) {}

  private static final int SHORTEST = 5;

  private final Words words;
  private final Vocabulary vocabulary;

  Spelling(Words words, Vocabulary vocabulary) {
    this.words = words;
    this.vocabulary = vocabulary;
  }

  Optional<Mended> mended() {
    Map<String, String> known = known();
    String question = words.question();
    List<String> said = new ArrayList<>();
    for (int i = words.count() - 1; i >= 0; i--) {
      Words.Word word = words.get(i);
      if (!words.free(i) || word.kind() != Words.Kind.WORD || isKnown(word, known.keySet())) {
        continue;
      }
      Optional<String> near = near(word.lower(), known.keySet());
      if (near.isPresent()) {
        String written = known.get(near.get());
        question = question.substring(0, word.start()) + written + question.substring(word.end());
        said.addFirst(words.say("read-as", word.text(), written));
      }
    }
    return said.isEmpty() ? Optional.empty() : Optional.of(new Mended(question, said));
  }

  private boolean isKnown(Words.Word word, Set<String> known) {
    return word.lower().length() < SHORTEST
        || known.contains(word.lower())
        || known.contains(word.stem())
        || Ignored.isIgnored(word.lower())
        || Ignored.isUnsupported(word.lower())
        || Concepts.isCountry(word.lower())
        || !Concepts.of(word.lower()).isEmpty();
  }

  /** The one name a single slip away; two that are equally near are no answer. */
  private static Optional<String> near(String word, Set<String> known) {
    Set<String> found = new LinkedHashSet<>();
    for (String name : known) {
      if (Math.abs(name.length() - word.length()) <= 1
          && name.length() >= SHORTEST
          && Suggestion.distance(word, name) == 1) {
        found.add(NameWords.singular(name));
      }
    }
    return found.size() == 1
        ? known.stream().filter(name -> Suggestion.distance(word, name) == 1).findFirst()
        : Optional.empty();
  }

  /** Folded words and how the table writes them. */
  private Map<String, String> known() {
    Map<String, String> known = new LinkedHashMap<>();
    for (ColumnRole role : vocabulary.roles()) {
      known.putIfAbsent(TextResource.folded(role.name()), role.name());
      NameWords.of(role.name()).forEach(word -> known.putIfAbsent(word, word));
      NameWords.of(role.name())
          .forEach(word -> known.putIfAbsent(NameWords.plural(word), NameWords.plural(word)));
    }
    vocabulary
        .values()
        .forEach(
            (key, values) -> known.putIfAbsent(TextResource.folded(key), values.getFirst().text()));
    vocabulary.rowNoun().ifPresent(noun -> known.putIfAbsent(noun, noun));
    vocabulary.rowNoun().map(NameWords::plural).ifPresent(noun -> known.putIfAbsent(noun, noun));
    for (String word :
        List.of("revenue", "sales", "average", "month", "quarter", "highest", "lowest", "total")) {
      known.putIfAbsent(word, word);
    }
    return known;
  }
}
