package dev.assay.workspace;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said aloud beside a result, sentence by sentence. */
final class Notes {
  private Notes() {}

  /** The sentences that there are, or null for none. */
  static String join(String... sentences) {
    String all = Stream.of(sentences).filter(Objects::nonNull).collect(Collectors.joining(" "));
    return all.isEmpty() ? null : all;
  }

  /** The same with another sentence. */
  static Added with(Added added, String sentence) {
    return new Added(
        added.source(),
        added.build(),
        join(added.note(), sentence),
        added.label(),
        added.problem(),
        added.more());
  }
}
