package dev.assay.gold;

import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.gold.GoldCandidates.Candidate;
import dev.assay.model.Author;
import dev.assay.model.GoldRecipe;
import dev.assay.model.GoldTable;
import dev.assay.model.Rows;
import dev.assay.model.SemanticModel;
import dev.assay.model.Source;
import dev.assay.semantic.ChosenColumns;
import dev.assay.semantic.Inferred;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Puts the tables that a language model suggests in the order of the ranking that the rules' are
 * chosen by, behind the rules' own.
 */
public final class ModelsRanking {
  private final Engine engine;

  public ModelsRanking(Engine engine) {
    this.engine = engine;
  }

  /**
   * The same tables; those of a model say how many plausible questions they would answer.
   *
   * @param suggested the rules' tables and a model's
   */
  public GoldRecipe of(
      GoldRecipe suggested,
      Source source,
      List<Rows.Column> silver,
      Inferred inferred,
      SemanticModel model,
      Work work) {
    List<GoldTable> all = suggested.goldTables();
    if (all == null || all.stream().noneMatch(ModelsRanking::isModels)) {
      return suggested;
    }
    Map<String, String> units = ModelRoles.units(model);
    PlausibleQuestions questions =
        new PlausibleQuestions(
            source.silverTable(),
            new ChosenColumns(
                inferred.figures(), ModelRoles.of(inferred, model), model.timeColumn()),
            units);
    Function<String, Rows> read = sql -> engine.query(sql, work);
    Variation variation =
        new Variation(source.silverTable(), questions.dimensions(), questions.lead(), read);
    TableSize size = new TableSize(inferred.figures());
    List<Candidate> candidates =
        all.stream().filter(table -> table.query() != null).map(ModelsRanking::candidate).toList();
    Ranking ranking = new Ranking(candidates, questions.all(variation), size, silver);
    List<GoldTable> tables = new ArrayList<>(all.stream().filter(t -> !isModels(t)).toList());
    for (Ranking.Ranked ranked : ranking.chosen(candidates.size(), candidates.size())) {
      all.stream()
          .filter(table -> isModels(table) && table.name().equals(ranked.candidate().slug()))
          .map(table -> measured(table, ranked, ranking.questions(), size))
          .forEach(tables::add);
    }
    all.stream().filter(table -> isModels(table) && table.query() == null).forEach(tables::add);
    return new GoldRecipe(tables, suggested.notes());
  }

  private static boolean isModels(GoldTable table) {
    return table.author() == Author.MODEL;
  }

  private static Candidate candidate(GoldTable table) {
    return new Candidate(
        table.name(), table.description(), table.businessQuestion(), table.query(), null);
  }

  private static GoldTable measured(
      GoldTable table, Ranking.Ranked ranked, int questions, TableSize size) {
    return table.measured(
        table.expectedRows(),
        size.bytes(table.query(), table.expectedRows()),
        (table.because() == null ? "" : table.because() + " ")
            + "It answers "
            + ranked.answers()
            + " of "
            + questions
            + " plausible questions.");
  }
}
