package dev.assay.workspace;

import dev.assay.engine.Work;
import dev.assay.model.Author;
import dev.assay.model.GoldRecipe;
import dev.assay.model.GoldTable;
import dev.assay.model.Layer;
import dev.assay.model.MedallionLayer;
import dev.assay.model.Profile;
import dev.assay.model.Question;
import dev.assay.model.RecipeInForce;
import dev.assay.model.Revision;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Source;
import dev.assay.model.UserError;
import dev.assay.store.Settlements;
import dev.assay.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Profiles and suggestions, each made once for a build of the layer upstream, and the recipes in
 * force, which a suggestion never touches.
 */
final class Advice {
  /** A recipe and who wrote it. */
  record Authored(SilverRecipe recipe, Author author) {}

  private final Store store;
  private final Catalogue catalogue;
  private final Features features;
  private final SemanticModels models;
  private final Map<String, Object> measuring = new ConcurrentHashMap<>();
  private final Map<String, ReentrantLock> suggesting = new ConcurrentHashMap<>();

  Advice(Store store, Catalogue catalogue, Features features, SemanticModels models) {
    this.models = models;
    this.store = store;
    this.catalogue = catalogue;
    this.features = features;
  }

  Profile profile(Source source, Work work) {
    MedallionLayer bronze = catalogue.bronze(source);
    // Measuring takes long: two callers at once wait for one measurement.
    synchronized (measuring.computeIfAbsent(source.id(), _ -> new Object())) {
      return store
          .profiles()
          .find(source.id(), bronze.publishedBuild())
          .orElseGet(() -> {
            Profile profile =
                features.measure(source.bronzeTable(), catalogue.landing(source), work);
            store.profiles().keep(source.id(), bronze.publishedBuild(), profile);
            return profile;
          });
    }
  }

  /** The profile where it was measured already. */
  Optional<Profile> knownProfile(Source source) {
    return catalogue
        .published(source, Layer.BRONZE)
        .flatMap(bronze -> store.profiles().find(source.id(), bronze.publishedBuild()));
  }

  /**
   * What the rules, and a language model where there is one, suggest, with what people have already
   * settled. While a model is asked for one caller, others get what the rules suggest.
   */
  SilverRecipe suggestSilver(Source source, Work work) {
    Profile profile = profile(source, work);
    String build = catalogue.bronze(source).publishedBuild();
    Optional<SilverRecipe> known = knownSuggestion(source, build);
    if (known.isPresent()) {
      return known.get();
    }
    ReentrantLock turn = suggesting.computeIfAbsent(source.id(), _ -> new ReentrantLock());
    if (!turn.tryLock()) {
      if (features.asksModel()) {
        return settled(source, profile, features.suggestByRules(source, profile, work), work);
      }
      turn.lock();
    }
    try {
      return knownSuggestion(source, build)
          .orElseGet(() -> {
            SilverRecipe suggestion =
                settled(source, profile, features.suggestSilver(source, profile, work), work);
            store.suggestions().keep(source.id(), build, suggestion);
            return suggestion;
          });
    } finally {
      turn.unlock();
    }
  }

  private SilverRecipe settled(Source source, Profile profile, SilverRecipe suggestion, Work work) {
    SilverRecipe settled = suggestion;
    for (Settlements.Settled one : store.settlements().of(source.id())) {
      settled = settled(source, profile, settled, one.column(), one.choice(), work);
    }
    return settled;
  }

  Optional<SilverRecipe> knownSuggestion(Source source, String bronzeBuild) {
    return store
        .suggestions()
        .find(source.id(), Layer.SILVER, bronzeBuild)
        .map(SilverRecipe.class::cast);
  }

  /** A question that the data no longer leaves open needs no answer. */
  private SilverRecipe settled(
      Source source,
      Profile profile,
      SilverRecipe suggestion,
      String column,
      String choice,
      Work work) {
    try {
      return features.settle(source, profile, suggestion, column, choice, work);
    } catch (UserError e) {
      return suggestion;
    }
  }

  GoldRecipe suggestGold(Source source, Work work) {
    MedallionLayer silver = catalogue.silver(source);
    SemanticModels.Found found = models.of(source);
    String upstream = upstream(source, silver);
    return store
        .suggestions()
        .find(source.id(), Layer.GOLD, upstream)
        .map(GoldRecipe.class::cast)
        .orElseGet(() -> {
          GoldRecipe suggestion =
              features.suggestGold(
                  source,
                  catalogue.columns(source.silverTable()),
                  found.inferred(),
                  found.model(),
                  work);
          store.suggestions().keep(source.id(), upstream, suggestion);
          return suggestion;
        });
  }

  /** What a suggestion of Gold is good for: a build of Silver and what people say of it. */
  private String upstream(Source source, MedallionLayer silver) {
    return silver.publishedBuild() + models.version(source);
  }

  Optional<Authored> silverInForce(Source source) {
    return store
        .recipes()
        .inForce(source.silverTable())
        .map(applied -> new Authored((SilverRecipe) applied.recipe(), applied.author()));
  }

  /** The recipe in force, else the suggestion. */
  Authored silver(Source source, Work work) {
    return silverInForce(source)
        .orElseGet(() -> {
          SilverRecipe suggestion = suggestSilver(source, work);
          return new Authored(suggestion, suggester(suggestion));
        });
  }

  /**
   * What a sentence would do to a recipe; {@code edited} null for the one in force, else the
   * suggestion.
   */
  Revision revise(Source source, String sentence, SilverRecipe edited, Work work) {
    SilverRecipe recipe =
        edited == null ? named(silver(source, work).recipe()) : complete(source, edited);
    return features.revise(source, profile(source, work), recipe, sentence, work);
  }

  /** As {@link #revise}, without asking a language model. */
  Revision reviseByRules(Source source, String sentence, SilverRecipe edited, Work work) {
    Profile profile = profile(source, work);
    SilverRecipe recipe =
        edited != null
            ? complete(source, edited)
            : silverInForce(source)
                .map(Authored::recipe)
                .or(() -> knownSuggestion(source, catalogue.bronze(source).publishedBuild()))
                .orElseGet(() -> features.suggestByRules(source, profile, work));
    return features.reviseByRules(source, named(recipe), sentence);
  }

  /** The recipe that the next build of Silver goes by, with its number. */
  RecipeInForce inForce(Source source, Work work) {
    return store
        .recipes()
        .inForce(source.silverTable())
        .map(applied ->
            new RecipeInForce(
                applied.number(),
                applied.author(),
                applied.outcome().name().toLowerCase(Locale.ROOT),
                applied.createdAt(),
                (SilverRecipe) applied.recipe()))
        .orElseGet(() -> {
          SilverRecipe suggestion = suggestSilver(source, work);
          return new RecipeInForce(0, suggester(suggestion), null, null, suggestion);
        });
  }

  /** A conflict when another recipe is in force than the one that an edit began from. */
  void checkBasedOn(Source source, Long number) {
    if (number == null) {
      return;
    }
    long inForce =
        store.recipes().inForce(source.silverTable()).map(applied -> applied.number()).orElse(0L);
    if (inForce != number) {
      throw UserError.conflict(Sentences.RECIPE_CHANGED.with(source.id(), inForce, number));
    }
  }

  /** Sentences are about columns by their names in Silver. */
  private static SilverRecipe named(SilverRecipe recipe) {
    return recipe.withColumns(recipe.columns().stream().map(SilverColumn::named).toList());
  }

  /** Who suggested it: a model has a hand in it where it wrote a single column. */
  private static Author suggester(SilverRecipe suggestion) {
    return suggestion.columns().stream()
            .anyMatch(
                column -> column.evidence() != null && column.evidence().author() == Author.MODEL)
        ? Author.MODEL
        : Author.RULES;
  }

  /** A recipe that was sent: a person's, unless it is the suggestion as it was made. */
  Authored sent(Source source, SilverRecipe recipe) {
    Optional<SilverRecipe> suggestion =
        catalogue
            .published(source, Layer.BRONZE)
            .flatMap(bronze -> knownSuggestion(source, bronze.publishedBuild()));
    boolean untouched = suggestion.filter(recipe::equals).isPresent();
    return untouched
        ? new Authored(recipe, suggester(recipe))
        : new Authored(withoutAnswered(recipe, suggestion), Author.PERSON);
  }

  /** A question is answered when the person changed the column that it is about. */
  private static SilverRecipe withoutAnswered(
      SilverRecipe recipe, Optional<SilverRecipe> suggestion) {
    List<Question> open =
        questions(recipe).stream()
            .filter(question -> suggestion.map(s -> same(recipe, s, question)).orElse(true))
            .toList();
    return recipe.withQuestions(open.isEmpty() ? null : open);
  }

  private static boolean same(SilverRecipe one, SilverRecipe other, Question question) {
    if (question.column().equals("deduplication")) {
      return Objects.equals(one.deduplication(), other.deduplication());
    }
    return how(one, question.column()).equals(how(other, question.column()));
  }

  private static List<Object> how(SilverRecipe recipe, String column) {
    if (recipe.columns() == null) {
      return List.of();
    }
    return recipe.columns().stream()
        .filter(c -> column.equals(c.silverName()) || column.equals(c.sourceColumn()))
        .findFirst()
        .map(Advice::how)
        .orElse(List.of());
  }

  private static List<Object> how(SilverColumn column) {
    List<Object> how = new ArrayList<>();
    how.add(column.targetType());
    how.add(column.castExpression());
    how.add(column.cleaning());
    return how;
  }

  /** A question of any recipe, settled; nothing is kept. */
  SilverRecipe settled(
      Source source, SilverRecipe recipe, String column, String choice, Work work) {
    return features.settle(source, profile(source, work), recipe, column, choice, work);
  }

  /** Keeps answers, so that later suggestions need not ask again. */
  void remember(Source source, List<ChosenEdits.Settled> answers) {
    answers.forEach(
        answer -> store.settlements().settle(source.id(), answer.column(), answer.choice()));
  }

  /** A recipe that was sent; one without columns has those of the suggestion. */
  SilverRecipe complete(Source source, SilverRecipe recipe) {
    return named(
        recipe.columns() != null
            ? recipe
            : recipe.withColumns(suggestSilver(source, Work.unwatched()).columns()));
  }

  /** Settles a question on the recipe in force or the suggestion, and returns the outcome. */
  SilverRecipe settle(Source source, String column, String choice, Work work) {
    Profile profile = profile(source, work);
    SilverRecipe before = silver(source, work).recipe();
    SilverRecipe settled = features.settle(source, profile, before, column, choice, work);
    store.settlements().settle(source.id(), column, choice);
    String build = catalogue.bronze(source).publishedBuild();
    knownSuggestion(source, build)
        .ifPresent(suggestion ->
            store
                .suggestions()
                .keep(
                    source.id(),
                    build,
                    settled(source, profile, suggestion, column, choice, work)));
    return settled;
  }

  /** What a person must settle: the questions of the recipe in force, else of the suggestion. */
  List<Question> openQuestions(Source source) {
    return silverInForce(source)
        .map(Authored::recipe)
        .or(() ->
            catalogue
                .published(source, Layer.BRONZE)
                .flatMap(bronze -> knownSuggestion(source, bronze.publishedBuild())))
        .map(Advice::questions)
        .orElse(List.of());
  }

  private static List<Question> questions(SilverRecipe recipe) {
    return recipe.questions() == null ? List.of() : recipe.questions();
  }

  /** The recipes in force of the source's Gold tables, narrowed to {@code table} unless null. */
  GoldRecipe goldInForce(Source source, String table) {
    List<GoldTable> tables = new ArrayList<>();
    for (MedallionLayer layer : catalogue.gold(source, table)) {
      store
          .recipes()
          .inForce(layer.tableName())
          .ifPresent(applied -> tables.addAll(((GoldRecipe) applied.recipe()).goldTables()));
    }
    return new GoldRecipe(tables);
  }

  /** Those in force, else the suggestion. */
  GoldRecipe gold(Source source, Work work) {
    GoldRecipe inForce = goldInForce(source, null);
    if (!inForce.goldTables().isEmpty()) {
      return inForce;
    }
    GoldRecipe suggestion = ofRules(suggestGold(source, work));
    if (suggestion.goldTables() == null || suggestion.goldTables().isEmpty()) {
      throw UserError.invalid(Sentences.GOLD_NONE_SUGGESTED.with(source.id()));
    }
    return suggestion;
  }

  /** A table that a language model suggests is built when somebody chooses it. */
  private static GoldRecipe ofRules(GoldRecipe suggestion) {
    return suggestion.goldTables() == null
        ? suggestion
        : new GoldRecipe(
            suggestion.goldTables().stream()
                .filter(table -> suggester(table) == Author.RULES)
                .toList(),
            suggestion.notes());
  }

  private static Author suggester(GoldTable table) {
    return table.author() == Author.MODEL ? Author.MODEL : Author.RULES;
  }

  /** Whether exactly this table is what was suggested, and by whom. */
  Author author(Source source, GoldTable table) {
    return catalogue
        .published(source, Layer.SILVER)
        .flatMap(
            silver -> store.suggestions().find(source.id(), Layer.GOLD, upstream(source, silver)))
        .map(suggestion -> ((GoldRecipe) suggestion).goldTables().contains(table))
        .map(suggested -> suggested ? suggester(table) : Author.PERSON)
        .orElse(Author.PERSON);
  }
}
