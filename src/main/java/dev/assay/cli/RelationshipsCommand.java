package dev.assay.cli;

import dev.assay.model.Relationship;
import dev.assay.model.Relationship.Cardinality;
import dev.assay.model.Relationship.Status;
import dev.assay.model.UserError;
import dev.assay.workspace.Across;
import dev.assay.workspace.RelationshipWish;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists how sources belong together, and takes a person's word on it. */
@Command(
    name = "relationships",
    description = "How sources belong together: what was found, and your word on it.")
final class RelationshipsCommand extends Verb {
  @Option(names = "--confirm", paramLabel = "ID", description = "This one is meant.")
  String confirm;

  @Option(names = "--reject", paramLabel = "ID", description = "This one is not meant.")
  String reject;

  @Option(names = "--forget", paramLabel = "ID", description = "Take back what was said of it.")
  String forget;

  @Option(
      names = "--add",
      paramLabel = "orders.customer_id=customers.id",
      description = "Say how two sources belong together; several pairs with commas between.")
  String add;

  @Option(
      names = "--many",
      description = "With --add: rows of both sides may share values, and that is meant.")
  boolean many;

  @Override
  int run(Session session) {
    long wishes = Stream.of(confirm, reject, forget, add).filter(Objects::nonNull).count();
    if (wishes > 1) {
      throw UserError.invalid("Give one of --confirm, --reject, --forget and --add at a time.");
    }
    if (many && add == null) {
      throw UserError.invalid("--many goes with --add.");
    }
    Across across = session.workspace().across();
    if (forget != null) {
      across.forget(forget);
      session.say("What was said of " + forget + " is forgotten.");
      return 0;
    }
    if (wishes == 1) {
      Relationship said =
          confirm != null
              ? across.confirm(confirm)
              : reject != null
                  ? across.reject(reject)
                  : across.relate(RelationshipWish.parse(add, many));
      if (session.json()) {
        session.printJson(said);
      } else {
        print(session, said);
        next(session, said);
      }
      return 0;
    }
    List<Relationship> all = across.relationships();
    if (session.json()) {
      session.printJson(all);
      return 0;
    }
    if (all.isEmpty()) {
      session.say(
          "No two sources seem to belong together. Say so yourself: "
              + session.command("assay relationships --add orders.customer_id=customers.id"));
      return 0;
    }
    for (Relationship one : all) {
      print(session, one);
    }
    all.stream()
        .filter(one -> one.status() == Status.PROPOSED)
        .findFirst()
        .ifPresent(one ->
            session.say(
                "Say which are meant: "
                    + session.command("assay relationships --confirm " + one.id())
                    + " (or --reject)"));
    return 0;
  }

  private static void next(Session session, Relationship said) {
    if (said.status() == Status.CONFIRMED) {
      session.say(
          "Questions may now use both. Gold over both: "
              + session.command("assay suggest gold --across"));
    }
  }

  private static void print(Session session, Relationship one) {
    session.say(one.written());
    session.say(
        "  ",
        one.status().name().toLowerCase(Locale.ROOT)
            + (one.status() == Status.PROPOSED
                ? String.format(Locale.ROOT, " (%.0f %% sure)", 100 * one.confidence())
                : "")
            + ", "
            + kind(one.cardinality())
            + ", id "
            + one.id());
    session.say("  ", one.because());
    String rest = rest(one);
    if (!rest.isEmpty()) {
      session.say("  ", rest);
    }
    session.say("");
  }

  private static String rest(Relationship one) {
    StringBuilder rest = new StringBuilder();
    if (!one.orphanExamples().isEmpty()) {
      rest.append("Not found: ").append(String.join("; ", one.orphanExamples())).append(". ");
    }
    if (one.missing() > 0) {
      rest.append(Words.counted(one.missing(), "row"))
          .append(" of ")
          .append(one.from().source())
          .append(one.missing() == 1 ? " has" : " have")
          .append(" no value. ");
    }
    if (one.unused() > 0) {
      rest.append(Words.counted(one.unused(), "row"))
          .append(" of ")
          .append(one.to().source())
          .append(one.unused() == 1 ? " is" : " are")
          .append(" never named.");
    }
    return rest.toString().strip();
  }

  private static String kind(Cardinality cardinality) {
    return switch (cardinality) {
      case ONE_TO_ONE -> "one to one";
      case MANY_TO_ONE -> "many to one";
      case MANY_TO_MANY -> "many to many: rows would count several times";
    };
  }
}
