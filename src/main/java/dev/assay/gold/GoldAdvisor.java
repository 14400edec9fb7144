package dev.assay.gold;

import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.gold.GoldCandidates.Candidate;
import dev.assay.model.GoldRecipe;
import dev.assay.model.GoldTable;
import dev.assay.model.Query;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Rows;
import dev.assay.model.SemanticModel;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Source;
import dev.assay.semantic.ChosenColumns;
import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.Inference;
import dev.assay.semantic.Inferred;
import dev.assay.semantic.TableFigures;
import dev.assay.semantic.Told;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Suggests Gold tables by rules, from what Silver is about and what all its rows say. */
public final class GoldAdvisor {
  private static final int MOST = 5;
  private static final int FEWEST = 3;

  private final Engine engine;

  public GoldAdvisor(Engine engine) {
    this.engine = engine;
  }

  /**
   * As {@link #suggest(Source, List, Inferred, SemanticModel, Work)} where nobody has edited what
   * is inferred.
   *
   * @param recipe the Silver recipe in force, for its keys; null when not known
   */
  public GoldRecipe suggest(
      Source source, List<Rows.Column> silver, SilverRecipe recipe, Work work) {
    Inferred inferred =
        Inference.of(
            source,
            silver,
            new Told(recipe, Set.of(), Optional.empty()),
            sql -> engine.query(sql, work));
    return suggest(source, silver, inferred, inferred.model(), work);
  }

  /**
   * Three to five tables, the most useful first; fewer, with a note, only where the data has
   * nothing more.
   *
   * @param silver the columns of the published Silver table
   * @param inferred what its rows say
   * @param model what it is about
   */
  public GoldRecipe suggest(
      Source source, List<Rows.Column> silver, Inferred inferred, SemanticModel model, Work work) {
    TableFigures figures = inferred.figures();
    if (figures.rows() == 0) {
      return new GoldRecipe(
          List.of(),
          List.of(source.silverTable() + " has no rows, so there is nothing to suggest yet."));
    }
    List<ColumnRole> roles = ModelRoles.of(inferred, model);
    Optional<String> time = model.timeColumn();
    AmountsByUnit pool = new AmountsByUnit(source, figures, roles, model);
    List<Candidate> candidates = distinct(pool.ranked());
    if (candidates.size() < MOST) {
      candidates.addAll(pool.loose());
      candidates = distinct(candidates);
    }
    PlausibleQuestions questions =
        new PlausibleQuestions(
            source.silverTable(), new ChosenColumns(figures, roles, time), model);
    Function<String, Rows> read = sql -> engine.query(sql, work);
    Variation variation =
        new Variation(source.silverTable(), questions.dimensions(), questions.lead(), read);
    Ranking ranking =
        new Ranking(candidates, questions.all(variation), new TableSize(figures), silver);
    GoldTables tables = new GoldTables(engine, source, silver, figures);
    List<GoldTable> suggested = new ArrayList<>();
    for (Ranking.Ranked ranked : ranking.chosen(FEWEST, MOST)) {
      String because = because(ranked, ranking.questions(), questions.lead(), variation);
      GoldTable.Reason reason =
          new GoldTable.Reason(
              GoldTable.Reason.Kind.ANSWERS, ranked.answers(), ranking.questions(), ranked.added());
      suggested.add(tables.table(ranked.candidate(), because, reason, work));
    }
    return new GoldRecipe(suggested, notes(suggested, roles));
  }

  /**
   * The one table that a person's words ask for, to be edited before it is built.
   *
   * @param silver the columns of its Silver table
   * @param query what it holds
   * @param notes how the words were taken
   */
  public GoldRecipe wished(
      Source source,
      List<Rows.Column> silver,
      Query query,
      String sentence,
      List<String> notes,
      Work work) {
    TableFigures figures =
        TableFigures.measure(sql -> engine.query(sql, work), query.table(), silver);
    String said = sentence.strip();
    Candidate candidate =
        new Candidate(WishedName.of(query), WishedName.description(query), said, query, null);
    GoldTable table =
        new GoldTables(engine, source, silver, figures)
            .table(
                candidate,
                "It was asked for: " + said,
                GoldTable.Reason.of(GoldTable.Reason.Kind.ASKED_FOR),
                work);
    return new GoldRecipe(List.of(table), notes);
  }

  /** Each name once; the first of a name is the better one. */
  private static List<Candidate> distinct(List<Candidate> candidates) {
    Set<String> slugs = new HashSet<>();
    return new ArrayList<>(
        candidates.stream().filter(candidate -> slugs.add(candidate.slug())).toList());
  }

  private static String because(
      Ranking.Ranked ranked, int questions, Optional<String> lead, Variation variation) {
    String because =
        "It answers "
            + ranked.answers()
            + " of "
            + questions
            + " plausible questions"
            + (ranked.added() == ranked.answers()
                ? ""
                : ranked.added() == 0
                    ? " from fewer rows than those before it"
                    : ", " + ranked.added() + " of them as the first");
    for (Dimension dimension : ranked.candidate().query().dimensions()) {
      double explained = variation.of(dimension);
      if (lead.isPresent() && explained >= 0.005) {
        because +=
            String.format(
                Locale.ROOT,
                "; %s explains %.0f %% of how %s varies",
                dimension.name(),
                100 * explained,
                lead.get());
      }
    }
    return because + ".";
  }

  private static List<String> notes(List<GoldTable> tables, List<ColumnRole> roles) {
    List<String> notes = new ArrayList<>();
    if (roles.stream().noneMatch(ColumnRole::isMeasure)) {
      notes.add("No column holds an amount, so the tables count rows.");
    }
    if (tables.size() < FEWEST) {
      notes.add(
          "Only "
              + tables.size()
              + (tables.size() == 1 ? " table is" : " tables are")
              + " suggested: no other column is a time or sorts rows into groups.");
    }
    return notes.isEmpty() ? null : notes;
  }
}
