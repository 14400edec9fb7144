package dev.assay.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/** The commands by name. Only the one that was typed is made: start-up is part of every command. */
final class Commands {
  private static final Map<String, Supplier<Verb>> ALL = all();

  private Commands() {}

  static CommandLine line(Assay assay, String... arguments) {
    CommandLine line = new CommandLine(assay);
    String typed = typed(arguments);
    if (typed == null) {
      ALL.forEach((name, verb) -> line.addSubcommand(name, verb.get()));
    } else {
      line.addSubcommand(typed, ALL.get(typed).get());
    }
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(false);
    return line;
  }

  /** The command's name, or null when none is known; a folder may be called like a command. */
  private static String typed(String... arguments) {
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].equals("-w") || arguments[i].equals("--workspace")) {
        i++;
      } else if (ALL.containsKey(arguments[i])) {
        return arguments[i];
      }
    }
    return null;
  }

  private static Map<String, Supplier<Verb>> all() {
    Map<String, Supplier<Verb>> all = new LinkedHashMap<>();
    all.put("demo", DemoCommand::new);
    all.put("run", RunCommand::new);
    all.put("answer", AnswerCommand::new);
    all.put("ask", AskCommand::new);
    all.put("questions", QuestionsCommand::new);
    all.put("status", StatusCommand::new);
    all.put("serve", ServeCommand::new);
    all.put("add", AddCommand::new);
    all.put("preview", PreviewCommand::new);
    all.put("connections", ConnectionsCommand::new);
    all.put("sources", SourcesCommand::new);
    all.put("profile", ProfileCommand::new);
    all.put("suggest", SuggestCommand::new);
    all.put("semantics", SemanticsCommand::new);
    all.put("apply", ApplyCommand::new);
    all.put("recipes", RecipesCommand::new);
    all.put("diff", DiffCommand::new);
    all.put("change", ChangeCommand::new);
    all.put("relationships", RelationshipsCommand::new);
    all.put("build", BuildCommand::new);
    all.put("show", ShowCommand::new);
    all.put("export", ExportCommand::new);
    all.put("sql", SqlCommand::new);
    all.put("rejects", RejectsCommand::new);
    all.put("mend", MendCommand::new);
    all.put("overrides", OverridesCommand::new);
    all.put("replay", ReplayCommand::new);
    all.put("logs", LogsCommand::new);
    all.put("check", CheckCommand::new);
    all.put("sync", SyncCommand::new);
    all.put("schedule", ScheduleCommand::new);
    all.put("settings", SettingsCommand::new);
    all.put("loads", LoadsCommand::new);
    all.put("undo", UndoCommand::new);
    all.put("drift", DriftCommand::new);
    all.put("refresh", RefreshCommand::new);
    all.put("drop", DropCommand::new);
    all.put("remove", RemoveCommand::new);
    all.put("zone", ZoneCommand::new);
    all.put("model", ModelCommand::new);
    all.put("egress", EgressCommand::new);
    all.put("train", TrainCommand::new);
    return all;
  }
}
