package dev.assay.ask;

import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.ColumnRole.Role;
import dev.assay.semantic.NameWords;
import dev.assay.sql.ValueKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the amount that words of a question name, which may also be called by another word for it.
 */
final class AmountColumns {
  private final Words words;
  private final ColumnIndex index;
  private final Lexicon lexicon;

  AmountColumns(Words words, ColumnIndex index, Lexicon lexicon) {
    this.words = words;
    this.index = index;
    this.lexicon = lexicon;
  }

  /** The amount that words from {@code at} on name best. */
  Optional<Lexicon.Match> at(int at) {
    return alone(at).map(this::withNoun).or(() -> byUnit(at));
  }

  /** "freight cost" where the column is called freight: the noun says no more. */
  private Lexicon.Match withNoun(Lexicon.Match match) {
    int end = match.at() + match.words();
    boolean noun =
        match.columns().size() == 1
            && words.at(
                end,
                "cost|costs|amount|amounts|charge|charges|value|values|level|levels|figure|figures")
            && NameWords.of(match.columns().getFirst().name()).stream()
                .noneMatch(part -> part.equals(words.get(end).stem()))
            && alone(end).filter(other -> other.columns().size() == 1).isEmpty();
    return noun ? new Lexicon.Match(match.columns(), match.at(), match.words() + 1) : match;
  }

  /** "kilometres" of a km_driven. */
  private Optional<Lexicon.Match> byUnit(int at) {
    if (!words.free(at) || words.get(at).lower().length() < 4) {
      return Optional.empty();
    }
    List<ColumnRole> found =
        index.all().stream()
            .filter(column -> column.role().isMeasure() && column.words().size() > 1)
            .filter(column ->
                column.words().stream()
                    .anyMatch(part ->
                        (part.length() > 1 || part.equals(column.words().getLast()))
                            && !part.equals(words.get(at).lower())
                            && !UnitWords.isTime(part)
                            && UnitWords.same(words.get(at).lower(), part)))
            .map(ColumnIndex.Named::role)
            .distinct()
            .toList();
    return found.size() == 1 ? Optional.of(new Lexicon.Match(found, at, 1)) : Optional.empty();
  }

  private Optional<Lexicon.Match> alone(int at) {
    // Synonyms come before a word somewhere in a name: "units" are a quantity, not a unit price.
    // The first word alone tells what an amount belongs to: "claims" are no claim_amount.
    Optional<Lexicon.Match> named = lexicon.column(at, ColumnRole::isMeasure, 0, 2);
    Optional<Lexicon.Match> other =
        named.filter(match -> match.columns().size() == 1).isPresent()
            ? Optional.empty()
            : lexicon
                .alike(at, ColumnRole::isMeasure, 2)
                .filter(match -> match.words() > named.map(Lexicon.Match::words).orElse(0));
    if (other.isPresent()) {
      // "amount paid" tells paid_amount from other amounts.
      return other;
    }
    if (named.isPresent() || !words.free(at)) {
      return named;
    }
    String word = words.get(at).lower();
    boolean money = AmountNames.saysMoney(word);
    boolean quantity = AmountNames.saysQuantity(word);
    List<ColumnRole> found =
        !money && !quantity
            ? List.of()
            : index.all().stream()
                .filter(column -> column.role().role() == Role.SUMMABLE)
                .filter(column -> {
                  List<String> name = column.words();
                  boolean part = AmountNames.isPart(column.role().name());
                  return money && !part && name.stream().anyMatch(AmountNames::isMoney)
                      || quantity && name.stream().anyMatch(AmountNames::isQuantity);
                })
                .map(ColumnIndex.Named::role)
                .toList();
    if (found.isEmpty()) {
      return lexicon.column(at, ColumnRole::isMeasure, 3, 3);
    }
    return Optional.of(
        new Lexicon.Match(money && found.size() == 1 ? rivals(found) : found, at, 1));
  }

  /** "atraso médio na chegada": the name of an amount with the word for how inside. */
  Optional<Lexicon.Match> around(int at) {
    int from = at + 2;
    if (!words.at(from, "of|in")) {
      return Optional.empty();
    }
    from += words.at(from + 1, "the|a") ? 2 : 1;
    for (int length = 2; length > 0; length--) {
      List<Words.Word> rest = lexicon.phraseWords(from, length);
      if (rest.isEmpty() || !words.free(at)) {
        continue;
      }
      List<Words.Word> phrase = new ArrayList<>(List.of(words.get(at)));
      phrase.addAll(rest);
      List<ColumnRole> found =
          index.all().stream()
              .filter(column -> column.role().isMeasure())
              .filter(
                  column -> NameFit.alike(phrase, column, 0) || NameFit.alike(phrase, column, 1))
              .map(ColumnIndex.Named::role)
              .distinct()
              .toList();
      if (!found.isEmpty()) {
        return Optional.of(new Lexicon.Match(found, at, from + length - at));
      }
    }
    return Optional.empty();
  }

  /** Money by another name is one column only where no other money stands beside it. */
  private List<ColumnRole> rivals(List<ColumnRole> found) {
    List<ColumnRole> all = new ArrayList<>(found);
    if (AmountNames.isWhole(found.getFirst())) {
      return all;
    }
    index.all().stream()
        .filter(column -> column.role().role() == Role.SUMMABLE && !all.contains(column.role()))
        .filter(column -> !AmountNames.isPart(column.role().name()))
        .filter(column ->
            column.role().column().kind() == ValueKind.DECIMAL
                && column.role().column().min() != null
                && column.role().column().min().matches("-?\\d+\\.\\d\\d"))
        .map(ColumnIndex.Named::role)
        .distinct()
        .forEach(all::add);
    return all;
  }
}
