package dev.assay.cli;

import dev.assay.model.ReasonCount;
import dev.assay.model.Rows;
import dev.assay.model.UserError;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what was left out and why. */
@Command(
    name = "rejects",
    description = "Shows the rows left out of Silver: file line, all reasons, raw values.",
    footer = {
      "",
      "Example: assay rejects orders --reason invalid_amount -o to-mend.csv",
      "A reason that ends in _ stands for all that begin so, such as invalid_"
    })
final class RejectsCommand extends Verb {
  @Parameters(paramLabel = "NAME", description = "A source.")
  String name;

  @Option(names = "--malformed", description = "Show the lines that could not be read instead.")
  boolean malformed;

  @Option(names = "--reason", paramLabel = "REASON", description = "Only rows with this reason.")
  String reason;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write all of them as .csv or .parquet; - for the standard output.")
  Path output;

  @Option(names = "--format", paramLabel = "csv|xlsx|parquet", description = "If not the ending.")
  String format;

  @Mixin PageOptions page = new PageOptions();

  @Override
  int run(Session session) {
    var workspace = session.workspace();
    if (malformed && (reason != null || output != null)) {
      throw UserError.invalid(
          "--malformed shows lines that never became rows: leave --reason and --output out.");
    }
    if (output != null) {
      OutputFile file = OutputFile.of(resolve(output), output, format);
      file.write(session, (kind, out) -> workspace.exportRejects(name, reason, kind, out));
      return 0;
    }
    Rows rows =
        malformed
            ? workspace.malformed(name, page.limit, page.offset)
            : workspace.rejects(name, reason, page.limit, page.offset);
    if (session.json()) {
      session.printJson(rows);
    } else if (rows.rows().isEmpty() && page.offset == 0) {
      session.say(
          malformed ? "Every line of the file could be read." : "No row was left out of Silver.");
    } else if (malformed) {
      RowsPrinter.print(session, rows, page.offset);
    } else {
      reasons(session, workspace.rejectReasons(name));
      new RejectsPrinter(session).print(workspace.medallion(name), rows, page.offset);
    }
    return 0;
  }

  private void reasons(Session session, List<ReasonCount> reasons) {
    if (reason != null || page.offset > 0) {
      return;
    }
    Table table = new Table("REASON", ">ROWS");
    reasons.forEach(each -> table.add(each.reason(), Words.count(each.rows())));
    table.print(session.terminal());
    session.say("");
  }
}
