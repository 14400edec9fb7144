package dev.assay.ask;

import dev.assay.ask.llm.QuestionModel;
import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Engine;
import dev.assay.gold.WrittenRoutes;
import dev.assay.model.Answer;
import dev.assay.model.AskRequest;
import dev.assay.model.Problem;
import dev.assay.model.Query;
import dev.assay.model.Relationship;
import dev.assay.model.Rows;
import dev.assay.model.SuggestedQuestion;
import dev.assay.model.UserError;
import dev.assay.semantic.Semantics;
import dev.assay.sql.Dialect;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Answers questions in plain words, by rules and, where they are not sure, by a model: a question
 * becomes a typed query, finds its layer, and comes back with its proof.
 */
public final class Asker {
  private static final int MOST_RESULTS = 1_000;
  private static final int MOST_SUGGESTED = 6;
  private static final long MOST_BYTES = 32L << 20;

  /** One source's reading of the question. */
  private record Attempt(Asked asked, Reading reading) {
    Catalog catalog() {
      return asked.catalog();
    }
  }

  private final DuckDbEngine engine;
  private final Dialect dialect;
  private final Interpreter interpreter =
      new Interpreters(
          List.of(
              new KnownQuestion(),
              new FollowUp(),
              new PlausibleCounts(new QuestionReader()),
              new SmallTableReader()));

  private final Vocabularies vocabularies;
  private final WrittenRoutes written;
  private final SecondOpinion second;

  // More at once than there are cores to answer only makes everyone wait, and the last for longest:
  // who comes first is answered first.
  private final Semaphore atOnce =
      new Semaphore(Math.max(4, 2 * Runtime.getRuntime().availableProcessors()), true);

  // Who only waits for what another computes does not keep anyone from being answered.
  private final KeptRows kept = new KeptRows(MOST_RESULTS, MOST_BYTES, this::aside);

  public Asker(DuckDbEngine engine, Dialect dialect) {
    this(engine, dialect, new Semantics());
  }

  /**
   * Rules alone.
   *
   * @param semantics what others have inferred too
   */
  public Asker(DuckDbEngine engine, Dialect dialect, Semantics semantics) {
    this.engine = engine;
    this.dialect = dialect;
    this.vocabularies = new Vocabularies(semantics);
    this.written = new WrittenRoutes(engine::parse, engine::render);
    this.second = null;
  }

  /**
   * Rules, and a language model where they are not sure.
   *
   * @param checked what SQL of the model's goes through
   */
  public Asker(
      DuckDbEngine engine,
      Dialect dialect,
      Semantics semantics,
      QuestionModel model,
      WrittenSql checked) {
    this.engine = engine;
    this.dialect = dialect;
    this.vocabularies = new Vocabularies(semantics);
    this.written = new WrittenRoutes(engine::parse, engine::render);
    this.second = new SecondOpinion(this::reading, interpreter, model, checked);
  }

  /**
   * Answers a question from the published tables; routing and query see the same state.
   *
   * @param published the sources that may be meant, read within the transaction
   * @param clock what "now" is, in the workspace's zone
   */
  public Answer ask(AskRequest request, Catalog.Published published, Clock clock) {
    String question = request.question();
    if (request.query() == null && (question == null || question.isBlank())) {
      throw UserError.invalid(Sentences.QUESTION_EMPTY.with());
    }
    if (question != null && question.length() > 1_000) {
      throw UserError.invalid(Sentences.QUESTION_TOO_LONG.with());
    }
    LocalDate today = LocalDate.now(clock);
    Answer byRules = reading(where -> answer(request, published, where, today));
    return second == null
        ? byRules
        : second.on(request, byRules, reader -> asked(request, published, reader, today), clock);
  }

  /**
   * Works within one transaction; where a Gold table fails there, again in the next, without that
   * table.
   */
  private <T> T reading(Function<Where, T> work) {
    Map<String, String> failed = new LinkedHashMap<>();
    while (true) {
      Routing routing = new Routing(written, failed);
      atOnce.acquireUninterruptibly();
      try {
        return engine.reading(
            reader -> work.apply(new Where(reader, routing, dialect, interpreter, kept)));
      } catch (GoldFailed e) {
        if (failed.put(e.table(), e.said()) != null) {
          throw e;
        }
      } finally {
        atOnce.release();
      }
    }
  }

  private void aside(Runnable wait) {
    atOnce.release();
    try {
      wait.run();
    } finally {
      atOnce.acquireUninterruptibly();
    }
  }

  private List<Asked> asked(
      AskRequest request, Catalog.Published published, Engine.Reader reader, LocalDate today) {
    return published.at(reader).stream()
        .filter(catalog -> catalog.asked().isPresent())
        .map(catalog -> new Asked(request, catalog, vocabularies.of(catalog, reader), today))
        .toList();
  }

  /**
   * A table that somebody asks for.
   *
   * @param query what it holds
   * @param columns of its Silver table
   * @param notes how the words were taken, and what should be known
   */
  public record Wish(Query query, List<Rows.Column> columns, List<String> notes) {}

  /**
   * Reads a sentence such as "create a monthly revenue summary by product category"; throws
   * UserError that says what is not understood.
   *
   * @param published the one source that is meant
   */
  public Wish wish(String sentence, Catalog.Published published, Clock clock) {
    if (sentence.length() > 1_000) {
      throw UserError.invalid(Sentences.SENTENCE_TOO_LONG.with());
    }
    return engine.reading(reader -> {
      Catalog catalog = published.at(reader).getFirst();
      Vocabulary vocabulary = vocabularies.of(catalog, reader);
      WishWords.Said said = WishWords.plain(WishWords.question(sentence), vocabulary.index());
      AskRequest request = new AskRequest(said.question(), catalog.source().id());
      Reading reading =
          new QuestionReader()
              .read(new Asked(request, catalog, vocabulary, LocalDate.now(clock)))
              .orElseThrow();
      return switch (reading) {
        case Reading.Understood understood -> {
          List<String> notes = new ArrayList<>(said.notes());
          notes.addAll(understood.interpretation());
          notes.addAll(understood.warnings());
          yield new Wish(understood.query(), vocabulary.columns(), notes);
        }
        case Reading.NeedsChoice(String text, List<String> choices) ->
            throw UserError.invalid(text + " Say one of: " + String.join("; ", choices));
        case Reading.NotUnderstood(String text) -> throw UserError.invalid(text);
      };
    });
  }

  /** Loads what questions about Gold that is SQL would otherwise wait for. */
  public static void warm() {
    WrittenRoutes.warm();
  }

  /**
   * Learns the words of tables, so that the first question need not wait.
   *
   * @param standIns views by which tables that are not published yet go by the names they will have
   */
  public void prepare(List<String> standIns, Catalog.Published published) {
    engine.reading(
        standIns,
        reader -> {
          published.at(reader).stream()
              .filter(catalog -> catalog.asked().isPresent())
              .forEach(catalog -> vocabularies.of(catalog, reader));
          return null;
        });
  }

  /**
   * Questions that the tables can answer now, for somebody who has asked none.
   *
   * @param language en, pt or es; another is taken for English
   */
  public List<SuggestedQuestion> suggested(
      Catalog.Published published, String language, Clock clock) {
    atOnce.acquireUninterruptibly();
    try {
      return engine.reading(reader -> suggested(published.at(reader), language, clock, reader));
    } finally {
      atOnce.release();
    }
  }

  private List<SuggestedQuestion> suggested(
      List<Catalog> published, String language, Clock clock, Engine.Reader reader) {
    List<Catalog> asked =
        published.stream().filter(catalog -> catalog.asked().isPresent()).toList();
    int most = Math.max(2, MOST_SUGGESTED / Math.max(1, asked.size()));
    return asked.stream()
        .flatMap(catalog ->
            new FirstQuestions(
                    interpreter,
                    catalog,
                    vocabularies.of(catalog, reader),
                    Language.of(language),
                    LocalDate.now(clock))
                .of(most).stream())
        .toList();
  }

  private Answer answer(
      AskRequest request, Catalog.Published published, Where where, LocalDate today) {
    String question = request.question();
    Engine.Reader reader = where.reader();
    List<Catalog> catalogs = published.at(reader);
    AcrossTables across =
        new AcrossTables(
            interpreter,
            () -> published.all(reader),
            catalog -> vocabularies.of(catalog, reader),
            reader);
    Interpreter typed = new TypedQuestion(across::columns);
    List<Attempt> attempts = new ArrayList<>();
    for (Catalog catalog : catalogs) {
      if (catalog.asked().isPresent()) {
        Asked asked = new Asked(request, catalog, vocabularies.of(catalog, reader), today);
        (request.query() == null ? interpreter : typed)
            .read(asked)
            .ifPresent(
                reading -> attempts.add(new Attempt(across.widened(asked, reading), reading)));
      }
    }
    if (request.query() != null) {
      return typed(request.query(), attempts, where);
    }
    if (attempts.isEmpty()) {
      throw UserError.notFound("There is no table to ask yet. Add a file first.");
    }
    Optional<Answer> followed = followed(request, attempts, across, published, where, today);
    if (followed.isPresent()) {
      return followed.get();
    }
    // What a Gold table was made to answer, word for word, it answers as it is.
    Optional<Attempt> known =
        about(attempts, a -> KnownQuestion.read(question, a.catalog()).isPresent());
    if (known.isPresent()) {
      return where
          .answering(known.get().asked())
          .answer((Reading.Understood) known.get().reading());
    }
    List<Attempt> named = attempts.stream().filter(a -> names(question, a)).toList();
    List<Attempt> candidates = named.isEmpty() ? attempts : named;
    List<Attempt> understood =
        candidates.stream().filter(a -> a.reading() instanceof Reading.Understood).toList();
    if (understood.isEmpty()) {
      // "top 3 customers by amount": customers are named, and orders alone know all of it.
      understood =
          about(attempts, a -> a.reading() instanceof Reading.Understood).stream().toList();
    }
    if (understood.size() > 1) {
      // "how many orders" is about the table of orders, even where payments name orders too.
      List<Attempt> rivals = understood;
      Optional<Attempt> ownRows =
          about(rivals, a -> RowNames.counts(question, a.asked().vocabulary()))
              .or(() -> about(rivals, a -> namesRows(question, a)));
      if (ownRows.isEmpty()) {
        return chooseSource(question, rivals);
      }
      understood = List.of(ownRows.get());
    }
    List<Attempt> counted =
        candidates.stream().filter(a -> RowNames.counts(question, a.asked().vocabulary())).toList();
    if (understood.isEmpty() || counted.size() == 1 && !understood.equals(counted)) {
      List<Catalog> facts =
          (understood.isEmpty() ? attempts : counted).stream().map(Attempt::catalog).toList();
      Optional<Answer> joined = joined(request, facts, counted, across, published, where, today);
      if (joined.isPresent()) {
        return joined.get();
      }
    }
    Attempt chosen =
        !understood.isEmpty()
            ? understood.getFirst()
            : Stream.concat(counted.stream(), candidates.stream())
                .filter(a -> a.reading() instanceof Reading.NeedsChoice)
                .findFirst()
                .orElse(candidates.getFirst());
    return switch (chosen.reading()) {
      case Reading.Understood reading -> {
        Catalog catalog = chosen.catalog();
        List<Relationship> confirmed = published.confirmed();
        Optional<AcrossTables.Found> wider = across.saidInFull(request, catalog, confirmed, today);
        if (wider.isPresent()) {
          yield where.answering(wider.get().asked()).answer(wider.get().reading());
        }
        yield across
            .named(request, catalog, reading, confirmed, today)
            .map(found ->
                where.answering(found.asked()).named(found.reading(), catalog, reading.query()))
            .orElseGet(() -> where.answering(chosen.asked()).answer(reading));
      }
      case Reading.NeedsChoice choice -> unanswered(question, choice);
      case Reading.NotUnderstood unclear -> unanswered(question, unclear);
    };
  }

  private static Optional<Attempt> about(List<Attempt> all, Predicate<Attempt> meant) {
    List<Attempt> found = all.stream().filter(meant).toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /** The answer to what follows an earlier question, over the table that this was about. */
  private Optional<Answer> followed(
      AskRequest request,
      List<Attempt> attempts,
      AcrossTables across,
      Catalog.Published published,
      Where where,
      LocalDate today) {
    if (request.context() == null || request.context().query() == null) {
      return Optional.empty();
    }
    String table = request.context().query().table();
    FollowUp followUp = new FollowUp();
    for (Attempt attempt : attempts) {
      Catalog catalog = attempt.catalog();
      if (catalog.silver().filter(silver -> silver.name().equals(table)).isEmpty()) {
        continue;
      }
      if (followUp.read(attempt.asked()).orElse(null) instanceof Reading.Understood reading) {
        return Optional.of(where.answering(attempt.asked()).answer(reading));
      }
      Optional<AcrossTables.Found> found =
          across.followed(request, catalog, published.confirmed(), today);
      if (found.isPresent()) {
        return Optional.of(where.answering(found.get().asked()).answer(found.get().reading()));
      }
      if (!request.context().query().joins().isEmpty()
          && FollowUp.begins(new Words(request.question()))) {
        return across
            .unclear(request, catalog, published.confirmed(), today)
            .map(reading -> unanswered(request.question(), reading));
      }
    }
    return Optional.empty();
  }

  private static Answer unanswered(String question, Reading reading) {
    return switch (reading) {
      case Reading.NeedsChoice(String sentence, List<String> choices) ->
          Answer.unanswered(question, "needs_choice", sentence, choices);
      case Reading.NotUnderstood(String sentence) ->
          Answer.unanswered(question, "not_understood", sentence, List.of());
      case Reading.Understood _ -> throw new IllegalStateException("It was understood.");
    };
  }

  /** The answer over several tables; empty where they cannot give it either. */
  private Optional<Answer> joined(
      AskRequest request,
      List<Catalog> facts,
      List<Attempt> counted,
      AcrossTables across,
      Catalog.Published published,
      Where where,
      LocalDate today) {
    List<AcrossTables.Found> read = across.read(request, facts, published.confirmed(), today);
    // "how many tracks by genre": the rows of tracks, not those of what names tracks.
    List<String> own = counted.stream().map(one -> one.asked().vocabulary().table()).toList();
    List<AcrossTables.Found> found =
        own.size() == 1
            ? read.stream().filter(one -> own.contains(one.asked().vocabulary().table())).toList()
            : read;
    if (found.isEmpty() && !read.isEmpty()) {
      return Optional.empty();
    }
    if (found.size() > 1) {
      return Optional.of(
          chooseSource(
              request.question(),
              found.stream().map(one -> new Attempt(one.asked(), one.reading())).toList()));
    }
    if (found.size() == 1) {
      return Optional.of(
          where.answering(found.getFirst().asked()).answer(found.getFirst().reading()));
    }
    return across.read(request, facts, AcrossTables.likely(published.likely()), today).stream()
        .findFirst()
        .map(AcrossTables::unconfirmed)
        .map(choice ->
            Answer.unanswered(
                request.question(), "needs_choice", choice.sentence(), choice.choices()));
  }

  private static Answer typed(Query query, List<Attempt> attempts, Where where) {
    if (attempts.isEmpty()) {
      throw UserError.of(
          List.of(
              new Problem(
                  "/query/table",
                  "There is no table '"
                      + query.table()
                      + "' to ask. A query is about a Silver table: assay status lists them.")));
    }
    return where
        .answering(attempts.getFirst().asked())
        .answer((Reading.Understood) attempts.getFirst().reading());
  }

  private static Answer chooseSource(String question, List<Attempt> attempts) {
    List<String> names = attempts.stream().map(attempt -> attempt.catalog().source().id()).toList();
    String plain = question.strip().replaceAll("[?.!\\s]+$", "");
    Words words = new Words(question);
    return Answer.unanswered(
        question,
        "needs_choice",
        words.say("which-source", String.join(" " + words.say("and") + " ", names)),
        names.stream().map(name -> plain + " in " + name + "?").toList());
  }

  private static boolean names(String question, Attempt attempt) {
    String id = attempt.catalog().source().id().toLowerCase(Locale.ROOT);
    Words words = new Words(question);
    for (int i = 0; i < words.count(); i++) {
      if (words.get(i).lower().equals(id)) {
        return true;
      }
    }
    return false;
  }

  private static boolean namesRows(String question, Attempt attempt) {
    Words words = new Words(question);
    for (int i = 0; i < words.count(); i++) {
      if (RowNames.is(attempt.asked().vocabulary(), words.get(i))) {
        return true;
      }
    }
    return false;
  }
}
