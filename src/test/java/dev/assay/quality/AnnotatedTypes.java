package dev.assay.quality;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.model.ColumnType;
import dev.assay.model.Json;
import dev.assay.model.SilverColumn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Real columns whose types a person annotated.
 *
 * @param columns how many
 * @param differing those that are typed otherwise, in words
 */
public record AnnotatedTypes(int columns, List<String> differing) {
  public static AnnotatedTypes score() {
    int columns = 0;
    List<String> differing = new ArrayList<>();
    try (Landed landed = new Landed();
        var in = AnnotatedTypes.class.getResourceAsStream("/column-types/annotations.json")) {
      JsonNode annotations = Json.mapper().readTree(in);
      for (String file : List.of("auto", "accident2016", "data_gov_10151_1")) {
        List<List<String>> records = RepairScore.read("column-types/" + file + ".csv");
        boolean named = !file.equals("auto");
        List<List<String>> rows = named ? records.subList(1, records.size()) : records;
        int width = records.getFirst().size();
        List<String> headers =
            named
                ? records.getFirst()
                : IntStream.rangeClosed(1, width).mapToObj(i -> "column_" + i).toList();
        List<SilverColumn> suggested =
            landed.suggest(file + ".csv", headers, columns(rows, width)).columns();
        for (int i = 0; i < width; i++) {
          String annotated = annotations.get(file).get(i).asText();
          columns++;
          if (!fits(annotated, suggested.get(i).targetType())) {
            differing.add(
                suggested.get(i).silverName()
                    + " is "
                    + suggested.get(i).targetType().text()
                    + ", annotated "
                    + annotated);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new AnnotatedTypes(columns, List.copyOf(differing));
  }

  private static List<List<String>> columns(List<List<String>> rows, int width) {
    return IntStream.range(0, width)
        .mapToObj(i -> rows.stream().map(row -> row.get(i).isEmpty() ? null : row.get(i)).toList())
        .toList();
  }

  public double accuracy() {
    return 1 - (double) differing.size() / columns;
  }

  private static boolean fits(String annotated, ColumnType type) {
    return switch (annotated) {
      case "integer" -> TrueType.INTEGER.fits(type);
      case "float" -> TrueType.DECIMAL.fits(type) || type == ColumnType.Simple.DOUBLE;
      case "date-eu", "date-iso-8601" -> type == ColumnType.Simple.DATE;
      // Our types have no gender: its codes stay what they are.
      case "gender" -> type == ColumnType.Simple.TEXT || TrueType.INTEGER.fits(type);
      case "string" -> type == ColumnType.Simple.TEXT;
      default -> throw new IllegalArgumentException(annotated);
    };
  }

  @Override
  public String toString() {
    return String.format(
        "%d of %d columns typed as a person did: %.1f%%; not: %s",
        columns - differing.size(), columns, 100 * accuracy(), differing);
  }
}
