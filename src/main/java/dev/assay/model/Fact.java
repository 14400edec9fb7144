package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What one sentence says, as data: whoever shows it may say it in another language.
 *
 * @param code of the {@link Sentence}
 * @param values what stands at its places, by their names
 * @param english the sentence itself; null where the fact came from a server, which sends it apart
 */
@JsonIgnoreProperties("english")
public record Fact(String code, Map<String, String> values, String english) {
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

  public Fact {
    values = values == null ? Map.of() : Map.copyOf(values);
  }

  static Fact of(Sentence sentence, Object... values) {
    List<String> places =
        PLACE
            .matcher(sentence.english())
            .results()
            .map(place -> place.group(1))
            .distinct()
            .toList();
    if (places.size() != values.length) {
      throw new IllegalArgumentException(
          sentence.name() + " has " + places.size() + " places, not " + values.length + ".");
    }
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      named.put(places.get(i), String.valueOf(values[i]));
    }
    String english =
        PLACE
            .matcher(sentence.english())
            .replaceAll((MatchResult place) -> Matcher.quoteReplacement(named.get(place.group(1))));
    return new Fact(sentence.name(), named, english);
  }

  /** Several sentences in a row. */
  static String english(List<Fact> facts) {
    return facts.stream().map(Fact::english).collect(Collectors.joining(" "));
  }
}
