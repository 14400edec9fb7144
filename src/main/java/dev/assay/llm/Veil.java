package dev.assay.llm;

import dev.assay.model.ModelSettings.Privacy;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The columns of a source whose values a language model is not told, by their names in any layer.
 *
 * @param masked those that people may not see either
 * @param personal those that speak of people, which it is told in {@link Privacy#FULL} alone
 */
public record Veil(Set<String> masked, Set<String> personal) {
  /** Nothing but what a column's name gives away. */
  public static final Veil NONE = new Veil(Set.of(), Set.of());

  public Veil {
    masked = folded(masked);
    personal = folded(personal);
  }

  /** Whether no value of the column may be told. */
  public boolean covers(String column, Privacy privacy) {
    return switch (privacy) {
      case NONE, METADATA_ONLY -> true;
      case MASKED_SAMPLES ->
          masked.contains(folded(column))
              || personal.contains(folded(column))
              || PersonalNames.speakOfPeople(column);
      case FULL -> masked.contains(folded(column));
    };
  }

  /** The value as it may be told; empty where not even its beginning may. */
  public Optional<String> shown(String column, String value, Privacy privacy) {
    if (covers(column, privacy)) {
      return Optional.empty();
    }
    return Optional.of(privacy == Privacy.FULL ? StandIn.shortened(value) : StandIn.within(value));
  }

  private static Set<String> folded(Set<String> columns) {
    return columns.stream().map(Veil::folded).collect(Collectors.toUnmodifiableSet());
  }

  private static String folded(String column) {
    return column.strip().toLowerCase(Locale.ROOT);
  }
}
