package dev.assay.cli;

import dev.assay.model.SyncSettings;
import dev.assay.model.UserError;
import dev.assay.workspace.Workspace;
import java.time.ZoneId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has a source sync by itself. */
@Command(
    name = "schedule",
    description =
        "Has a source sync by itself while 'assay serve' runs; a missed time is made up once.")
final class ScheduleCommand extends Verb {
  @Parameters(index = "0", paramLabel = "NAME", description = "A source.")
  String name;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "CRON",
      description = "Minute, hour, day of month, month, day of week: \"30 6 * * MON-FRI\".")
  String cron;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "The time zone, such as Europe/Lisbon; else this machine's.")
  String zone;

  @Option(names = "--off", description = "No longer.")
  boolean off;

  @Override
  int run(Session session) {
    if (off == (cron != null)) {
      throw UserError.invalid("Give a schedule such as \"30 6 * * MON-FRI\", or --off.");
    }
    Workspace workspace = session.workspace();
    SyncSettings now = workspace.settings(name);
    SyncSettings.Schedule schedule =
        off
            ? null
            : new SyncSettings.Schedule(cron, zone == null ? ZoneId.systemDefault().getId() : zone);
    SyncSettings settings =
        workspace.configure(
            name,
            new SyncSettings(
                now.mode(),
                now.cursor(),
                schedule,
                now.watch(),
                now.downstream(),
                now.contract(),
                now.keptLoads()));
    SettingsCommand.print(session, settings);
    return 0;
  }
}
