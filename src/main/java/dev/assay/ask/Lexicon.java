package dev.assay.ask;

import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.ColumnRole.Role;
import dev.assay.semantic.NameWords;
import dev.assay.sql.ValueKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Finds the column that words of a question name. */
final class Lexicon {
  /**
   * Columns that words fit equally well.
   *
   * @param columns one, or several that must be chosen from
   * @param at first word
   * @param words how many
   */
  record Match(List<ColumnRole> columns, int at, int words) {}

  private static final Set<String> CUSTOMERS =
      Set.of("customer", "cust", "client", "user", "buyer", "shopper", "member");

  private static final int LONGEST = 4;

  private final Words words;
  private final ColumnIndex index;
  private final AmountColumns amounts;

  Lexicon(Words words, ColumnIndex index) {
    this.words = words;
    this.index = index;
    this.amounts = new AmountColumns(words, index, this);
  }

  /** The words that stand within a name of several words, as "last month" in visits_last_month. */
  BitSet named() {
    BitSet named = new BitSet();
    for (int i = 0; i < words.count(); i++) {
      for (int length = LONGEST; length > 1; length--) {
        List<String> phrase = phrase(i, length);
        if (!phrase.isEmpty()
            && index.holding(phrase.getFirst()).stream()
                .anyMatch(column -> column.stems().equals(phrase))) {
          named.set(i, i + length);
        }
      }
    }
    return named;
  }

  /** The columns of a kind that the words from {@code at} on name best, longest phrase first. */
  Optional<Match> column(int at, Predicate<ColumnRole> wanted) {
    Optional<Match> named = column(at, wanted, 0, 3);
    if (named.isPresent()) {
      // "data de entrega" says more than "data", "tipo de quarto" more than "tipo".
      Optional<Match> longer = alike(at, wanted).filter(m -> m.words() > named.get().words());
      if (longer.isPresent()) {
        return longer;
      }
    }
    if (named.isPresent() && named.get().columns().size() > 1) {
      Optional<ColumnRole> teller = teller(named.get());
      if (teller.isPresent()) {
        return Optional.of(new Match(List.of(teller.get()), at, named.get().words()));
      }
    }
    return named.or(() -> customers(at, wanted)).or(() -> alike(at, wanted));
  }

  /** A machine is told by its code, a buyer by the number; type and country are shared. */
  private Optional<ColumnRole> teller(Match match) {
    List<ColumnRole> ids =
        match.columns().stream()
            .filter(role -> NameWords.isIdentifier(NameWords.of(role.name())))
            .filter(role -> NameWords.of(role.name()).size() == match.words() + 1)
            .toList();
    boolean named =
        match.columns().stream()
            .anyMatch(role ->
                NameWords.of(role.name()).getLast().matches("name|nome|nombre|title|titulo"));
    return ids.size() == 1 && !named ? Optional.of(ids.getFirst()) : Optional.empty();
  }

  /** A column whose name is another word for the same thing, or the same in another language. */
  private Optional<Match> alike(int at, Predicate<ColumnRole> wanted) {
    return alike(at, wanted, 3);
  }

  Optional<Match> alike(int at, Predicate<ColumnRole> wanted, int lastLevel) {
    if (!words.free(at) || words.get(at).kind() != Words.Kind.WORD) {
      return Optional.empty();
    }
    List<ColumnIndex.Named> candidates =
        index.all().stream().filter(column -> wanted.test(column.role())).toList();
    for (int length = LONGEST; length > 0; length--) {
      List<Words.Word> phrase = phraseWords(at, length);
      for (int level = 0; level <= lastLevel && !phrase.isEmpty(); level++) {
        int fixed = level;
        List<ColumnRole> found =
            candidates.stream()
                .filter(column -> NameFit.alike(phrase, column, fixed))
                .map(ColumnIndex.Named::role)
                .toList();
        if (!found.isEmpty()) {
          return Optional.of(new Match(found, at, length));
        }
      }
    }
    return Optional.empty();
  }

  /** The words of a phrase without those that only join; empty where any is taken already. */
  List<Words.Word> phraseWords(int at, int length) {
    List<Words.Word> phrase = new ArrayList<>();
    for (int i = at; i < at + length; i++) {
      if (!words.free(i)) {
        return List.of();
      }
      // "preco de venda" is a sale price and "atraso na chegada" an arrival delay.
      if (!words.at(i, "of|in|the|was|were|is|are|fueron|foram|fue|foi|se")
          || i == at
          || i == at + length - 1) {
        phrase.add(words.get(i));
      }
    }
    return phrase;
  }

  /** People who buy are called by many names; the answer says which column was taken. */
  private Optional<Match> customers(int at, Predicate<ColumnRole> wanted) {
    if (!words.free(at) || !CUSTOMERS.contains(words.get(at).stem())) {
      return Optional.empty();
    }
    List<ColumnRole> found =
        index.all().stream()
            .filter(column -> wanted.test(column.role()))
            .filter(column -> column.role().role() == Role.IDENTIFIER)
            .filter(column -> column.words().stream().anyMatch(CUSTOMERS::contains))
            .map(ColumnIndex.Named::role)
            .toList();
    return found.isEmpty() ? Optional.empty() : Optional.of(new Match(found, at, 1));
  }

  Optional<Match> column(int at, Predicate<ColumnRole> wanted, int firstLevel, int lastLevel) {
    if (!words.free(at)) {
      return Optional.empty();
    }
    List<ColumnIndex.Named> candidates =
        index.holding(words.get(at).stem()).stream()
            .filter(column -> wanted.test(column.role()))
            .toList();
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    for (int level = firstLevel; level <= lastLevel; level++) {
      for (int length = LONGEST; length > 0; length--) {
        List<String> phrase = phrase(at, length);
        int fixed = level;
        List<ColumnRole> found =
            phrase.isEmpty()
                ? List.of()
                : candidates.stream()
                    .filter(column -> NameFit.fits(phrase, column, fixed))
                    .map(ColumnIndex.Named::role)
                    .distinct()
                    .toList();
        if (!found.isEmpty()) {
          return Optional.of(new Match(found, at, length));
        }
      }
    }
    return Optional.empty();
  }

  /** As {@link #column}, for an amount, which may also be called by another word for it. */
  Optional<Match> measure(int at) {
    return amounts.at(at);
  }

  /** "atraso médio na chegada": the name of an amount with the word for how inside. */
  Optional<Match> measureAround(int at) {
    return amounts.around(at);
  }

  /** Whether a column can tell groups apart. */
  static boolean groups(ColumnRole column) {
    return switch (column.role()) {
      case CATEGORY, IDENTIFIER, YEAR -> true;
      case OTHER -> column.column().kind() == ValueKind.TEXT;
      case TIME, SUMMABLE, AVERAGED -> false;
    };
  }

  private List<String> phrase(int at, int length) {
    if (!IntStream.range(at, at + length).allMatch(words::free)) {
      return List.of();
    }
    return IntStream.range(at, at + length).mapToObj(i -> words.get(i).stem()).toList();
  }
}
