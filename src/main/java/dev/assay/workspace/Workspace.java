package dev.assay.workspace;

import dev.assay.model.Answer;
import dev.assay.model.AskRequest;
import dev.assay.model.Build;
import dev.assay.model.BuildPreview;
import dev.assay.model.CellOverride;
import dev.assay.model.Connection;
import dev.assay.model.DialectOverrides;
import dev.assay.model.FoundTable;
import dev.assay.model.GoldRecipe;
import dev.assay.model.Layer;
import dev.assay.model.Load;
import dev.assay.model.Machine;
import dev.assay.model.MedallionBuildLog;
import dev.assay.model.Mended;
import dev.assay.model.Profile;
import dev.assay.model.Relation;
import dev.assay.model.Revision;
import dev.assay.model.Rows;
import dev.assay.model.SilverRecipe;
import dev.assay.model.SyncSettings;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The product's verbs. The REST server and the command line call only this; the command line has a
 * second implementation that speaks to a running server, so a command means the same in both cases.
 *
 * <p>Where a source is named, its id or its name will do. Every method throws {@link
 * dev.assay.model.UserError} with a sentence that says what to do. Long work is started and
 * returned as a {@link Build} under way: see {@link #await}.
 */
public interface Workspace extends Sight, RecipeBook, QuestionBook, SemanticBook, AutoCloseable {

  // -- sources

  List<SourceDetail> sources();

  SourceDetail source(String source);

  /**
   * Adds files, folders or globs and starts landing their tables in Bronze: a source per table. A
   * path that is known already is synced instead and keeps its recipes. What cannot be added says
   * so in its {@link Added#problem} and leaves the others alone; where nothing could be added, its
   * problem is thrown.
   *
   * @param paths local paths: only callers that hold the workspace's own token get here
   */
  List<Added> add(List<Path> paths, AddOptions options);

  /** Adds files whose only copies the workspace now keeps, as {@link #add}. */
  List<Added> addUploads(List<Upload> uploads, AddOptions options);

  /** Makes messy orders of a made-up shop to play with and adds them, as an upload. */
  Added addSample();

  /** Puts a newly uploaded file in the place of the one that a source was made of, and syncs. */
  Build replaceUpload(String source, Upload upload, SyncWishes wishes);

  /** The tables that a local file holds. */
  List<FoundTable> tables(Path file);

  /** How a local file would land, with its first rows. {@code table} as in {@link #tables}. */
  LandingPreview previewLanding(Path file, String table, DialectOverrides overrides);

  /** Reads a source's origin again; an unchanged one is left alone. What hangs on it rebuilds. */
  Build sync(String source, SyncWishes wishes);

  /** Syncs all sources of an origin. */
  List<Build> syncOrigin(String originId, SyncWishes wishes);

  SyncSettings settings(String source);

  SyncSettings configure(String source, SyncSettings settings);

  /** Every reading of the origin, newest first. */
  List<Load> loads(String source);

  /** Takes the newest load back: its rows go, those that it superseded return. */
  Build undo(String source, long loadId);

  /** How the origin's columns differ from Bronze now, and what in the recipes that would break. */
  DriftReport drift(String source);

  // -- connections

  List<Connection> connections();

  /** Tests a connection and keeps it, its secret encrypted. */
  Connection connect(NewConnection connection);

  /** Forgets a connection; a conflict while sources are read through it. */
  void disconnect(String connection);

  List<FoundTable> tables(String connection);

  /** How many bytes reading would be billed for, where the warehouse bills by it. */
  Optional<Long> cost(String connection, Relation relation);

  /** Adds tables or a query of a connection, as {@link #add}; null for all tables. */
  List<Added> addRelations(String connection, List<Relation> relations, AddOptions options);

  // -- sources as a whole

  /** Forgets a source with all its layers. */
  void remove(String source);

  Profile profile(String source);

  // -- layers

  Medallion medallion(String source);

  SilverRecipe suggestSilver(String source);

  /** As {@link #suggestSilver}, thought of anew: a language model is asked once more. */
  SilverRecipe suggestSilverAgain(String source);

  /**
   * What a sentence such as "treat 0 as missing in price" would do to a recipe; nothing is built.
   *
   * @param recipe null for the one in force, else the suggestion
   */
  Revision revise(String source, String sentence, SilverRecipe recipe);

  default Revision revise(String source, String sentence) {
    return revise(source, sentence, null);
  }

  /** As {@link #revise}; where a language model would have to be asked, it is forbidden. */
  Revision reviseByRules(String source, String sentence, SilverRecipe recipe);

  default Revision reviseByRules(String source, String sentence) {
    return reviseByRules(source, sentence, null);
  }

  GoldRecipe suggestGold(String source);

  /**
   * What a Silver build would do; {@code recipe} null for the one in force, else the suggestion.
   */
  BuildPreview previewSilver(String source, SilverRecipe recipe);

  /** What each Gold build would do, narrowed to {@code table} unless null. */
  List<BuildPreview> previewGold(String source, GoldRecipe recipe, String table);

  /** Lands Bronze anew from the source's file. */
  Build buildBronze(String source);

  /** Builds Silver; {@code recipe} null for the one in force, else the suggestion. */
  default Build buildSilver(String source, SilverRecipe recipe) {
    return buildSilver(source, recipe, null);
  }

  /**
   * As {@link #buildSilver(String, SilverRecipe)}, unless somebody else was faster.
   *
   * @param basedOn the {@link dev.assay.model.RecipeInForce#number} that the recipe was made from:
   *     a conflict where another is in force by now; null where that does not matter
   */
  Build buildSilver(String source, SilverRecipe recipe, Long basedOn);

  /**
   * Builds the recipe's Gold tables beside those that exist; null for those in force, else the
   * suggestion.
   */
  Build buildGold(String source, GoldRecipe recipe);

  /** Rebuilds a layer from upstream; {@code table} narrows Gold, or is null. */
  Build refresh(String source, Layer layer, String table);

  /** Drops a layer; 409 when others depend on it, unless {@code cascade}. */
  void drop(String source, Layer layer, String table, boolean cascade);

  /** History of a layer's builds, newest first. */
  List<MedallionBuildLog> logs(String source, Layer layer, String table);

  /**
   * Settles an open question, such as {@code D/M} for {@code order_date}, and rebuilds what hangs
   * on it.
   */
  Build answer(String source, String column, String choice);

  /**
   * The silver recipe that comes of accepting proposals and making edits, checked; nothing is kept.
   */
  SilverRecipe previewChange(String source, ChosenEdits chosen);

  /** Accepts proposals and makes edits; Silver and what hangs on it rebuild if they were built. */
  Build change(String source, ChosenEdits chosen);

  // -- builds under way

  /** Builds that run or wait, of one source or of all when null; the oldest first. */
  List<Build> underWay(String source);

  Build build(String id);

  /**
   * Waits until a build has ended or {@code atMost} is over; {@code watcher} sees every change of
   * its state.
   */
  Build await(String id, Duration atMost, Consumer<Build> watcher);

  /** Asks a build to stop; what was published before stays. */
  Build cancel(String id);

  // -- mending

  /**
   * Puts a raw value right in every row of the same content, and builds Silver again where there is
   * one.
   *
   * @param row a row of Bronze as {@link #rejects} shows it, {@code load:row}, or its content's
   *     hash
   * @param column a Bronze column, or a Silver column for the one that it is made from
   * @param value what takes the place of what was received; null for missing
   * @param because why, in words; may be null
   */
  Mended mend(String source, String row, String column, String value, String because);

  /** The values that were put right; those that no row has any more are about 0 rows. */
  List<CellOverride> overrides(String source);

  /** Takes a value back: what was received counts again. */
  Mended unmend(String source, long id);

  /**
   * Judges the rejected rows again by a recipe, else by the one in force; a conflict where that is
   * not proven to leave accepted rows as they are.
   */
  Build replay(String source, SilverRecipe recipe);

  // -- reading

  /** Rows of a layer's table in load order; {@code table} names a Gold table, else null. */
  Rows show(String source, Layer layer, String table, long limit, long offset);

  /** The rejected rows: identity, file line, all reasons and the raw values as received. */
  default Rows rejects(String source, long limit, long offset) {
    return rejects(source, null, limit, offset);
  }

  /** The malformed lines of Bronze: line, reason, raw text. */
  Rows malformed(String source, long limit, long offset);

  /** Writes a layer's table; {@code format} is csv, xlsx or parquet. */
  void export(String source, Layer layer, String table, String format, OutputStream out);

  /** Runs one SELECT behind both walls. */
  Rows sql(String select);

  /** Runs validations, ledgers and Gold = Silver now, on one source or on all when null. */
  List<CheckResult> check(String source);

  /** What concerns several sources at once. */
  Across across();

  /** What stands around asking: suggestions, answers as files, and the dashboard. */
  Desk desk();

  /** What the workspace runs on and takes. */
  Machine machine();

  /** The language model that advises, if any, and what it was told. */
  LanguageModel model();

  /** Answers a question in plain words; {@code source} narrows it, or is null. */
  default Answer ask(String question, String source) {
    return ask(new AskRequest(question, source));
  }

  /**
   * Answers a question in plain words or a typed query, in the context of the one before; where
   * words are ambiguous, says what to choose from.
   */
  Answer ask(AskRequest request);

  /** The same for a caller who may not have a language model asked. */
  default Answer askByRules(AskRequest request) {
    return ask(request.withModel(false));
  }

  @Override
  void close();
}
