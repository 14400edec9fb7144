package dev.assay.cli;

import dev.assay.model.WorkspaceSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The time zone in which today and last month are meant. */
@Command(
    name = "zone",
    description = "Shows or changes the time zone in which today, last month … are meant.",
    footer = {"", "Example: assay zone America/Sao_Paulo"})
final class ZoneCommand extends Verb {
  @Parameters(arity = "0..1", paramLabel = "ZONE", description = "Such as Europe/Lisbon.")
  String zone;

  @Override
  int run(Session session) {
    WorkspaceSettings settings =
        zone == null
            ? session.workspace().workspaceSettings()
            : session.workspace().configure(new WorkspaceSettings(zone));
    if (session.json()) {
      session.printJson(settings);
    } else {
      session.say(settings.zone());
    }
    return 0;
  }
}
