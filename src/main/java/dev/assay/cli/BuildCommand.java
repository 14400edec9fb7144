package dev.assay.cli;

import dev.assay.model.Build;
import dev.assay.model.BuildPreview;
import dev.assay.model.GoldRecipe;
import dev.assay.model.Layer;
import dev.assay.model.SilverRecipe;
import dev.assay.model.UserError;
import dev.assay.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Builds a layer, or shows what a build would do. */
@Command(
    name = "build",
    description = "Builds a layer by its recipe, else by the suggestion; or previews it.")
final class BuildCommand extends Verb {
  @Parameters(index = "0", paramLabel = "silver|gold|bronze", description = "The layer.")
  String layer;

  @Parameters(
      index = "1",
      paramLabel = "NAME",
      arity = "0..1",
      description = "A source; Gold by a recipe may leave it out: its queries name their tables.")
  String name;

  @Option(names = "--recipe", paramLabel = "FILE", description = "A recipe as JSON.")
  Path recipe;

  @Option(
      names = "--table",
      paramLabel = "TABLE",
      description = "Gold: only this table of the recipe or suggestion; may be repeated.")
  List<String> tables = List.of();

  @Option(names = "--preview", description = "Show what would come of it, and change nothing.")
  boolean preview;

  @Override
  int run(Session session) {
    Layer which = LayerNames.parse(layer);
    if (which == Layer.BRONZE && (recipe != null || preview)) {
      throw UserError.invalid(
          "Bronze is the file as received: it has no recipe and no preview. Leave the option out.");
    }
    if (name == null && (which != Layer.GOLD || recipe == null)) {
      throw UserError.invalid("Name a source, such as: assay build silver orders");
    }
    if (preview) {
      preview(session, which);
      return 0;
    }
    Workspace workspace = session.workspace();
    Build build =
        session.await(
            switch (which) {
              case BRONZE -> workspace.buildBronze(name);
              case SILVER -> workspace.buildSilver(name, silver());
              case GOLD ->
                  name == null
                      ? workspace.across().buildGold(gold(workspace))
                      : workspace.buildGold(name, gold(workspace));
            });
    if (session.json()) {
      session.printJson(build);
    } else {
      new Summary(session).layers(workspace.medallion(build.sourceId())).forEach(session::say);
    }
    return 0;
  }

  private void preview(Session session, Layer which) {
    Workspace workspace = session.workspace();
    if (which == Layer.SILVER) {
      BuildPreview one = workspace.previewSilver(name, silver());
      if (session.json()) {
        session.printJson(one);
      } else {
        PreviewPrinter.print(session, one);
      }
      return;
    }
    List<BuildPreview> all =
        name == null
            ? workspace.across().previewGold(gold(workspace))
            : workspace.previewGold(name, gold(workspace), null);
    if (session.json()) {
      session.printJson(all);
    } else {
      all.forEach(one -> PreviewPrinter.print(session, one));
    }
  }

  private SilverRecipe silver() {
    if (!tables.isEmpty()) {
      throw UserError.invalid("--table chooses among Gold tables; Silver is one table.");
    }
    return recipe == null ? null : RecipeFile.read(resolve(recipe), SilverRecipe.class);
  }

  private GoldRecipe gold(Workspace workspace) {
    GoldRecipe all = recipe == null ? null : RecipeFile.read(resolve(recipe), GoldRecipe.class);
    if (tables.isEmpty()) {
      return all;
    }
    GoldRecipe choice = all == null ? workspace.suggestGold(name) : all;
    List<String> names = choice.goldTables().stream().map(t -> t.name()).toList();
    for (String table : tables) {
      if (!names.contains(table)) {
        throw UserError.notFound(
            "There is no Gold table '"
                + table
                + "' to build. There are: "
                + String.join(", ", names)
                + ".");
      }
    }
    return new GoldRecipe(
        choice.goldTables().stream().filter(t -> tables.contains(t.name())).toList());
  }
}
