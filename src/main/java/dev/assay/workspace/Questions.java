package dev.assay.workspace;

import dev.assay.ask.Catalog;
import dev.assay.engine.Engine;
import dev.assay.model.Answer;
import dev.assay.model.AskRequest;
import dev.assay.model.Author;
import dev.assay.model.Json;
import dev.assay.model.Relationship;
import dev.assay.model.SavedQuestion;
import dev.assay.model.Source;
import dev.assay.model.SuggestedQuestion;
import dev.assay.model.Suggestion;
import dev.assay.model.UserError;
import dev.assay.model.WorkspaceSettings;
import dev.assay.store.Settings;
import dev.assay.store.Store;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Asks, keeps questions, and knows what day it is for those who ask. */
final class Questions {
  private static final String SETTINGS = "workspace";
  private static final int MOST_LOOKED_THROUGH = 60;
  private static final int MOST_SUGGESTED_OF = 6;

  /** Far enough that no period that follows the day is the same. */
  private static final Duration LATER = Duration.ofDays(400);

  private final Store store;
  private final Catalogue catalogue;
  private final Catalogs catalogs;
  private final Features features;
  private final Relations relations;
  private final FormerNames formerNames;

  Questions(
      Store store, Catalogue catalogue, Catalogs catalogs, Features features, Relations relations) {
    this.store = store;
    this.catalogue = catalogue;
    this.catalogs = catalogs;
    this.features = features;
    this.relations = relations;
    this.formerNames = new FormerNames(store);
  }

  Answer ask(AskRequest request) {
    return ask(request, clock());
  }

  private Answer ask(AskRequest request, Clock clock) {
    List<Source> sources =
        request.source() == null
            ? store.sources().all().stream().map(kept -> kept.source()).toList()
            : List.of(catalogue.source(request.source()));
    return features.ask(request, new Published(sources), clock);
  }

  /** What is published when the question is answered; others are looked at only where needed. */
  private final class Published implements Catalog.Published {
    private final List<Source> asked;

    Published(List<Source> asked) {
      this.asked = asked;
    }

    @Override
    public List<Catalog> at(Engine.Reader reader) {
      return catalogs.at(reader, asked);
    }

    @Override
    public List<Catalog> all(Engine.Reader reader) {
      return catalogs.at(
          reader, store.sources().all().stream().map(kept -> kept.source()).toList());
    }

    @Override
    public List<Relationship> confirmed() {
      return relations.confirmed();
    }

    @Override
    public List<Relationship> likely() {
      // Of many sources, all against all is too much to look through under a question.
      return store.sources().all().size() > MOST_LOOKED_THROUGH ? List.of() : relations.all();
    }
  }

  List<SavedQuestion> all() {
    return store.savedQuestions().all();
  }

  SavedQuestion save(String name, AskRequest request) {
    String called = named(name);
    Answer answer = ask(request);
    if (!answer.status().equals("answered")) {
      throw UserError.invalid("Only a question that is answered can be kept. " + answer.sentence());
    }
    if (answer.query() == null) {
      throw UserError.invalid(Sentences.QUESTION_BY_MODEL.with());
    }
    return store
        .savedQuestions()
        .keep(
            new SavedQuestion(
                0,
                called,
                answer.question(),
                sourceOf(answer),
                answer.query(),
                followsTheDay(request, answer),
                Instant.now(),
                null));
  }

  /** The name, where a question may be called so. */
  static String named(String name) {
    if (name == null || !name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} _.-]{0,79}")) {
      throw UserError.invalid(Sentences.QUESTION_NAME_SIGNS.with());
    }
    return name.strip();
  }

  /** What can be asked of a source, or of the newest of all. */
  List<SuggestedQuestion> suggested(String source, String language) {
    List<Source> asked =
        source == null
            ? store.sources().all().stream()
                .map(kept -> kept.source())
                .sorted(Comparator.comparing(Source::createdAt).reversed())
                .limit(MOST_SUGGESTED_OF)
                .toList()
            : List.of(catalogue.source(source));
    return features.suggestQuestions(new Published(asked), language, clock());
  }

  private String sourceOf(Answer answer) {
    return store.sources().all().stream()
        .map(kept -> kept.source())
        .filter(source ->
            List.of(source.silverTable(), source.bronzeTable()).contains(answer.query().table()))
        .map(Source::id)
        .findFirst()
        .orElse(null);
  }

  /** A model's reading is kept as it is: asked again, it may read the words another way. */
  private boolean followsTheDay(AskRequest request, Answer answer) {
    if (request.query() != null || answer.author() == Author.MODEL) {
      return false;
    }
    Answer later = ask(request.withModel(false), Clock.offset(clock(), LATER));
    return later.query() != null && !Objects.equals(later.query(), answer.query());
  }

  Answer askSaved(String name, boolean verify) {
    SavedQuestion kept = kept(name);
    return ask(
        kept.relative()
            ? new AskRequest(kept.question(), kept.source(), null, null, verify, false)
            : new AskRequest(
                kept.question(), kept.source(), formerNames.follow(kept.query()), null, verify));
  }

  void forget(String name) {
    store.savedQuestions().forget(kept(name).name());
  }

  SavedQuestion kept(String name) {
    return store
        .savedQuestions()
        .find(name)
        .orElseThrow(() ->
            UserError.notFound(
                "There is no kept question '"
                    + name
                    + "'."
                    + Suggestion.hint(name, all().stream().map(SavedQuestion::name).toList())));
  }

  /** What "now" is, in the workspace's zone. */
  Clock clock() {
    return Clock.system(ZoneId.of(settings().zone()));
  }

  WorkspaceSettings settings() {
    return store
        .settings()
        .find(SETTINGS)
        .map(kept -> Json.read(kept.value(), WorkspaceSettings.class))
        .orElseGet(() -> new WorkspaceSettings(ZoneId.systemDefault().getId()));
  }

  WorkspaceSettings configure(WorkspaceSettings settings) {
    String zone = settings.zone() == null ? "" : settings.zone().strip();
    try {
      WorkspaceSettings kept = new WorkspaceSettings(ZoneId.of(zone).getId());
      store.settings().keep(SETTINGS, new Settings.Kept(Json.write(kept), null));
      return kept;
    } catch (DateTimeException e) {
      throw UserError.invalid(
          Suggestion.near(Sentences.ZONE_UNKNOWN.with(zone), zone, ZoneId.getAvailableZoneIds()));
    }
  }
}
