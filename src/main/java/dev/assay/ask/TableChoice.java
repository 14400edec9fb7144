package dev.assay.ask;

import dev.assay.model.Answer;
import dev.assay.model.AskRequest;
import dev.assay.model.Problem;
import dev.assay.model.Query;
import dev.assay.model.Relationship;
import dev.assay.model.UserError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Chooses which of the published tables a question is about, alone or with others, and answers it.
 */
final class TableChoice {
  private final AskRequest request;
  private final String question;
  private final Catalog.Published published;
  private final Where where;
  private final Vocabularies vocabularies;
  private final LocalDate today;
  private final AcrossTables across;

  /**
   * @param where the transaction in which everything is read
   * @param vocabularies what the tables know
   */
  TableChoice(
      AskRequest request,
      Catalog.Published published,
      Where where,
      Vocabularies vocabularies,
      LocalDate today) {
    this.request = request;
    this.question = request.question();
    this.published = published;
    this.where = where;
    this.vocabularies = vocabularies;
    this.today = today;
    this.across =
        new AcrossTables(
            where.interpreter(),
            () -> published.all(where.reader()),
            this::vocabulary,
            where.reader(),
            request,
            today);
  }

  private Vocabulary vocabulary(Catalog catalog) {
    return vocabularies.of(catalog, where.reader());
  }

  Answer answer() {
    List<Attempt> attempts = attempts();
    if (request.query() != null) {
      return typed(request.query(), attempts);
    }
    if (attempts.isEmpty()) {
      throw UserError.notFound("There is no table to ask yet. Add a file first.");
    }
    return followed(attempts).or(() -> known(attempts)).orElseGet(() -> anew(attempts));
  }

  private List<Attempt> attempts() {
    Interpreter interpreter =
        request.query() == null ? where.interpreter() : new TypedQuestion(across::columns);
    List<Attempt> attempts = new ArrayList<>();
    for (Catalog catalog : published.at(where.reader())) {
      if (catalog.asked().isPresent()) {
        Asked asked = new Asked(request, catalog, vocabulary(catalog), today);
        interpreter
            .read(asked)
            .ifPresent(
                reading -> attempts.add(new Attempt(across.widened(asked, reading), reading)));
      }
    }
    return attempts;
  }

  /** What a Gold table was made to answer, word for word, it answers as it is. */
  private Optional<Answer> known(List<Attempt> attempts) {
    return Attempt.only(attempts, a -> KnownQuestion.read(question, a.catalog()).isPresent())
        .map(known -> answer(known.asked(), known.reading()));
  }

  private Answer anew(List<Attempt> attempts) {
    List<Attempt> named = attempts.stream().filter(Attempt::namesSource).toList();
    List<Attempt> candidates = named.isEmpty() ? attempts : named;
    List<Attempt> understood = candidates.stream().filter(Attempt::understood).toList();
    if (understood.isEmpty()) {
      // "top 3 customers by amount": customers are named, and orders alone know all of it.
      understood = Attempt.only(attempts, Attempt::understood).stream().toList();
    }
    if (understood.size() > 1) {
      // "how many orders" is about the table of orders, even where payments name orders too.
      List<Attempt> rivals = understood;
      Optional<Attempt> ownRows =
          Attempt.only(rivals, Attempt::countsRows)
              .or(() -> Attempt.only(rivals, Attempt::namesRows));
      if (ownRows.isEmpty()) {
        return chooseSource(rivals.stream().map(Attempt::catalog).toList());
      }
      understood = List.of(ownRows.get());
    }
    List<Attempt> counted = candidates.stream().filter(Attempt::countsRows).toList();
    if (understood.isEmpty() || counted.size() == 1 && !understood.equals(counted)) {
      List<Catalog> facts =
          (understood.isEmpty() ? attempts : counted).stream().map(Attempt::catalog).toList();
      Optional<Answer> joined = joined(facts, counted);
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
      case Reading.Understood reading -> understood(chosen, reading);
      case Reading.NeedsChoice choice -> unanswered(choice);
      case Reading.NotUnderstood unclear -> unanswered(unclear);
    };
  }

  /** The answer of one table, with what others know of its keys and say in full. */
  private Answer understood(Attempt chosen, Reading.Understood reading) {
    Catalog catalog = chosen.catalog();
    List<Relationship> confirmed = published.confirmed();
    return across
        .saidInFull(catalog, confirmed)
        .map(this::answer)
        .or(() ->
            across
                .named(catalog, reading, confirmed)
                .map(found ->
                    where
                        .answering(found.asked())
                        .named(found.reading(), catalog, reading.query())))
        .orElseGet(() -> answer(chosen.asked(), reading));
  }

  private Answer answer(AcrossTables.Found found) {
    return answer(found.asked(), found.reading());
  }

  private Answer answer(Asked asked, Reading reading) {
    return where.answering(asked).answer((Reading.Understood) reading);
  }

  /** The answer to what follows an earlier question, over the table that this was about. */
  private Optional<Answer> followed(List<Attempt> attempts) {
    if (request.context() == null || request.context().query() == null) {
      return Optional.empty();
    }
    Query earlier = request.context().query();
    for (Attempt attempt : attempts) {
      Catalog catalog = attempt.catalog();
      if (catalog.silver().filter(silver -> silver.name().equals(earlier.table())).isEmpty()) {
        continue;
      }
      if (new FollowUp().read(attempt.asked()).orElse(null) instanceof Reading.Understood reading) {
        return Optional.of(answer(attempt.asked(), reading));
      }
      Optional<AcrossTables.Found> found = across.followed(catalog, published.confirmed());
      if (found.isPresent()) {
        return found.map(this::answer);
      }
      if (!earlier.joins().isEmpty() && FollowUp.begins(new Words(question))) {
        return across.unclear(catalog, published.confirmed()).map(this::unanswered);
      }
    }
    return Optional.empty();
  }

  private Answer unanswered(Reading reading) {
    return switch (reading) {
      case Reading.NeedsChoice(String sentence, List<String> choices) ->
          Answer.unanswered(question, "needs_choice", sentence, choices);
      case Reading.NotUnderstood(String sentence) ->
          Answer.unanswered(question, "not_understood", sentence, List.of());
      case Reading.Understood _ -> throw new IllegalStateException("It was understood.");
    };
  }

  /** The answer over several tables; empty where they cannot give it either. */
  private Optional<Answer> joined(List<Catalog> facts, List<Attempt> counted) {
    List<AcrossTables.Found> read = across.read(facts, published.confirmed());
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
      return Optional.of(chooseSource(found.stream().map(one -> one.asked().catalog()).toList()));
    }
    if (found.size() == 1) {
      return Optional.of(answer(found.getFirst()));
    }
    return across.read(facts, AcrossTables.likely(published.likely())).stream()
        .findFirst()
        .map(JoinNotes::unconfirmed)
        .map(this::unanswered);
  }

  private Answer typed(Query query, List<Attempt> attempts) {
    if (attempts.isEmpty()) {
      throw UserError.of(
          List.of(
              new Problem(
                  "/query/table",
                  "There is no table '"
                      + query.table()
                      + "' to ask. A query is about a Silver table: assay status lists them.")));
    }
    return answer(attempts.getFirst().asked(), attempts.getFirst().reading());
  }

  private Answer chooseSource(List<Catalog> catalogs) {
    List<String> names = catalogs.stream().map(catalog -> catalog.source().id()).toList();
    String plain = question.strip().replaceAll("[?.!\\s]+$", "");
    Words words = new Words(question);
    return Answer.unanswered(
        question,
        "needs_choice",
        words.say("which-source", String.join(" " + words.say("and") + " ", names)),
        names.stream().map(name -> plain + " in " + name + "?").toList());
  }
}
