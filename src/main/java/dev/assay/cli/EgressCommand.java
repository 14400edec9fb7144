package dev.assay.cli;

import dev.assay.model.Egress;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what was sent to language models. */
@Command(
    name = "egress",
    description = "Lists what was sent to a language model; with an id, shows it word for word.")
final class EgressCommand extends Verb {
  @Parameters(index = "0", arity = "0..1", paramLabel = "ID", description = "A request.")
  Long id;

  @Option(names = "--limit", paramLabel = "N", description = "How many, newest first; else 20.")
  int limit = 20;

  @Override
  int run(Session session) {
    if (id == null) {
      list(session, session.workspace().model().egress(Math.max(0, limit), 0));
    } else {
      show(session, session.workspace().model().egress(id));
    }
    return 0;
  }

  private static void list(Session session, List<Egress> sent) {
    if (session.json()) {
      session.printJson(sent);
      return;
    }
    if (sent.isEmpty()) {
      session.say("Nothing was ever sent to a language model.");
      return;
    }
    Table table = new Table(">ID", "SENT", "WHAT FOR", "SOURCE", "TO", "SAW", ">BYTES", "OUTCOME");
    for (Egress one : sent) {
      table.add(
          Long.toString(one.id()),
          one.at().toString(),
          one.purpose(),
          one.sourceId() == null ? "" : one.sourceId(),
          one.model() + " at " + one.url(),
          one.privacy().name().toLowerCase(Locale.ROOT),
          Words.count(one.bytes()),
          one.outcome());
    }
    table.print(session.terminal());
    session.say("Word for word: " + session.command("assay egress ID"));
  }

  private static void show(Session session, Egress one) {
    if (session.json()) {
      session.printJson(one);
      return;
    }
    session.say(
        one.at()
            + "  "
            + one.purpose()
            + ", "
            + Words.count(one.bytes())
            + " bytes to "
            + one.url());
    session.say("Outcome: " + Words.plain(one.outcome()));
    session.say("");
    session.say("Sent:");
    session.say(Words.plain(one.text()));
    session.say("");
    session.say(one.answer() == null ? "No answer came." : "Answer:");
    if (one.answer() != null) {
      session.say(Words.plain(one.answer()));
    }
  }
}
