package dev.assay.cli;

import dev.assay.model.Layer;
import dev.assay.model.LayerStatus;
import dev.assay.model.Ledger;
import dev.assay.model.MedallionBuildLog;
import dev.assay.model.MedallionLayer;
import dev.assay.model.Question;
import dev.assay.workspace.Medallion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What became of a source, in a few lines: every row accounted for, and what is still open. */
final class Summary {
  private static final int REASONS = 4;
  private static final int GOLD_TABLES = 5;
  private final Session session;

  Summary(Session session) {
    this.session = session;
  }

  /** The layers of one source, without its questions. */
  List<String> layers(Medallion medallion) {
    List<String> lines = new ArrayList<>();
    lines.add(
        Words.plain(medallion.name())
            + (medallion.name().equals(medallion.sourceId())
                ? ""
                : " (" + medallion.sourceId() + ")"));
    for (Layer layer : Layer.values()) {
      List<MedallionLayer> tables =
          medallion.layers().stream().filter(l -> l.layer() == layer).toList();
      if (tables.isEmpty()) {
        lines.add("  " + head(layer, LayerStatus.PENDING) + "not built yet");
      } else if (layer == Layer.GOLD) {
        gold(tables, lines);
      } else {
        table(tables.getFirst(), lines);
      }
    }
    return lines;
  }

  /** Says where a changed recipe waits, since Silver was never built. */
  void waiting(Medallion medallion) {
    boolean tried =
        medallion.layers().stream()
            .anyMatch(l ->
                l.layer() == Layer.SILVER
                    && (l.publishedBuild() != null || l.status() == LayerStatus.ERROR));
    if (!tried) {
      session.say(
          "Kept; Silver goes by it once it is built: "
              + session.command("assay build silver " + medallion.sourceId()));
    }
  }

  private void table(MedallionLayer layer, List<String> lines) {
    String head = "  " + head(layer.layer(), layer.status());
    lines.add(head + rows(layer));
    trouble(layer, lines);
    if (layer.layer() == Layer.BRONZE) {
      malformed(layer, lines);
    } else if (layer.ledger() != null) {
      account(layer.ledger(), lines);
    }
  }

  private void gold(List<MedallionLayer> tables, List<String> lines) {
    LayerStatus worst =
        tables.stream()
            .map(MedallionLayer::status)
            .max(Comparator.comparingInt(Summary::badness))
            .orElse(LayerStatus.PENDING);
    lines.add(
        "  "
            + head(Layer.GOLD, worst)
            + Words.counted(tables.size(), "table")
            + " of ready numbers");
    for (MedallionLayer table : tables.subList(0, Math.min(GOLD_TABLES, tables.size()))) {
      lines.add(indent() + table.tableName() + "  " + rows(table));
      trouble(table, lines);
    }
    if (tables.size() > GOLD_TABLES) {
      lines.add(indent() + "and " + (tables.size() - GOLD_TABLES) + " more");
    }
  }

  private static void trouble(MedallionLayer layer, List<String> lines) {
    if (layer.errorMessage() != null) {
      lines.add(indent() + "the latest build failed: " + layer.errorMessage());
    }
    if (layer.staleReason() != null) {
      lines.add(indent() + "stale: " + layer.staleReason());
    }
  }

  private void malformed(MedallionLayer bronze, List<String> lines) {
    List<MedallionBuildLog> logs =
        session.workspace().logs(bronze.sourceId(), Layer.BRONZE, null).stream()
            .filter(log -> log.status().equals("ready"))
            .toList();
    if (logs.isEmpty() || logs.getFirst().rejectionReasons() == null) {
      return;
    }
    long malformed =
        logs.getFirst().rejectionReasons().values().stream().mapToLong(Long::longValue).sum();
    long leftOut = logs.getFirst().rowsRejected();
    if (malformed > 0) {
      lines.add(
          indent()
              + Words.counted(malformed, "malformed line")
              + (leftOut == 0
                  ? ", all recovered: "
                  : leftOut == malformed
                      ? " left out: "
                      : ", " + Words.count(leftOut) + " left out: ")
              + session.command("assay rejects " + bronze.sourceId() + " --malformed"));
    }
  }

  private static void account(Ledger ledger, List<String> lines) {
    lines.add(
        indent()
            + balance(ledger)
            + (ledger.balances() ? "; every row and cell accounted for" : "; DOES NOT BALANCE"));
    if (ledger.rejected() > 0) {
      lines.add(indent() + "left out: " + reasons(ledger.rejectionReasons()));
    }
    if (ledger.filtered() > 0) {
      lines.add(indent() + "filtered: " + reasons(ledger.filterReasons()));
    }
    if (ledger.warnings() != null && !ledger.warnings().isEmpty()) {
      lines.add(indent() + "kept, but with warnings: " + reasons(ledger.warnings()));
    }
  }

  /** Where the rows went, as a sum; filtered rows only where there are some. */
  static String balance(Ledger ledger) {
    return Words.count(ledger.bronze())
        + " received"
        + (ledger.unpivoted() == null
            ? ""
            : ", " + Words.count(ledger.unpivoted()) + " after columns became rows")
        + " = "
        + Words.count(ledger.silver())
        + " cleaned + "
        + Words.count(ledger.rejected())
        + " left out + "
        + Words.count(ledger.duplicates())
        + " duplicates"
        + (ledger.filtered() == 0 ? "" : " + " + Words.count(ledger.filtered()) + " filtered");
  }

  /** The most frequent reasons with their counts. */
  static String reasons(Map<String, Long> reasons) {
    if (reasons == null || reasons.isEmpty()) {
      return "";
    }
    String most =
        reasons.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(REASONS)
            .map(e -> e.getKey() + " " + Words.count(e.getValue()))
            .collect(Collectors.joining(", "));
    return most + (reasons.size() > REASONS ? ", and " + (reasons.size() - REASONS) + " more" : "");
  }

  /** Open questions, each with the command that settles it; at most {@code most} lines. */
  List<String> questions(List<Question> questions, int most) {
    List<String> lines = new ArrayList<>();
    if (questions.isEmpty() || most < 2) {
      return lines;
    }
    lines.add(Words.counted(questions.size(), "open question") + ":");
    int fit = Math.max(1, (most - 1) / 2);
    int shown = questions.size() * 2 + 1 <= most ? questions.size() : Math.max(1, fit - 1);
    for (Question question : questions.subList(0, Math.min(shown, questions.size()))) {
      lines.add("  " + about(question) + Words.plain(question.text()));
      lines.add("    " + session.command(question.command()));
    }
    if (questions.size() > shown) {
      lines.add(
          "  and " + (questions.size() - shown) + " more: " + session.command("assay status"));
    }
    return lines;
  }

  /** The column that a question is about, which its words need not name. */
  private static String about(Question question) {
    return question.column().equals("deduplication") || question.text().contains(question.column())
        ? ""
        : question.column() + ": ";
  }

  private static String rows(MedallionLayer layer) {
    return layer.rowCount() == null ? "nothing published" : Words.counted(layer.rowCount(), "row");
  }

  private static String head(Layer layer, LayerStatus status) {
    return String.format(java.util.Locale.ROOT, "%-7s%-9s", Words.title(layer), status.text());
  }

  private static String indent() {
    return " ".repeat(18);
  }

  private static int badness(LayerStatus status) {
    return switch (status) {
      case READY -> 0;
      case PENDING -> 1;
      case STALE -> 2;
      case BUILDING -> 3;
      case ERROR -> 4;
    };
  }
}
