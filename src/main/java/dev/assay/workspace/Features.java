package dev.assay.workspace;

import dev.assay.ask.Catalog;
import dev.assay.engine.Work;
import dev.assay.model.Answer;
import dev.assay.model.AskRequest;
import dev.assay.model.BuildPlan;
import dev.assay.model.CellOverride;
import dev.assay.model.DialectOverrides;
import dev.assay.model.FoundTable;
import dev.assay.model.GoldRecipe;
import dev.assay.model.Landing;
import dev.assay.model.ModelTrial;
import dev.assay.model.Origin;
import dev.assay.model.Profile;
import dev.assay.model.Relation;
import dev.assay.model.Relationship;
import dev.assay.model.Revision;
import dev.assay.model.Rows;
import dev.assay.model.SemanticModel;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Source;
import dev.assay.model.Step;
import dev.assay.model.SuggestedQuestion;
import dev.assay.relationship.Discovery;
import dev.assay.semantic.Inferred;
import dev.assay.semantic.Told;
import dev.assay.silver.SilverPlanner;
import dev.assay.source.RelationReader;
import dev.assay.sql.Tables;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the features do for the workspace's verbs; {@code App} binds it. */
public interface Features {
  /** The tables that a file holds; throws UserError for one that holds none. */
  List<FoundTable> tables(Path file, String fileName);

  /** Finds out how an origin is landed; throws UserError for one that is no table. */
  Landing look(Origin origin, DialectOverrides overrides);

  /**
   * The first rows of a file, read as they would land, and what around them would not.
   *
   * @param rows how many at most
   */
  LandingPreview preview(Origin.File file, DialectOverrides overrides, int rows);

  /** Connects and says nothing when that works; else throws UserError without the secret. */
  void test(RelationReader.Login login);

  /** The tables that a connection leads to. */
  List<FoundTable> tables(RelationReader.Login login);

  /**
   * As {@link #preview(Origin.File, DialectOverrides, int)}, of a database that need not be stored.
   */
  LandingPreview preview(RelationReader.Login login, Relation relation, int rows);

  /** What reading a relation would be billed for in bytes, where that is how it is billed. */
  Optional<Long> cost(RelationReader.Login login, Relation relation);

  /** The first rows of an origin that was looked at, without the columns that Assay adds. */
  Rows firstRows(Origin origin, Landing landing, int rows);

  Profile measure(String table, Landing landing, Work work);

  SilverRecipe suggestSilver(Source source, Profile profile, Work work);

  /** As {@link #suggestSilver}, without asking a language model. */
  SilverRecipe suggestByRules(Source source, Profile profile, Work work);

  /** Whether a suggestion asks a language model. */
  boolean asksModel();

  /** What a sentence would do to a recipe; throws UserError that asks where it is not clear. */
  Revision revise(Source source, Profile profile, SilverRecipe recipe, String sentence, Work work);

  /** As {@link #revise}; where a language model would have to be asked, it is forbidden. */
  Revision reviseByRules(Source source, SilverRecipe recipe, String sentence);

  /** Asks the language model for a word. */
  ModelTrial testModel(Work work);

  /** The recipe with one question settled; throws UserError when the choice is none of its own. */
  SilverRecipe settle(
      Source source, Profile profile, SilverRecipe recipe, String column, String choice, Work work);

  /**
   * Throws UserError that lists every problem.
   *
   * @param overrides values that people have put right
   */
  BuildPlan planSilver(
      Source source, SilverRecipe recipe, List<Rows.Column> bronze, List<CellOverride> overrides);

  /** What judges the rejected rows alone, and the rows of one content alone. */
  SilverPlanner replays();

  /**
   * What the rows of a published Silver table say of it.
   *
   * @param told what is known beside them
   * @param read runs a SELECT made by us
   */
  Inferred inferred(Source source, Catalog.Table silver, Told told, Function<String, Rows> read);

  /** Three to five tables from what Silver is about. */
  GoldRecipe suggestGold(
      Source source, List<Rows.Column> silver, Inferred inferred, SemanticModel model, Work work);

  /** The one that a sentence asks for; throws UserError that says what is not understood. */
  GoldRecipe suggestGold(Source source, String sentence, Catalog.Published published, Work work);

  /** Finds and measures how sources belong together. */
  Discovery relationships();

  /**
   * Gold over several sources.
   *
   * @param confirmed what people have confirmed
   * @param sources by their ids
   * @param columns of a published table
   */
  GoldRecipe suggestGoldAcross(
      List<Relationship> confirmed,
      Map<String, Source> sources,
      Function<String, List<Rows.Column>> columns,
      Work work);

  /** The same by a language model; throws UserError that asks, or says why there is none. */
  GoldRecipe suggestGoldByModel(
      Source source, List<Rows.Column> silver, String sentence, Work work);

  /**
   * One plan a table; throws UserError that lists every problem.
   *
   * @param taken tables of other sources and layers, each with what it is
   * @param others the columns of other published Silver tables
   */
  List<BuildPlan> planGold(
      Source source,
      GoldRecipe recipe,
      List<Rows.Column> silver,
      Map<String, String> taken,
      Function<String, Optional<List<Rows.Column>>> others);

  /** Throws UserError of kind REFUSED when a Gold table differs from Silver. */
  void reconcile(Step.Reconcile step, Work work);

  /**
   * Answers from what {@code published} reads in the transaction of the question.
   *
   * @param clock what "now" is, in the workspace's zone
   */
  Answer ask(AskRequest request, Catalog.Published published, Clock clock);

  /**
   * Questions that the tables can answer, in a language.
   *
   * @param language en, pt or es; another is taken for English
   */
  List<SuggestedQuestion> suggestQuestions(
      Catalog.Published published, String language, Clock clock);

  /** Learns the words of the tables that may be asked, so that no question waits for it. */
  void prepare(Catalog.Published published);

  /** Loads what the first question about written Gold would otherwise wait for. */
  void warm();

  /** Runs a written SELECT over the named tables; throws UserError that says what to mend. */
  Rows written(String select, Tables tables);
}
