package dev.assay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Cli;
import dev.assay.cli.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tour of the docs says what the program does: its commands run, its lines are printed. */
class TourTest {
  @TempDir Path folder;

  private record Stop(String command, List<String> lines) {}

  @Test
  void theTourTellsTheTruth() throws Exception {
    List<Stop> stops = stops(Files.readString(Path.of("docs/tour.md")));
    assertThat(stops).hasSizeGreaterThan(8);
    for (Stop stop : stops) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
      Terminal terminal = new Terminal(print, print, false, false, 400, "./assay");
      int exit = new Cli(Main.here(), terminal, folder).run(words(stop.command()));
      String printed = out.toString(StandardCharsets.UTF_8);
      assertThat(exit).as("%s%n%s", stop.command(), printed).isZero();
      for (String line : stop.lines()) {
        assertThat(squeezed(printed)).as(stop.command()).contains(squeezed(line));
      }
    }
  }

  /** Columns may be wider or narrower than in the docs. */
  private static String squeezed(String text) {
    return text.replaceAll("[ \\t]+", " ");
  }

  private static List<Stop> stops(String tour) {
    List<Stop> stops = new ArrayList<>();
    Matcher blocks = Pattern.compile("```\\n(.*?)```", Pattern.DOTALL).matcher(tour);
    while (blocks.find()) {
      for (String line : blocks.group(1).split("\n")) {
        if (line.startsWith("$ ./assay ")) {
          stops.add(new Stop(line.substring("$ ./assay ".length()), new ArrayList<>()));
        } else if (!line.isBlank() && !line.equals("…")) {
          stops.getLast().lines().add(line.strip());
        }
      }
    }
    return stops;
  }

  private static String[] words(String command) {
    List<String> words = new ArrayList<>();
    Matcher matcher = Pattern.compile("\"([^\"]*)\"|(\\S+)").matcher(command);
    while (matcher.find()) {
      words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }
    return words.toArray(String[]::new);
  }
}
