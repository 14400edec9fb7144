package dev.assay.workspace;

import dev.assay.ask.Catalog;
import dev.assay.engine.Engine;
import dev.assay.model.Problem;
import dev.assay.model.Rows;
import dev.assay.model.SemanticModel;
import dev.assay.model.Source;
import dev.assay.model.UserError;
import dev.assay.semantic.Edits;
import dev.assay.semantic.Inferred;
import dev.assay.semantic.ModelCheck;
import dev.assay.semantic.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The semantic models in force, and their files, which are written anew when Silver has changed.
 */
final class SemanticModels {
  /**
   * What is known of a published Silver table.
   *
   * @param columns of the table
   * @param inferred from its rows
   * @param told beside its rows
   * @param outcome the model in force, and with what does not fit now
   */
  record Found(List<Rows.Column> columns, Inferred inferred, Told told, Edits.Outcome outcome) {
    SemanticModel model() {
      return outcome.model();
    }
  }

  private final Engine engine;
  private final Catalogue catalogue;
  private final Catalogs catalogs;
  private final Features features;
  private final SemanticFiles files;

  SemanticModels(
      Engine engine,
      Catalogue catalogue,
      Catalogs catalogs,
      Features features,
      SemanticFiles files) {
    this.engine = engine;
    this.catalogue = catalogue;
    this.catalogs = catalogs;
    this.features = features;
    this.files = files;
  }

  /** The model in force; a conflict where there is no Silver. */
  synchronized Found of(Source source) {
    Found found = read(source);
    boolean broken = found.told().edited().filter(one -> one.problem() != null).isPresent();
    if (!broken) {
      files.keep(source, found.outcome().kept(), found.inferred().model());
    }
    return found;
  }

  private Found read(Source source) {
    catalogue.silver(source);
    return engine.reading(reader -> {
      Catalog catalog = catalogs.at(reader, List.of(source)).getFirst();
      Catalog.Table silver =
          catalog
              .silver()
              .orElseThrow(() -> UserError.conflict("Silver of '" + source.id() + "' is gone."));
      Inferred inferred =
          features.inferred(
              source, silver, catalog.told(), select -> reader.read(select, Engine.Limits.NONE));
      Edits.Outcome outcome = Edits.of(inferred, silver.columns(), catalog.told());
      return new Found(silver.columns(), inferred, catalog.told(), outcome);
    });
  }

  /** Puts a person's model in force, with those of their words that do not fit Silver now. */
  synchronized SemanticModel describe(Source source, SemanticModel sent) {
    Found found = read(source);
    List<Problem> problems =
        new ModelCheck(source.silverTable(), Edits.seen(found.columns(), found.told()))
            .problems(sent);
    if (!problems.isEmpty()) {
      throw UserError.of(problems);
    }
    Told.Edited edited =
        new Told.Edited(withLost(sent, found.outcome()), found.inferred().model(), null);
    Told told = new Told(found.told().recipe(), found.told().masked(), Optional.of(edited));
    Edits.Outcome outcome = Edits.of(found.inferred(), found.columns(), told);
    files.keep(source, outcome.kept(), found.inferred().model());
    return outcome.model();
  }

  /** What a model that was read cannot show must not be lost when it comes back. */
  private static SemanticModel withLost(SemanticModel sent, Edits.Outcome before) {
    List<SemanticModel.Dimension> dimensions = new ArrayList<>(sent.dimensions());
    List<SemanticModel.Measure> measures = new ArrayList<>(sent.measures());
    before.kept().dimensions().stream()
        .filter(one -> before.model().dimension(one.name()).isEmpty())
        .filter(one -> sent.dimension(one.name()).isEmpty())
        .forEach(dimensions::add);
    before.kept().measures().stream()
        .filter(one -> before.model().measure(one.name()).isEmpty())
        .filter(one -> sent.measure(one.name()).isEmpty())
        .forEach(measures::add);
    return new SemanticModel(
        sent.table(),
        sent.rowNoun(),
        sent.grain(),
        sent.time(),
        dimensions,
        measures,
        sent.hierarchies(),
        List.of());
  }

  synchronized void forget(Source source) {
    files.forget(source);
  }

  /** Differs whenever a suggestion that was made of the model may be another now. */
  String version(Source source) {
    return files.version(source);
  }
}
