package dev.assay.ask;

import dev.assay.semantic.NameWords;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The names and values of a table that no phrase of a language may hide. */
final class KnownWords implements Words.Known {
  private final Set<String> names = new HashSet<>();
  private final Vocabulary vocabulary;

  KnownWords(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    for (ColumnIndex.Named column : vocabulary.index().all()) {
      names.add(column.role().name().toLowerCase(Locale.ROOT));
      names.add(String.join(" ", column.words()));
      if (column.words().size() > 1) {
        names.add(String.join(" de ", column.words()));
      }
      // "primeiras doações" are many of a primeira_doacao.
      names.add(
          column.words().stream()
              .map(word -> word.endsWith("ao") ? word.replaceAll("ao$", "oes") : word + "s")
              .collect(Collectors.joining(" ")));
    }
  }

  @Override
  public boolean is(String text, String folded, int words) {
    if (names.contains(folded)) {
      return true;
    }
    List<Vocabulary.Value> values =
        vocabulary.values().getOrDefault(text.toLowerCase(Locale.ROOT), List.of());
    // A single word may be both a value and a word of the grammar; its capital tells.
    return !values.isEmpty()
        && (words > 1
            ? !Ignored.areIgnored(NameWords.of(text))
            : Character.isUpperCase(text.charAt(0))
                && values.stream().anyMatch(value -> value.text().equals(text)));
  }
}
