package dev.assay.cli;

import dev.assay.model.Answer;
import dev.assay.model.UserError;
import dev.assay.workspace.AddOptions;
import dev.assay.workspace.Added;
import dev.assay.workspace.DemoOrders;
import dev.assay.workspace.Medallion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The whole job on a sample that it makes itself. */
@Command(
    name = "demo",
    description =
        "Makes 50,000 messy orders, builds all three layers in ./assay-demo, and answers three"
            + " questions.")
final class DemoCommand extends Verb {
  static final List<String> QUESTIONS =
      List.of(
          "total amount by month", "top 5 countries by total amount", "average amount by status");

  @Option(
      names = "--serve",
      description = "Serve the demo's workspace afterwards and open the page in the browser.")
  boolean serve;

  @Option(names = "--no-open", description = "With --serve: only print the page's address.")
  boolean noOpen;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "With --serve: 0 for any free one; else 8080.")
  int port;

  @Override
  int run(Session outer) {
    Path folder = resolve(Path.of("assay-demo"));
    try (Session session = outer.in(folder)) {
      Path sample = sample(folder);
      session.note(
          "Sample: " + Words.count(DemoOrders.ROWS) + " messy orders in " + outer.relative(sample));
      Added added =
          session
              .workspaceOrNew()
              .add(
                  List.of(sample),
                  AddOptions.named("orders", dev.assay.model.DialectOverrides.NONE))
              .getFirst();
      session.await(added.build());
      Medallion medallion = RunCommand.layers(session, added.source().id());
      Summary summary = new Summary(session);
      if (!session.json()) {
        summary.layers(medallion).forEach(session::say);
        summary.questions(medallion.questions(), 11).forEach(session::say);
      }
      answers(session, added.source().id());
      session.note("");
      session.note("Next: " + session.command("assay rejects orders"));
      session.terminal().out().flush();
      return serve ? ServeCommand.serve(session, port, 20_000_000_000L, !noOpen) : 0;
    }
  }

  private static Path sample(Path folder) {
    Path file = folder.resolve("orders.csv");
    try {
      Files.createDirectories(folder);
      if (!Files.exists(file)) {
        Path written = folder.resolve("orders.csv.part");
        DemoOrders.write(written, DemoOrders.ROWS, DemoOrders.SEED);
        Files.move(written, file);
      }
      return file;
    } catch (IOException e) {
      throw new UserError(
          UserError.Kind.MACHINE,
          folder + " cannot be written: run the demo in a folder that is yours and has room.",
          e);
    }
  }

  private static void answers(Session session, String source) {
    List<Answer> answers = new ArrayList<>();
    for (String question : QUESTIONS) {
      Answer answer = session.workspace().ask(question, source);
      answers.add(answer);
      if (!session.json()) {
        session.say("");
        session.say("Question: " + question);
        AnswerPrinter.print(session, answer);
      }
    }
    if (session.json()) {
      session.printJson(answers);
    }
  }
}
