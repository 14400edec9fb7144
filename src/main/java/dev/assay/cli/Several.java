package dev.assay.cli;

import java.util.List;

/** How a command over several things ended: one that failed leaves the others and is said. */
final class Several {
  static final int MENDABLE = 2;

  private Several() {}

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
