package dev.assay.advice;

import dev.assay.engine.Work;
import dev.assay.model.Author;
import dev.assay.model.Cleaning;
import dev.assay.model.ColumnProfile.ValueCount;
import dev.assay.model.Proposal;
import dev.assay.model.RecipeEdit;
import dev.assay.model.SemanticType;
import dev.assay.profile.IdentifierNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Proposes one spelling for the variants of a category: those that differ in case, spacing,
 * accents, punctuation or the order of words, and, apart from them, those that look like slips of
 * typing.
 */
final class SpellingFinder implements Finder {
  private static final int EXAMPLES = 5;

  /** Names and notes repeat themselves less. */
  private static final int ROWS_PER_WORD = 2;

  private static final double BY_KEY = 0.9;
  private static final double BY_DISTANCE = 0.7;

  @Override
  public List<Proposal> find(KnownTable table, Work work) {
    List<Proposal> proposals = new ArrayList<>();
    for (KnownColumn column : table.columns()) {
      work.stopIfCancelled();
      // Two spellings of a person's name may be two persons.
      boolean personal = table.meaning(column).filter(SemanticType::personal).isPresent();
      if (personal || !isCategory(column) || table.keys().contains(column.name())) {
        continue;
      }
      Map<String, Long> words = words(column);
      long rows = words.values().stream().mapToLong(Long::longValue).sum();
      if (rows < (long) ROWS_PER_WORD * words.size()) {
        continue;
      }
      SpellingClusters clusters = new SpellingClusters(words);
      List<SpellingClusters.Merge> alike = clusters.byKey();
      add(
          proposals,
          column,
          alike,
          "spelling",
          "differ in case, accents, spacing or signs only",
          BY_KEY);
      Set<String> merged =
          alike.stream().map(SpellingClusters.Merge::from).collect(Collectors.toSet());
      List<SpellingClusters.Merge> slips =
          clusters.byDistance().stream().filter(slip -> !merged.contains(slip.from())).toList();
      add(proposals, column, slips, "typos", "look like slips of typing", BY_DISTANCE);
    }
    return proposals;
  }

  private static boolean isCategory(KnownColumn column) {
    return column.isText()
        && column.known().guess().ambiguity() == null
        && !column.known().email()
        && !column.known().texts().isEmpty()
        && !IdentifierNames.keyLike(column.name())
        && !IdentifierNames.neverNumber(column.name());
  }

  /** The words that the suggested steps leave, with their rows. */
  private static Map<String, Long> words(KnownColumn column) {
    Map<String, Long> words = new TreeMap<>();
    for (ValueCount text : column.known().texts()) {
      String word = text.value().strip();
      for (Cleaning step : column.known().guess().steps()) {
        if (step instanceof Cleaning.NullTokens(List<String> tokens)
            && tokens.contains(word.toLowerCase(java.util.Locale.ROOT))) {
          word = "";
        } else if (step instanceof Cleaning.MapValues(Map<String, String> values)) {
          word = values.getOrDefault(word, word);
        }
      }
      if (!word.isEmpty()) {
        words.merge(word, text.count(), Long::sum);
      }
    }
    return words;
  }

  private static void add(
      List<Proposal> proposals,
      KnownColumn column,
      List<SpellingClusters.Merge> merges,
      String id,
      String how,
      double confidence) {
    if (merges.isEmpty()) {
      return;
    }
    Map<String, String> values = new TreeMap<>();
    merges.forEach(merge -> values.put(merge.from(), merge.to()));
    long rows = merges.stream().mapToLong(SpellingClusters.Merge::rows).sum();
    long kept = values.values().stream().distinct().count();
    proposals.add(
        new Proposal(
            id + "-" + column.name(),
            Proposal.Kind.SPELLING,
            List.of(column.name()),
            (merges.size() == 1 ? "1 spelling" : merges.size() + " spellings")
                + " of "
                + (kept == 1 ? "1 value " : kept + " values ")
                + how
                + "; they would be written as most cells write them.",
            rows,
            merges.stream()
                .limit(EXAMPLES)
                .map(merge ->
                    "'"
                        + ColumnAdvice.shortened(merge.from())
                        + "' → '"
                        + ColumnAdvice.shortened(merge.to())
                        + "' ("
                        + merge.rows()
                        + (merge.rows() == 1 ? " row)" : " rows)"))
                .toList(),
            confidence,
            Author.RULES,
            List.of(new RecipeEdit.MapValues(column.name(), values))));
  }
}
