package dev.assay.ask;

/** A Gold table could not be read: its transaction is spent, and another layer must answer. */
final class GoldFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String table;

  GoldFailed(String table, RuntimeException cause) {
    super(cause.getMessage(), cause);
    this.table = table;
  }

  String table() {
    return table;
  }

  /** What the engine said, in one line. */
  String said() {
    String message = String.valueOf(getMessage()).strip();
    String first = message.lines().findFirst().orElse(message).strip();
    return first.length() > 200 ? first.substring(0, 200) + "…" : first;
  }
}
