package dev.assay.ask;

import dev.assay.engine.Engine;
import dev.assay.model.Answer;
import dev.assay.model.AskRequest;
import dev.assay.model.UserError;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Answers questions in plain words without a model: a question becomes a typed query, finds its
 * layer, and comes back with its proof.
 */
public final class Asker {
  private static final int KEPT_VOCABULARIES = 64;

  /** One source's reading of the question. */
  private record Attempt(Asked asked, Reading reading) {
    Catalog catalog() {
      return asked.catalog();
    }
  }

  private final Engine engine;
  private final Interpreter interpreter =
      new Interpreters(List.of(new KnownQuestion(), new PlausibleCounts(new QuestionReader()), new SmallTableReader()));

  /** By table and build: the words of a published table never change. */
  private final Map<String, Vocabulary> vocabularies =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Vocabulary> eldest) {
              return size() > KEPT_VOCABULARIES;
            }
          });

  public Asker(Engine engine) {
    this.engine = engine;
  }

  /**
   * Answers a question from the published tables; routing and query see the same state.
   *
   * @param published the sources that may be meant, read within the transaction
   * @param clock what "now" is, in the workspace's zone
   */
  public Answer ask(AskRequest request, Catalog.Published published, Clock clock) {
    String question = request.question();
    if (question == null || question.isBlank()) {
      throw UserError.invalid("Ask a question, such as 'how many orders by month'.");
    }
    if (question.length() > 1_000) {
      throw UserError.invalid("The question is too long: ask in at most 1,000 characters.");
    }
    LocalDate today = LocalDate.now(clock);
    return engine.reading(reader -> answer(request, published.at(reader), reader, today));
  }

  /** Learns the words of a newly published table, so that the first question need not wait. */
  public void prepare(Catalog catalog) {
    if (catalog.asked().isPresent()) {
      engine.reading(reader -> vocabulary(catalog, reader));
    }
  }

  private Answer answer(
      AskRequest request, List<Catalog> catalogs, Engine.Reader reader, LocalDate today) {
    String question = request.question();
    List<Attempt> attempts = new ArrayList<>();
    for (Catalog catalog : catalogs) {
      if (catalog.asked().isPresent()) {
        Asked asked = new Asked(request, catalog, vocabulary(catalog, reader), today);
        interpreter.read(asked).ifPresent(reading -> attempts.add(new Attempt(asked, reading)));
      }
    }
    if (attempts.isEmpty()) {
      throw UserError.notFound("There is no table to ask yet. Add a file first.");
    }
    List<Attempt> named = attempts.stream().filter(a -> names(question, a)).toList();
    List<Attempt> candidates = named.isEmpty() ? attempts : named;
    List<Attempt> understood =
        candidates.stream().filter(a -> a.reading() instanceof Reading.Understood).toList();
    if (understood.size() > 1) {
      // "how many orders" is about the table of orders, even where payments name orders too.
      List<Attempt> ownRows = understood.stream().filter(a -> namesRows(question, a)).toList();
      if (ownRows.size() != 1) {
        return chooseSource(question, understood);
      }
      understood = ownRows;
    }
    Attempt chosen =
        !understood.isEmpty()
            ? understood.getFirst()
            : candidates.stream()
                .filter(a -> a.reading() instanceof Reading.NeedsChoice)
                .findFirst()
                .orElse(candidates.getFirst());
    return switch (chosen.reading()) {
      case Reading.Understood reading -> new Answering(chosen.asked(), reader).answer(reading);
      case Reading.NeedsChoice(String sentence, List<String> choices) ->
          Answer.unanswered(question, "needs_choice", sentence, choices);
      case Reading.NotUnderstood(String sentence) ->
          Answer.unanswered(question, "not_understood", sentence, List.of());
    };
  }

  private static Answer chooseSource(String question, List<Attempt> attempts) {
    List<String> names = attempts.stream().map(attempt -> attempt.catalog().source().id()).toList();
    String plain = question.strip().replaceAll("[?.!\\s]+$", "");
    return Answer.unanswered(
        question,
        "needs_choice",
        "The question fits " + String.join(" and ", names) + ". Which one is meant?",
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
      if (attempt.asked().vocabulary().rowNoun().filter(words.get(i).stem()::equals).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private Vocabulary vocabulary(Catalog catalog, Engine.Reader reader) {
    Catalog.Table table = catalog.asked().orElseThrow();
    if (table.build() == null) {
      return Vocabulary.read(catalog, reader);
    }
    String key = table.name() + " " + table.build();
    Vocabulary known = vocabularies.get(key);
    if (known == null) {
      known = Vocabulary.read(catalog, reader);
      vocabularies.put(key, known);
    }
    return known;
  }
}
