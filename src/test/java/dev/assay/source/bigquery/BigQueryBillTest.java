package dev.assay.source.bigquery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.Landing;
import dev.assay.model.UserError;
import dev.assay.source.RelationReader.Cost;
import dev.assay.source.RelationReader.Since;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is run, and what it may cost. */
class BigQueryBillTest extends AgainstStrictServers {
  @Test
  void saysWhatItWouldBill() {
    server.bytes = 123_456_789;
    assertThat(rest().cost(server.login(), EVERY)).contains(new Cost(123_456_789));
    assertThat(rest().cost(server.login(), QUERY)).contains(new Cost(123_456_789));
    assertThat(server.jobsRun()).as("a forecast runs nothing").isZero();
  }

  @Test
  void refusesToBillMoreThanIsAllowed() {
    server.bytes = 10_000_000_001L;
    assertThatThrownBy(() -> rows(rest(), QUERY))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "Reading a query would bill 10.01 GB, more than the 10 GB that one reading may cost: read"
                + " less of it with a query, or raise ASSAY_BIGQUERY_MOST_BYTES.");
    assertThatThrownBy(() -> rows(streams(), EVERY))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("ASSAY_BIGQUERY_MOST_BYTES");
    assertThat(server.jobsRun()).isZero();
    assertThat(rows(rest(), EVERY)).as("pages of a table cost nothing").isEqualTo(ROWS);
    assertThat(rows(rest(Limits.MOST_BYTES, "20000000000"), QUERY)).isEqualTo(ROWS);
  }

  @Test
  void bigQueryItselfStopsAtTheSameBytes() {
    Landing landing = rest().look(server.login(), QUERY);
    server.seen.clear();
    rows(rest(Limits.MOST_BYTES, "5000"), QUERY, landing, Optional.empty());
    assertThat(server.seen)
        .filteredOn(seen -> seen.path().equals("/jobs"))
        .extracting(
            seen -> seen.body().at("/configuration/query/maximumBytesBilled").asText("none"))
        .containsExactly("none", "5000");
  }

  @Test
  void aNumberOfBytesThatIsNoneIsRefused() {
    assertThatThrownBy(() -> rest(Limits.MOST_BYTES, "10 GB").cost(server.login(), EVERY))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "ASSAY_BIGQUERY_MOST_BYTES is a number of bytes such as 10000000000, not '10 GB'.");
  }

  @Test
  void whatIsNoSelectIsNotRun() {
    for (String type : List.of("SCRIPT", "INSERT", "EXPORT_DATA", "CREATE_TABLE")) {
      server.statementType = type;
      assertThatThrownBy(() -> rows(rest(), QUERY))
          .isInstanceOf(UserError.class)
          .hasMessage("A query is one SELECT: this one would do more than read.");
    }
    assertThat(server.jobsRun()).isZero();
  }

  @Test
  void readsOnThroughAParameter() {
    Landing landing = rest().look(server.login(), EVERY);
    rows(rest(), EVERY, landing, Optional.of(new Since("at", "2024-01-15 13:45:00.1+00")));
    rows(rest(), EVERY, landing, Optional.of(new Since("raw", "00ff")));
    rows(rest(), QUERY, landing, Optional.of(new Since("word", "x' OR 1=1 --")));
    assertThat(server.seen)
        .filteredOn(seen -> seen.body().at("/configuration/query/maximumBytesBilled").isTextual())
        .extracting(seen ->
            seen.body().at("/configuration/query/query").asText()
                + " | "
                + seen.body()
                    .at("/configuration/query/queryParameters/0/parameterType/type")
                    .asText()
                + " "
                + seen.body()
                    .at("/configuration/query/queryParameters/0/parameterValue/value")
                    .asText())
        .containsExactly(
            "SELECT * FROM `strict-project`.`d`.`every` WHERE `at` >= @since"
                + " | TIMESTAMP 2024-01-15 13:45:00.1+00",
            "SELECT * FROM `strict-project`.`d`.`every` WHERE `raw` >= @since | BYTES AP8=",
            "SELECT * FROM (SELECT * FROM d.every\n) AS relation WHERE `word` >= @since"
                + " | STRING x' OR 1=1 --");
    assertThatThrownBy(() -> rows(rest(), EVERY, landing, Optional.of(new Since("items", "1"))))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no order to read on in");
  }
}
