package dev.assay.pollution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A dirty file with its truth.
 *
 * @param name of the file, unique
 * @param pollutions none, one or two
 * @param draft how it was written, for whoever checks the truth
 */
record PollutedFile(
    String name, List<Pollution> pollutions, byte[] bytes, Truth truth, Draft draft) {
  /** Different tables for each pollution that stands alone. */
  private static final int ALONE = 5;

  private static final int PAIRS = 600;

  /** Every clean table, every pollution on several tables, and many pairs; always the same. */
  static List<PollutedFile> all() {
    List<CleanTable> tables = CleanTables.all();
    List<Pollution> pollutions = Pollution.all();
    Map<String, PollutedFile> files = new LinkedHashMap<>();
    for (CleanTable table : tables) {
      add(files, table, List.of());
    }
    int turn = 0;
    for (Pollution pollution : pollutions) {
      turn += 7;
      add(files, tables, turn, List.of(pollution), ALONE);
    }
    int wanted = files.size() + PAIRS;
    for (List<Pollution> pair : pairs(pollutions)) {
      if (files.size() >= wanted) {
        break;
      }
      turn += 7;
      add(files, tables, turn, pair, 1);
    }
    return List.copyOf(files.values());
  }

  private static List<List<Pollution>> pairs(List<Pollution> pollutions) {
    List<List<Pollution>> pairs = new ArrayList<>();
    for (Pollution first : pollutions) {
      for (Pollution second : pollutions) {
        if (first.goesWith(second)) {
          pairs.add(List.of(first, second));
        }
      }
    }
    Collections.shuffle(pairs, new Random(3));
    return pairs;
  }

  /** Pollutes the first {@code most} tables that can be, beginning with another one each turn. */
  private static void add(
      Map<String, PollutedFile> files,
      List<CleanTable> tables,
      int turn,
      List<Pollution> pollutions,
      int most) {
    int added = 0;
    for (int i = 0; i < tables.size() && added < most; i++) {
      added += add(files, tables.get((turn + i) % tables.size()), pollutions) ? 1 : 0;
    }
  }

  private static boolean add(
      Map<String, PollutedFile> files, CleanTable table, List<Pollution> pollutions) {
    List<String> names = pollutions.stream().map(Pollution::name).toList();
    String name = (table.name() + " " + String.join(" + ", names)).strip();
    Draft draft = new Draft(table, new Random(name.hashCode()));
    for (Pollution pollution : pollutions) {
      if (!pollution.apply().test(draft)) {
        return false;
      }
    }
    Optional<byte[]> bytes = DraftWriter.write(draft);
    bytes.ifPresent(written ->
        files.put(name, new PollutedFile(name, pollutions, written, draft.truth(), draft)));
    return bytes.isPresent();
  }
}
