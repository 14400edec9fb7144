package dev.assay.cli;

import dev.assay.model.Contract;
import dev.assay.model.Layer;
import dev.assay.model.SyncSettings;
import dev.assay.model.UserError;
import dev.assay.workspace.Workspace;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows or changes how a source follows its origin. */
@Command(
    name = "settings",
    description = "Shows how a source follows its origin; with options, changes it.")
final class SettingsCommand extends Verb {
  private static final String CHOICE = "evolve|freeze|quarantine|pause";

  @Parameters(paramLabel = "NAME", description = "A source.")
  String name;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description = "What a load does: replace, append or snapshot.")
  SyncSettings.LoadMode mode;

  @Option(
      names = "--cursor",
      paramLabel = "COLUMN",
      description = "Read only what is new by this column; none for everything.")
  String cursor;

  @Option(names = "--contract-added", paramLabel = CHOICE, description = "For a new column.")
  Contract.Choice added;

  @Option(names = "--contract-dropped", paramLabel = CHOICE, description = "For a lost column.")
  Contract.Choice dropped;

  @Option(names = "--contract-renamed", paramLabel = CHOICE, description = "For another name.")
  Contract.Choice renamed;

  @Option(names = "--contract-reordered", paramLabel = CHOICE, description = "For another order.")
  Contract.Choice reordered;

  @Option(names = "--contract-reshaped", paramLabel = CHOICE, description = "For other values.")
  Contract.Choice reshaped;

  @Option(names = "--silver", paramLabel = "auto|manual", description = "Whether Silver follows.")
  SyncSettings.Refreshing silver;

  @Option(names = "--gold", paramLabel = "auto|manual", description = "Whether Gold follows.")
  SyncSettings.Refreshing gold;

  @Option(names = "--keep", paramLabel = "N", description = "How many older loads stay.")
  Integer keep;

  @Option(
      names = "--watch",
      negatable = true,
      description = "Sync when the file or folder changes, while 'assay serve' runs.")
  Boolean watch;

  @Override
  int run(Session session) {
    if (keep != null && keep < 0) {
      throw UserError.invalid("Give --keep as a whole number from 0.");
    }
    Workspace workspace = session.workspace();
    SyncSettings now = workspace.settings(name);
    SyncSettings wished = changed(now);
    print(session, wished.equals(now) ? now : workspace.configure(name, wished));
    return 0;
  }

  private SyncSettings changed(SyncSettings now) {
    Map<Layer, SyncSettings.Refreshing> downstream = new EnumMap<>(Layer.class);
    downstream.putAll(now.downstream());
    if (silver != null) {
      downstream.put(Layer.SILVER, silver);
    }
    if (gold != null) {
      downstream.put(Layer.GOLD, gold);
    }
    Contract contract = now.contract();
    return new SyncSettings(
        or(mode, now.mode()),
        cursor == null ? now.cursor() : cursor.equals("none") ? null : cursor,
        now.schedule(),
        or(watch, now.watch()),
        downstream,
        new Contract(
            or(added, contract.added()),
            or(dropped, contract.dropped()),
            or(renamed, contract.renamed()),
            or(reordered, contract.reordered()),
            or(reshaped, contract.reshaped())),
        or(keep, now.keptLoads()));
  }

  private static <T> T or(T wished, T now) {
    return wished == null ? now : wished;
  }

  static void print(Session session, SyncSettings settings) {
    if (session.json()) {
      session.printJson(settings);
      return;
    }
    Contract contract = settings.contract();
    session.say("mode       " + settings.mode().text());
    session.say("cursor     " + (settings.cursor() == null ? "none" : settings.cursor()));
    session.say(
        "schedule   "
            + (settings.schedule() == null
                ? "none"
                : settings.schedule().cron() + " in " + settings.schedule().zone()));
    session.say("watch      " + (settings.watch() ? "yes" : "no"));
    session.say(
        "follows    Silver "
            + follows(settings, Layer.SILVER)
            + ", Gold "
            + follows(settings, Layer.GOLD));
    session.say(
        "contract   added "
            + contract.added().text()
            + ", dropped "
            + contract.dropped().text()
            + ", renamed "
            + contract.renamed().text()
            + ", reordered "
            + contract.reordered().text()
            + ", reshaped "
            + contract.reshaped().text());
    session.say("keeps      " + Words.counted(settings.keptLoads(), "older load"));
  }

  private static String follows(SyncSettings settings, Layer layer) {
    return settings.downstream().getOrDefault(layer, SyncSettings.Refreshing.AUTO).text();
  }
}
