package dev.assay.ask.llm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.llm.ToldColumn;
import dev.assay.llm.ToldColumn.Detail;
import dev.assay.llm.Veil;
import dev.assay.model.AskRequest;
import dev.assay.model.Json;
import dev.assay.model.Layer;
import dev.assay.model.ModelSettings.Privacy;
import dev.assay.model.Origin;
import dev.assay.model.Query;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Comparison;
import dev.assay.model.Query.Filter;
import dev.assay.model.Query.Measure;
import dev.assay.model.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What a language model is told of tables that a question may be about, whatever they hold. */
class BriefLawsTest {
  private static final String QUESTION = "how many are there";

  /** How a column is known to hold what is not told. */
  private enum Hidden {
    BY_MASK,
    BY_MEANING,
    BY_NAME,
    NOT
  }

  private record Field(String name, Hidden hidden, List<String> values) {}

  @Provide
  Arbitrary<List<Field>> tables() {
    Arbitrary<String> value =
        Arbitraries.oneOf(
            Arbitraries.strings().withCharRange('a', 'z').ofMinLength(7).ofMaxLength(60),
            Arbitraries.strings().numeric().ofMinLength(7).ofMaxLength(20),
            Arbitraries.of("Zoë Ümläut", "李小龍先生在此", "+55 (11) 98765-4321", "a@b.example"));
    return Combinators.combine(
            Arbitraries.of(Hidden.values()), value.list().ofMinSize(1).ofMaxSize(5))
        .as((hidden, values) -> new Field("", hidden, values))
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(fields -> {
          List<Field> named = new ArrayList<>();
          for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            String name = (field.hidden() == Hidden.BY_NAME ? "email_" : "column_") + i;
            named.add(new Field(name, field.hidden(), field.values()));
          }
          return named;
        });
  }

  private static Source source() {
    return new Source(
        "t", "t", "t", new Origin.File("/x.csv", "x.csv", false, 1, Instant.EPOCH), Instant.EPOCH);
  }

  /** All that is told: the columns, what the rules made of the question, and the one before it. */
  private static String told(Privacy privacy, List<Field> fields, Detail detail, String question) {
    List<ToldColumn> columns = new ArrayList<>();
    List<Filter> filters = new ArrayList<>();
    Set<String> masked = new HashSet<>();
    Set<String> personal = new HashSet<>();
    for (Field field : fields) {
      columns.add(
          new ToldColumn(
              field.name(),
              "VARCHAR",
              "category",
              3,
              3,
              field.values().getFirst(),
              field.values().getLast(),
              field.values()));
      filters.add(new Filter(field.name(), Comparison.IN, field.values()));
      if (field.hidden() == Hidden.BY_MASK) {
        masked.add(field.name());
      }
      if (field.hidden() == Hidden.BY_MEANING) {
        personal.add(field.name());
      }
    }
    Query query =
        new Query(
            "silver_t_cleaned",
            List.of(),
            List.of(new Measure("x", Aggregate.COUNT_ROWS, null, null, filters)),
            filters,
            List.of(),
            null,
            null);
    Inquiry inquiry =
        new Inquiry(
            question,
            new AskRequest.Context("before", query),
            LocalDate.EPOCH,
            ZoneOffset.UTC,
            List.of(
                new Subject(
                    source(), Layer.SILVER, "silver_t_cleaned", 3, "row", columns, List.of())),
            List.of(),
            query);
    return new Brief(privacy, _ -> new Veil(masked, personal), inquiry).told(detail, 1).toString();
  }

  private static void hides(String told, Field field) {
    field.values().forEach(value -> assertThat(told).doesNotContain(value));
  }

  @Property(tries = 300)
  void notOneValueIsToldWithMetadataAlone(@ForAll("tables") List<Field> fields) {
    for (Detail detail : Detail.values()) {
      String told = told(Privacy.METADATA_ONLY, fields, detail, QUESTION);
      fields.forEach(field -> hides(told, field));
      fields.forEach(field -> assertThat(told).contains(field.name()));
    }
  }

  @Property(tries = 300)
  void noValueOfAPersonalColumnIsToldUnlessInFull(@ForAll("tables") List<Field> fields) {
    List<Field> hidden = fields.stream().filter(f -> f.hidden() != Hidden.NOT).toList();
    String told = told(Privacy.MASKED_SAMPLES, hidden, Detail.ALL, QUESTION);
    hidden.forEach(field -> hides(told, field));
  }

  @Property(tries = 200)
  void whatIsMaskedIsNotToldInFullEither(@ForAll("tables") List<Field> fields) {
    List<Field> masked = fields.stream().filter(f -> f.hidden() == Hidden.BY_MASK).toList();
    String told = told(Privacy.FULL, masked, Detail.ALL, QUESTION);
    masked.forEach(field -> hides(told, field));
  }

  @Test
  void valuesAreToldWhereTheyMayBe() {
    List<Field> fields = List.of(new Field("state", Hidden.NOT, List.of("bottled", "canned")));
    assertThat(told(Privacy.MASKED_SAMPLES, fields, Detail.ALL, QUESTION))
        .contains("bottled", "canned");
    assertThat(told(Privacy.FULL, fields, Detail.ALL, QUESTION)).contains("bottled", "canned");
  }

  @Test
  void aValueThatThePersonTypedGoesAlongSinceTheQuestionDoes() {
    List<Field> fields = List.of(new Field("state", Hidden.NOT, List.of("bottled", "canned")));
    assertThat(told(Privacy.METADATA_ONLY, fields, Detail.ALL, "how many are Bottled"))
        .contains("bottled")
        .doesNotContain("canned");
  }

  @Test
  void whatLooksPersonalInAnyColumnIsReplacedByItsShape() {
    List<Field> fields =
        List.of(new Field("note", Hidden.NOT, List.of("call ann@shop.example now")));
    assertThat(told(Privacy.MASKED_SAMPLES, fields, Detail.ALL, QUESTION))
        .contains("call xxx@")
        .doesNotContain("ann@shop.example");
  }

  @Test
  void theColumnsOfTheQuestionsOwnValuesComeFirstWhereThereAreMany() {
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      many.add("kind " + (1000 + i));
    }
    String told =
        told(
            Privacy.MASKED_SAMPLES,
            List.of(new Field("kind", Hidden.NOT, many)),
            Detail.ALL,
            "how many of kind 1499 are there");
    JsonNode column = Json.read(told, JsonNode.class).at("/tables/0/columns/0");
    assertThat(column.get("values").size()).isEqualTo(30);
    assertThat(column.at("/values/0").asText()).isEqualTo("kind 1499");
    assertThat(column.get("more_values").asBoolean()).isTrue();
  }
}
