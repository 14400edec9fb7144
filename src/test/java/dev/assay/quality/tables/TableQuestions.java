package dev.assay.quality.tables;

import dev.assay.App;
import dev.assay.model.Answer;
import dev.assay.model.Build;
import dev.assay.workspace.AddOptions;
import dev.assay.workspace.Added;
import dev.assay.workspace.SourceDetail;
import dev.assay.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Takes tables from their files to answers, by rules alone, and judges what was answered. */
public final class TableQuestions {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private TableQuestions() {}

  /**
   * Lands each table, builds what is suggested for Silver and asks; no Gold is made.
   *
   * @param folder where the workspace is; tables that it has already are only asked
   */
  public static List<Outcome> ask(Path folder, List<AskedTable> tables) {
    List<Outcome> outcomes = new ArrayList<>();
    try (Workspace workspace = App.open(folder.resolve("workspace")).workspace()) {
      Map<String, String> known =
          workspace.sources().stream().collect(Collectors.toMap(s -> s.name(), s -> s.id()));
      for (AskedTable table : tables) {
        String source = known.getOrDefault(name(table), null);
        if (source == null) {
          source = build(workspace, table, folder);
        }
        for (AskedTable.Question question : table.questions()) {
          outcomes.add(outcome(workspace, source, table, question));
        }
      }
    }
    return outcomes;
  }

  private static String name(AskedTable table) {
    return table.name().replaceAll("\\W+", "_");
  }

  private static String build(Workspace workspace, AskedTable table, Path folder) {
    try {
      Path files = Files.createDirectories(folder.resolve("files"));
      AddOptions options = AddOptions.named(name(table), AddOptions.NONE.overrides());
      Added added = workspace.add(List.of(table.copy(files)), options).getFirst();
      SourceDetail source = added.source();
      ready(workspace, added.build());
      ready(workspace, workspace.buildSilver(source.id(), null));
      return source.id();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void ready(Workspace workspace, Build build) {
    Build ended = workspace.await(build.id(), PATIENCE, _ -> {});
    if (!ended.status().equals("ready")) {
      throw new IllegalStateException(ended.sourceId() + ": " + ended.error());
    }
  }

  private static Outcome outcome(
      Workspace workspace, String source, AskedTable table, AskedTable.Question question) {
    Answer answer = workspace.ask(question.text(), source);
    boolean answered = answer.status().equals("answered");
    List<String> values =
        answered
            ? answer.rows().rows().stream().map(row -> String.valueOf(row.getFirst())).toList()
            : List.of();
    return new Outcome(
        table, question, answer, values, answered && Truth.same(values, question.truth()));
  }

  /**
   * What became of a question.
   *
   * @param values the first column of the answer
   */
  public record Outcome(
      AskedTable table,
      AskedTable.Question question,
      Answer answer,
      List<String> values,
      boolean right) {
    boolean answered() {
      return answer.status().equals("answered");
    }

    boolean plain() {
      return answered() && (answer.warnings() == null || answer.warnings().isEmpty());
    }
  }
}
