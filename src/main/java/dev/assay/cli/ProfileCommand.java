package dev.assay.cli;

import dev.assay.model.ColumnProfile;
import dev.assay.model.Profile;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows what all rows of a source look like. */
@Command(name = "profile", description = "Shows what all rows of a source look like.")
final class ProfileCommand extends Verb {
  @Parameters(paramLabel = "NAME", description = "A source.")
  String name;

  @Override
  int run(Session session) {
    Profile profile = session.workspace().profile(name);
    if (session.json()) {
      session.printJson(profile);
      return 0;
    }
    session.say(
        profile.table()
            + ": "
            + Words.counted(profile.rowCount(), "row")
            + ", all of them measured; distinct counts are approximate");
    session.say("");
    Table table =
        new Table(
            "COLUMN",
            "LOOKS LIKE",
            ">MISSING",
            ">EMPTY",
            ">DISTINCT",
            "SMALLEST",
            "LARGEST",
            "MOST FREQUENT");
    for (ColumnProfile column : profile.columns()) {
      table.add(
          column.name(),
          column.type() == null ? "" : column.type().text(),
          Words.percent(column.missing(), column.count()),
          Words.percent(column.empty(), column.count()),
          "~" + Words.count(column.distinct()),
          text(column.min()),
          text(column.max()),
          values(column.topValues()));
    }
    table.print(session.terminal());
    return 0;
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  private static String values(List<ColumnProfile.ValueCount> values) {
    return values == null
        ? ""
        : values.stream()
            .limit(3)
            .map(v -> v.value() + " (" + Words.count(v.count()) + ")")
            .collect(Collectors.joining(", "));
  }
}
