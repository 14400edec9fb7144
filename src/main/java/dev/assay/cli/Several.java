package dev.assay.cli;

import dev.assay.workspace.Added;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** How a command over several things ended: one that failed leaves the others and is said. */
final class Several {
  static final int MENDABLE = 2;

  private static final int MOST_NOTES = 3;

  private Several() {}

  /** What is said aloud, each once and no more than a few. */
  static List<String> notes(List<Added> added) {
    List<String> all = added.stream().map(Added::note).filter(Objects::nonNull).distinct().toList();
    List<String> notes = new ArrayList<>(all.subList(0, Math.min(MOST_NOTES, all.size())));
    if (all.size() > MOST_NOTES) {
      notes.add("… and " + (all.size() - MOST_NOTES) + " more notes.");
    }
    return notes;
  }

  /** Says each reason and how many there are. */
  static int exitCode(Session session, List<Adding.Done> done) {
    return exitCode(
        session,
        done.stream().filter(Adding.Done::failed).map(Adding.Done::reason).toList(),
        done.size());
  }

  static int exitCode(Session session, List<String> reasons, int of) {
    if (reasons.isEmpty()) {
      return 0;
    }
    session.terminal().err().println(reasons.size() + " of " + of + " failed:");
    reasons.forEach(reason -> session.terminal().err().println("  " + Words.plain(reason)));
    return MENDABLE;
  }
}
