package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody may see, no command prints, over the workspace itself. */
class HiddenOnTheCommandLineTest {
  private static final String MARKER = "qxjzk";

  @TempDir private Path folder;

  private String printed(int code, String... command) {
    return new CommandLine(folder).printed(code, command);
  }

  @Test
  void noCommandPrintsWhatAMaskedColumnIsMadeOf() throws IOException {
    StringBuilder text = new StringBuilder("id,home,work,email,last,amount\n");
    for (int i = 1; i <= 20; i++) {
      text.append(
          "%d,%2$s-%1$d,%2$s+%1$d,%2$s%1$d@x.example,%2$s%3$d,%4$s%n"
              .formatted(i, MARKER, i % 3, i == 3 ? "l2" : "1" + i));
    }
    text.append("21,%1$s,%1$s,%1$s,x,7,8,%1$s%n".formatted(MARKER));
    Path file = Files.writeString(folder.resolve("crew.csv"), text.toString().replace("\r", ""));
    Map<String, Object> recipe =
        Map.of(
            "shape",
            List.of(
                Map.of(
                    "shape",
                    "unpivot",
                    "columns",
                    List.of("home", "work"),
                    "name_column",
                    "line",
                    "value_column",
                    "phone")),
            "columns",
            List.of(
                Map.of("source_column", "id", "silver_name", "id"),
                Map.of("source_column", "phone", "mask", Map.of("how", "redact")),
                Map.of(
                    "source_column",
                    "email",
                    "silver_name",
                    "contact",
                    "cast_expression",
                    "email || \"last\"",
                    "mask",
                    Map.of("how", "hash")),
                Map.of("source_column", "amount", "target_type", "INTEGER")));
    Path masked = Files.writeString(folder.resolve("masked.json"), Json.write(recipe));
    Path plain =
        Files.writeString(
            folder.resolve("plain.json"),
            "{\"columns\":[{\"source_column\":\"id\"},{\"source_column\":\"id\",\"silver_name\":\"e\","
                + "\"cast_expression\":\"email || home\"}]}");
    printed(0, "add", file.toString());
    assertThat(printed(0, "show", "bronze", "crew")).contains(MARKER);
    printed(0, "build", "silver", "crew");
    printed(0, "build", "silver", "crew", "--recipe", masked.toString());
    for (String[] command :
        new String[][] {
          {"show", "bronze", "crew"},
          {"show", "silver", "crew"},
          {"show", "silver", "crew", "--sql"},
          {"rejects", "crew"},
          {"rejects", "crew", "--malformed"},
          {"suggest", "silver", "crew", "--all"},
          {"suggest", "silver", "crew", "--again"},
          {"profile", "crew"},
          {"diff", "crew", "--recipe", plain.toString()},
          {"diff", "crew", "--history"},
          {"logs", "crew"},
          {"loads", "crew"},
          {"drift", "crew"},
          {"status"},
          {"sources"},
          {"overrides", "crew"},
          {"sql", "SELECT * FROM bronze_crew_malformed"},
          {"sql", "SELECT max(home), max(email) FROM bronze_crew_raw"}
        }) {
      assertThat(printed(0, command)).as(String.join(" ", command)).doesNotContain(MARKER);
    }
    assertThat(printed(0, "--json", "show", "bronze", "crew"))
        .contains("***")
        .doesNotContain(MARKER);
  }
}
