package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An origin whose columns change, and what the contract makes of it. */
class DriftTest {
  private static final String SOURCE = "/api/sources/orders";
  private static final String SYNC = SOURCE + "/sync?wait=60";

  @TempDir private Path folder;
  private Path file;
  private House house;
  private Caller caller;

  @BeforeEach
  void open() throws IOException {
    file = folder.resolve("orders.csv");
    house = House.open(folder.resolve("workspace"));
    caller = house.caller;
    write("id,customer,amount", i -> i + ",customer " + i % 7 + "," + i + ".50");
    caller.addPath(file, "?wait=60").is(201);
    caller.buildAsSuggested("orders");
  }

  @AfterEach
  void close() {
    house.close();
  }

  private interface Row {
    String of(int number);
  }

  private void write(String header, Row row) throws IOException {
    StringBuilder csv = new StringBuilder(header + "\n");
    for (int i = 1; i <= 30; i++) {
      csv.append(row.of(i)).append('\n');
    }
    Files.deleteIfExists(file);
    Files.writeString(file, csv);
  }

  private void contract(String kind, String choice) {
    caller
        .put(SOURCE + "/settings", "{\"contract\": {\"%s\": \"%s\"}}".formatted(kind, choice))
        .is(200);
  }

  private List<String> columns() {
    List<String> names = new ArrayList<>();
    caller
        .post("/api/sql", "{\"sql\": \"SELECT * FROM bronze_orders_raw LIMIT 1\"}")
        .is(200)
        .at("/columns")
        .forEach(column -> names.add(column.get("name").asText()));
    return names.subList(5, names.size());
  }

  private Object one(String select) {
    return caller.sql(select).getFirst().getFirst();
  }

  @Test
  void aNewColumnIsTakenUnlessTheContractSaysOtherwise() throws IOException {
    write("id,customer,note,amount", i -> i + ",customer " + i % 7 + ",new," + i + ".50");
    JsonNode drift = caller.get(SOURCE + "/drift").is(200).json();
    assertThat(drift.at("/drift/changes/0/kind").asText()).isEqualTo("added");
    assertThat(drift.at("/drift/changes/0/column").asText()).isEqualTo("note");
    caller.post(SYNC).is(201);
    assertThat(columns()).containsExactly("id", "customer", "note", "amount");
    assertThat(caller.strip("orders")).isEqualTo("ready ready ready");
  }

  @Test
  void aFrozenTableLeavesANewColumnOut() throws IOException {
    contract("added", "freeze");
    write("id,note,customer,amount", i -> i + ",new,customer " + i % 7 + "," + i + ".50");
    caller.post(SYNC, "{\"verify\": true}").is(201);
    assertThat(columns()).containsExactly("id", "customer", "amount");
    assertThat(one("SELECT min(amount) FROM bronze_orders_raw")).isEqualTo("1.50");
  }

  @Test
  void rowsWithAValueInANewColumnAreSetAside() throws IOException {
    contract("added", "quarantine");
    write(
        "id,customer,amount,note",
        i -> i + ",customer " + i % 7 + "," + i + ".50," + (i < 4 ? "x" : ""));
    caller.post(SYNC).is(201);
    assertThat(columns()).containsExactly("id", "customer", "amount");
    assertThat(one("SELECT count(*) FROM bronze_orders_raw")).isEqualTo(27);
    List<List<Object>> aside =
        caller.sql("SELECT _line_no, _reason, _raw FROM bronze_orders_malformed ORDER BY 1");
    assertThat(aside).hasSize(3);
    assertThat(aside.getFirst().get(1)).asString().startsWith("drifted").contains("'note'");
    assertThat(aside.getFirst().get(2)).asString().contains("\"note\":\"x\"", "\"id\":\"1\"");
    JsonNode load = caller.get(SOURCE + "/loads").json().get(0);
    assertThat(load.get("rows_read").asLong())
        .isEqualTo(load.get("rows_landed").asLong() + load.get("rows_malformed").asLong())
        .isEqualTo(30);
  }

  @Test
  void aLostColumnWaitsForAYesAndSaysWhatBreaks() throws IOException {
    write("id,amount", i -> i + "," + i + ".50");
    assertThat(caller.post(SYNC).problem(409)).contains("'customer' is gone", "--accept");
    assertThat(columns()).containsExactly("id", "customer", "amount");
    JsonNode drift = caller.get(SOURCE + "/drift").is(200).json();
    assertThat(drift.at("/drift/changes/0/kind").asText()).isEqualTo("dropped");
    assertThat(drift.at("/breaks").toString()).contains("Silver's column 'customer'", "Gold table");
    caller.post(SYNC, "{\"accept\": true}").is(201);
    assertThat(columns()).containsExactly("id", "amount", "customer");
    assertThat(one("SELECT count(customer) FROM bronze_orders_raw")).isEqualTo(0);
    assertThat(one("SELECT count(amount) FROM silver_orders_cleaned")).isEqualTo(30);
    write("id,amount", i -> i + "," + i + ".75");
    caller.post(SYNC).is(201);
    assertThat(one("SELECT min(amount) FROM bronze_orders_raw"))
        .as("once is enough")
        .isEqualTo("1.75");
  }

  @ParameterizedTest
  @CsvSource({"dropped, 'id,amount'", "renamed, 'id,client,amount'"})
  void aFrozenTableRefusesALoadThatLacksAColumn(String kind, String header) throws IOException {
    contract(kind, "freeze");
    boolean renamed = kind.equals("renamed");
    write(header, i -> i + (renamed ? ",customer " + i % 7 : "") + "," + i + ".50");
    assertThat(caller.post(SYNC).problem(422)).contains("the contract", "customer");
    assertThat(caller.sql("SELECT count(customer) FROM bronze_orders_raw"))
        .containsExactly(List.of(30));
  }

  @Test
  void aRenamedColumnIsKnownByItsValuesAndGoesOnUnderItsName() throws IOException {
    write("id,client,amount", i -> i + ",customer " + i % 7 + "," + i + ".75");
    JsonNode change = caller.get(SOURCE + "/drift").is(200).json().at("/drift/changes/0");
    assertThat(change.get("kind").asText()).isEqualTo("renamed");
    assertThat(change.get("from").asText()).isEqualTo("customer");
    assertThat(change.get("to").asText()).isEqualTo("client");
    assertThat(change.get("overlap").asDouble()).isEqualTo(1);
    assertThat(caller.post(SYNC).problem(409)).contains("'client'");
    caller.post(SYNC, "{\"accept\": true}").is(201);
    assertThat(columns()).containsExactly("id", "customer", "amount");
    assertThat(caller.strip("orders")).isEqualTo("ready ready ready");
    assertThat(one("SELECT count(customer) FROM silver_orders_cleaned")).isEqualTo(30);
    assertThat(caller.get(SOURCE + "/drift").is(200).json().at("/drift/changes")).isEmpty();
  }

  @Test
  void columnsGoByNameNotByPlace() throws IOException {
    write("amount,id,customer", i -> i + ".25," + i + ",customer " + i % 7);
    assertThat(caller.get(SOURCE + "/drift").json().at("/drift/changes/0/kind").asText())
        .isEqualTo("reordered");
    caller.post(SYNC).is(201);
    assertThat(columns()).containsExactly("amount", "id", "customer");
    assertThat(one("SELECT max(amount) FROM silver_orders_cleaned")).isEqualTo("30.25");
  }

  @Test
  void valuesOfAnotherShapeAreSeen() throws IOException {
    contract("reshaped", "pause");
    write("id,customer,amount", i -> i + ",customer " + i % 7 + ",\"" + i + ",50 €\"");
    assertThat(caller.post(SYNC).problem(409)).contains("'amount'", "30 rows do not fit");
    assertThat(one("SELECT count(*) FROM bronze_orders_raw WHERE amount LIKE '%€'")).isEqualTo(0);
    assertThat(caller.get(SOURCE + "/drift").json().at("/drift/changes/0/kind").asText())
        .isEqualTo("reshaped");
    assertThat(caller.get(SOURCE + "/drift").json().at("/breaks").toString()).contains("amount");
    contract("reshaped", "freeze");
    assertThat(caller.post(SYNC).problem(422)).contains("the contract");
    contract("reshaped", "quarantine");
    write(
        "id,customer,amount",
        i -> i + ",customer " + i % 7 + (i > 25 ? ",n/a " + i : "," + i + ".50"));
    caller.post(SYNC).is(201);
    assertThat(one("SELECT count(*) FROM bronze_orders_raw")).isEqualTo(25);
    assertThat(one("SELECT count(*) FROM bronze_orders_malformed WHERE _reason LIKE 'drifted%'"))
        .isEqualTo(5);
  }

  @Test
  void dirtAsEverIsNoChangeOfShape() throws IOException {
    contract("reshaped", "freeze");
    write("id,customer,amount", i -> i + ",customer " + i % 7 + (i == 9 ? ",?" : "," + i + ".75"));
    caller.post(SYNC).is(201);
    assertThat(one("SELECT count(*) FROM bronze_orders_raw WHERE amount = '?'")).isEqualTo(1);
  }

  @Test
  void aNewColumnComesToATableThatIsAppendedToAndGoesWithItsLoad() throws IOException {
    caller.put(SOURCE + "/settings", "{\"mode\": \"append\"}").is(200);
    write("id,customer,amount,note", i -> 100 + i + ",customer 1,1.50,hello");
    caller.post(SYNC).is(201);
    assertThat(columns()).containsExactly("id", "customer", "amount", "note");
    assertThat(one("SELECT count(*) FROM bronze_orders_raw")).isEqualTo(60);
    assertThat(one("SELECT count(note) FROM bronze_orders_raw")).isEqualTo(30);
    caller.post(SOURCE + "/loads/2/undo?wait=60").is(201);
    assertThat(columns()).containsExactly("id", "customer", "amount");
    assertThat(one("SELECT count(*) FROM bronze_orders_raw")).isEqualTo(30);
  }
}
