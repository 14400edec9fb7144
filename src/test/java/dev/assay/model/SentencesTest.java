package dev.assay.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused is said once, in English, with a code by which the page says it as well. */
class SentencesTest {
  private static final List<Sentence> ALL =
      new ClassFileImporter()
              .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
              .importPackages("dev.assay")
              .stream()
              .filter(one -> one.isEnum() && one.isAssignableTo(Sentence.class))
              .map(JavaClass::reflect)
              .flatMap(one -> Arrays.stream(one.getEnumConstants()))
              .map(Sentence.class::cast)
              .toList();

  @Test
  void noTwoHaveTheSameCode() {
    Set<String> codes = new HashSet<>();
    assertThat(ALL).hasSizeGreaterThan(300).allMatch(one -> codes.add(one.name()));
  }

  @Test
  void thePageSaysInEnglishWhatTheServerDoes() throws IOException {
    Map<String, String> english = new TreeMap<>();
    ALL.forEach(one -> english.put(one.name(), doubled(one)));
    assertThat(words("en")).isEqualTo(english);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pt", "es"})
  void thePageSaysEachInOtherLanguagesToo(String language) throws IOException {
    Map<String, String> words = words(language);
    assertThat(words.keySet()).isEqualTo(words("en").keySet());
    assertThat(ALL)
        .noneMatch(
            one -> one.english().length() > 30 && doubled(one).equals(words.get(one.name())));
  }

  @Test
  void aFactHasAValueForEachPlaceOfItsSentence() {
    Fact fact = Sentences.DID_YOU_MEAN.with("a $1 {name}");
    assertThat(fact.english()).isEqualTo("Did you mean 'a $1 {name}'?");
    assertThat(Json.write(fact))
        .isEqualTo("{\"code\":\"DID_YOU_MEAN\",\"values\":{\"name\":\"a $1 {name}\"}}");
    assertThatThrownBy(() -> Sentences.DID_YOU_MEAN.with()).hasMessageContaining("has 1 places");
  }

  @Test
  void severalProblemsAreTold() {
    Problem one = new Problem("/a", Sentences.DID_YOU_MEAN.with("a"));
    Problem other = new Problem("/b", Sentences.DID_YOU_MEAN.with("b"));
    assertThat(UserError.of(List.of(one, other)))
        .hasMessage("2 problems: Did you mean 'a'? Did you mean 'b'?")
        .extracting(UserError::facts)
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(Fact.class))
        .extracting(Fact::code)
        .containsExactly("PROBLEMS", "DID_YOU_MEAN", "DID_YOU_MEAN");
    assertThat(UserError.of(List.of(one, new Problem("/b", "In words alone."))))
        .satisfies(error -> {
          assertThat(error).hasMessage("2 problems: Did you mean 'a'? In words alone.");
          assertThat(error.facts()).isEmpty();
        });
  }

  @Test
  void whatAServerHasSaidIsSaidOn() {
    ProblemDetail detail = ProblemDetail.of(UserError.notFound(Sentences.THERE_IS.with("a, b")));
    ProblemDetail read = Json.read(Json.write(detail), ProblemDetail.class);
    assertThat(Json.write(ProblemDetail.of(read.toUserError()))).isEqualTo(Json.write(detail));
  }

  private static String doubled(Sentence sentence) {
    return sentence.english().replaceAll("\\{(\\w+)}", "{{$1}}");
  }

  private static Map<String, String> words(String language) throws IOException {
    String json = Files.readString(Path.of("web/src/problems/words." + language + ".json"));
    Map<String, String> words = new TreeMap<>();
    Json.mapper()
        .readTree(json)
        .properties()
        .forEach(one -> words.put(one.getKey(), one.getValue().asText()));
    return words;
  }
}
