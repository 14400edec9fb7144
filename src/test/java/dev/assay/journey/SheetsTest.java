package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sheet that was laid out for people becomes a table that can be counted. */
class SheetsTest {
  @TempDir private Path folder;
  private House house;
  private Caller caller;

  @BeforeEach
  void open() {
    house = House.open(folder);
    caller = house.caller;
  }

  @AfterEach
  void close() {
    house.close();
  }

  private static byte[] report() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Sales");
      Object[][] cells = {
        {"Region", "Shop", "Jan", "Feb", "Mar"},
        {"North", "Oslo", 10, 20, 30},
        {null, "Bergen", 1, 2, 3},
        {null, "Narvik", 4, null, 6},
        {"North Total", null, 15, 22, 39},
        {"South", "Rome", 7, 8, 9},
        {null, "Bari", 1, 1, 1},
        {"South Total", null, 8, 9, 10},
        {"Grand Total", null, 23, 31, 49}
      };
      for (int row = 0; row < cells.length; row++) {
        for (int column = 0; column < cells[row].length; column++) {
          switch (cells[row][column]) {
            case null -> {}
            case Number number -> sheet.value(row, column, number);
            default -> sheet.value(row, column, cells[row][column].toString());
          }
        }
      }
    }
    return out.toByteArray();
  }

  private static List<JsonNode> shapes(Reply suggestion) {
    List<JsonNode> shapes = new ArrayList<>();
    suggestion
        .at("/proposals")
        .forEach(proposal -> {
          if (proposal.get("kind").asText().equals("SHAPE")) {
            shapes.add(proposal);
          }
        });
    return shapes;
  }

  @Test
  void theProposalsOfAReportAreAcceptedOneAndAllAndEveryFigureStillAddsUp() throws Exception {
    String id =
        caller
            .upload("/api/sources?wait=60", "report.xlsx", report(), Map.of())
            .is(201)
            .text("/source/id");
    String silver = "/api/sources/" + id + "/medallion/silver";
    caller.post(silver + "?wait=60", "").is(201);
    List<JsonNode> proposals = shapes(caller.post(silver + "/suggest").is(200));
    List<String> ids = proposals.stream().map(proposal -> proposal.get("id").asText()).toList();
    assertThat(ids).containsExactly("totals_region", "fill_down_region", "unpivot_month");
    assertThat(proposals.getFirst().get("rows").asInt()).isEqualTo(3);

    // What is accepted can be looked at first.
    Reply edited = caller.post(silver + "/apply/preview", Map.of("proposals", ids)).is(200);
    Reply preview = caller.post(silver + "/preview", edited.body()).is(200);
    assertThat(preview.text("/plan/0/description")).startsWith("Rebuild: ");
    assertThat(preview.text("/plan/1/description"))
        .contains(
            "Fill blank cells of Region from above", "Make rows of 3 columns: month and value");
    caller.post(silver + "/apply?wait=60", Map.of("proposals", ids)).is(201);

    JsonNode ledger = caller.get(silver + "/logs").is(200).at("/0/ledger");
    assertThat(preview.at("/ledger")).isEqualTo(ledger);
    assertThat(
            List.of(
                ledger.get("bronze").asInt(),
                ledger.get("unpivoted").asInt(),
                ledger.get("silver").asInt(),
                ledger.get("filtered").asInt(),
                ledger.get("rejected").asInt()))
        .containsExactly(8, 23, 14, 9, 0);
    String table = "silver_" + id + "_cleaned";
    assertThat(
            caller.sql(
                "SELECT region, sum(value) AS sold FROM " + table + " GROUP BY region ORDER BY 1"))
        .extracting(Object::toString)
        .containsExactly("[North, 76]", "[South, 27]");
    assertThat(caller.get(silver + "/rows?limit=3").is(200).rows()).hasSize(3);
    assertThat(caller.get(silver + "/rejects").is(200).rows()).hasSize(9);

    caller.post("/api/sources/" + id + "/medallion/gold?wait=60", "").is(201);
    for (JsonNode check : caller.get("/api/check?source=" + id).is(200).json()) {
      assertThat(check.get("passed").asBoolean()).as(check.toString()).isTrue();
    }
    Reply answer =
        caller.post("/api/ask", Map.of("question", "total value by region", "source", id)).is(200);
    assertThat(answer.text("/status")).isEqualTo("answered");
    assertThat(answer.at("/rows/rows").toString()).contains("76", "27");
  }

  @Test
  void realWorkbooksThatAreTablesAlreadyAreLeftAlone() throws Exception {
    for (String book : List.of("datasets.xlsx", "deaths.xlsx", "geometry.xlsx", "type-me.xlsx")) {
      try (var in = getClass().getResourceAsStream("/workbooks/" + book)) {
        caller.upload("/api/sources?wait=60", book, in.readAllBytes(), Map.of());
      }
    }
    int tables = 0;
    for (JsonNode source : caller.get("/api/sources").is(200).json()) {
      String id = source.at("/source/id").asText(source.path("id").asText());
      Reply suggestion = caller.post("/api/sources/" + id + "/medallion/silver/suggest");
      if (suggestion.status() == 200) {
        tables++;
        assertThat(shapes(suggestion)).as(id).isEmpty();
      }
    }
    assertThat(tables).isGreaterThanOrEqualTo(5);
  }
}
