package dev.assay.ask;

import dev.assay.ask.llm.QuestionModel;
import dev.assay.engine.DuckDbEngine;
import dev.assay.engine.Engine;
import dev.assay.gold.WrittenRoutes;
import dev.assay.model.Answer;
import dev.assay.model.AskRequest;
import dev.assay.model.Query;
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
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Answers questions in plain words, by rules and, where they are not sure, by a model: a question
 * becomes a typed query, finds its layer, and comes back with its proof.
 */
public final class Asker {
  private static final int MOST_RESULTS = 1_000;
  private static final int MOST_SUGGESTED = 6;
  private static final long MOST_BYTES = 32L << 20;

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
    Answer byRules =
        reading(where -> new TableChoice(request, published, where, vocabularies, today).answer());
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
}
