package dev.assay.advice.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.llm.StandIn;
import dev.assay.model.Cleaning;
import dev.assay.model.ColumnProfile;
import dev.assay.model.ColumnProfile.ValueCount;
import dev.assay.model.ColumnType;
import dev.assay.model.Evidence;
import dev.assay.model.Mask;
import dev.assay.model.ModelSettings.Privacy;
import dev.assay.model.Profile;
import dev.assay.model.Proposal;
import dev.assay.model.Question;
import dev.assay.model.SemanticType;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a language model is told, in each privacy mode, whatever the data holds. */
class BriefingLawsTest {
  /** How a column is known to speak of people. */
  private enum Personal {
    BY_MEANING,
    BY_MASK,
    BY_MASK_IN_FORCE,
    BY_NAME,
    BY_PROPOSAL,
    NOT
  }

  private record Field(String name, Personal personal, List<String> values) {}

  @Provide
  Arbitrary<List<Field>> tables() {
    Arbitrary<String> value =
        Arbitraries.oneOf(
            Arbitraries.strings().withCharRange('a', 'z').ofMinLength(5).ofMaxLength(120),
            Arbitraries.strings().all().ofMinLength(6).ofMaxLength(40),
            Arbitraries.strings().numeric().ofMinLength(6).ofMaxLength(20),
            Arbitraries.of(
                "Zoë Ümläut", "李小龍先生", "محمد علي", "+55 (11) 98765-4321", "a@b.example"));
    return Combinators.combine(
            Arbitraries.of(Personal.values()), value.list().ofMinSize(1).ofMaxSize(6))
        .as((personal, values) -> Map.entry(personal, values))
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(entries -> {
          List<Field> fields = new ArrayList<>();
          for (int i = 0; i < entries.size(); i++) {
            Personal personal = entries.get(i).getKey();
            String name = (personal == Personal.BY_NAME ? "email_" : "column_") + i;
            fields.add(new Field(name, personal, entries.get(i).getValue()));
          }
          return fields;
        });
  }

  private static String told(Privacy privacy, List<Field> fields) {
    List<ColumnProfile> profiles = new ArrayList<>();
    List<SilverColumn> columns = new ArrayList<>();
    List<Question> questions = new ArrayList<>();
    List<Proposal> proposals = new ArrayList<>();
    Set<String> masked = new java.util.HashSet<>();
    for (Field field : fields) {
      List<String> values = field.values();
      profiles.add(
          new ColumnProfile(
              field.name(),
              field.name(),
              ColumnType.Simple.TEXT,
              10,
              0,
              0,
              values.size(),
              true,
              values.getFirst(),
              values.getLast(),
              1,
              120,
              7,
              values.stream().map(value -> new ValueCount(value, 2)).toList(),
              values.stream().map(value -> new ValueCount(value, 2)).toList(),
              null));
      columns.add(
          new SilverColumn(
              field.name(),
              field.name(),
              ColumnType.Simple.TEXT,
              null,
              List.of(
                  new Cleaning.NullTokens(values),
                  new Cleaning.MapValues(Map.of(values.getFirst(), values.getLast()))),
              null,
              null,
              null,
              null,
              field.personal() == Personal.BY_MASK ? new Mask.Redact() : null,
              new Evidence(
                  10,
                  0,
                  10,
                  1,
                  0,
                  0,
                  values,
                  "Because of " + values,
                  1,
                  List.of(
                      new Evidence.Alternative(
                          ColumnType.Simple.DATE, null, 0, 0, 0L, 0L, values, "" + values, null)),
                  field.personal() == Personal.BY_MEANING ? SemanticType.PERSON_NAME : null,
                  null)));
      questions.add(new Question(field.name(), "Is it " + values + "?", values, "assay answer"));
      if (field.personal() == Personal.BY_MASK_IN_FORCE) {
        masked.add(field.name());
      }
      if (field.personal() == Personal.BY_PROPOSAL) {
        proposals.add(
            new Proposal(
                "mask",
                Proposal.Kind.PERSONAL_DATA,
                List.of(field.name()),
                "" + values,
                1,
                values,
                1,
                null,
                List.of()));
      }
    }
    SilverRecipe recipe =
        new SilverRecipe(columns, null, questions, List.of("Notes on " + fields))
            .withProposals(proposals);
    Profile profile = new Profile("bronze_t_raw", 10, 10, Instant.EPOCH, profiles);
    Briefing briefing = new Briefing(privacy, profile, recipe, masked);
    StringBuilder told = new StringBuilder(briefing.table().toString());
    columns.forEach(column -> told.append(briefing.column(column)));
    return told.toString();
  }

  private static void hides(String told, Field field) {
    for (String value : field.values()) {
      String shape = StandIn.whole(value);
      // A text that is its own shape, such as "xxxxx" or "!!!", tells nothing but that.
      if (!shape.equals(
          value.substring(
              0,
              value.offsetByCodePoints(
                  0, Math.min(80, value.codePointCount(0, value.length())))))) {
        assertThat(told).doesNotContain(quoted(value));
        // Nor its beginning.
        String begin = value.substring(0, value.offsetByCodePoints(0, 5));
        if (!StandIn.whole(begin).equals(begin)
            && begin.codePoints().allMatch(Character::isLetter)) {
          assertThat(told).doesNotContain(begin);
        }
      }
    }
  }

  private static String quoted(String value) {
    return dev.assay.model.Json.write(value);
  }

  @Property(tries = 300)
  void noValueOfAPersonalColumnIsToldUnlessInFull(@ForAll("tables") List<Field> fields) {
    Set<String> others = new java.util.HashSet<>();
    fields.stream()
        .filter(f -> f.personal() == Personal.NOT)
        .forEach(f -> others.addAll(f.values()));
    String told =
        told(
            Privacy.MASKED_SAMPLES,
            fields.stream().filter(f -> f.personal() != Personal.NOT).toList());
    fields.stream().filter(f -> f.personal() != Personal.NOT).forEach(field -> hides(told, field));
    assertThat(told(Privacy.MASKED_SAMPLES, fields)).isNotEmpty();
    assertThat(others).isNotNull();
  }

  @Property(tries = 300)
  void notOneValueIsToldWithMetadataAlone(@ForAll("tables") List<Field> fields) {
    String told = told(Privacy.METADATA_ONLY, fields);
    for (Field field : fields) {
      hides(told, field);
    }
  }

  @Property(tries = 200)
  void whatIsMaskedIsNotToldInFullEither(@ForAll("tables") List<Field> fields) {
    List<Field> masked =
        fields.stream()
            .filter(
                f -> f.personal() == Personal.BY_MASK || f.personal() == Personal.BY_MASK_IN_FORCE)
            .toList();
    String told = told(Privacy.FULL, masked);
    masked.forEach(field -> hides(told, field));
  }

  @Test
  void valuesAreToldWhereTheyMayBe() {
    List<Field> fields = List.of(new Field("column_1", Personal.NOT, List.of("bottle", "can")));
    assertThat(told(Privacy.MASKED_SAMPLES, fields)).contains("bottle", "can");
    assertThat(told(Privacy.METADATA_ONLY, fields)).doesNotContain("bottle");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann.smith@shop.example",
        "+55 11 98765-4321",
        "(11) 98765-4321",
        "555-123-4567 ext",
        "DE89 3704 0044 0532 0130 00",
        "GB82WEST12345698765432",
        "4111 1111 1111 1111",
        "4111-1111-1111-1111",
        "12345678901",
        "192.168.10.200",
        "call 020 7946 0958 now",
        "2001:0db8:85a3:0000:0000:8a2e:0370:7334"
      })
  void personalDataInAnyColumnIsReplacedByItsShape(String value) {
    String veiled = StandIn.within("see " + value + ", thanks");
    assertThat(veiled).startsWith("see ").endsWith(", thanks").doesNotContain(value);
    assertThat(veiled.length()).isEqualTo(("see " + value + ", thanks").length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-01-31 10:11:12",
        "2024-01-31T10:11:12Z",
        "31/01/2024 10:11",
        "31.01.2024",
        "1,234.50",
        "1.234.567,89 €",
        "12345678",
        "12 oz",
        "P-00123"
      })
  void whatIsNoPersonalDataStays(String value) {
    assertThat(StandIn.within(value)).isEqualTo(value);
  }
}
