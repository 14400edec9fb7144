package dev.assay.cli;

import dev.assay.model.BuildPreview;
import dev.assay.model.Layer;
import dev.assay.model.Rows;
import dev.assay.model.UserError;
import dev.assay.workspace.Workspace;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows rows of a layer, or the SQL that makes it. */
@Command(name = "show", description = "Shows rows of a layer, or the SQL that makes it.")
final class ShowCommand extends Verb {
  @Parameters(paramLabel = "LAYER", description = "bronze, silver or gold.")
  String layer;

  @Parameters(paramLabel = "NAME", description = "A source.")
  String name;

  @Option(names = "--table", paramLabel = "TABLE", description = "Gold: which table.")
  String table;

  @Mixin PageOptions page = new PageOptions();

  @Option(names = "--sql", description = "Show the SQL that makes the layer.")
  boolean sql;

  @Override
  int run(Session session) {
    Layer which = LayerNames.parse(layer);
    Workspace workspace = session.workspace();
    if (sql) {
      sql(session, which);
      return 0;
    }
    Rows rows = workspace.show(name, which, table, page.limit, page.offset);
    if (session.json()) {
      session.printJson(rows);
    } else {
      RowsPrinter.print(session, rows, page.offset);
      workspace.sources().stream()
          .filter(source -> source.id().equals(name) || source.name().equals(name))
          .forEach(source -> StatusCommand.waiting(session, source));
    }
    return 0;
  }

  private void sql(Session session, Layer which) {
    Workspace workspace = session.workspace();
    switch (which) {
      case BRONZE ->
          throw UserError.invalid(
              "No SQL makes Bronze: its rows are read from the file as they are. Leave --sql out.");
      case SILVER -> {
        BuildPreview preview = workspace.previewSilver(name, null);
        if (session.json()) {
          session.printJson(preview);
        } else {
          PreviewPrinter.printSql(session, preview);
        }
      }
      case GOLD -> {
        List<BuildPreview> previews = workspace.previewGold(name, null, table);
        if (session.json()) {
          session.printJson(previews);
        } else {
          previews.forEach(preview -> PreviewPrinter.printSql(session, preview));
        }
      }
    }
  }
}
