package dev.assay.workspace;

import dev.assay.model.ProblemDetail;
import dev.assay.model.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Several things that are tried one after the other: one that fails leaves the others. */
final class Attempts {
  private final List<Added> all = new ArrayList<>();
  private UserError first;

  /** Tries one; {@code label} is what it is called where it fails. */
  <T> Optional<T> attempt(String label, Supplier<T> adding) {
    try {
      return Optional.of(adding.get());
    } catch (UserError error) {
      first = first == null ? error : first;
      all.add(Added.failed(label, ProblemDetail.of(error)));
      return Optional.empty();
    }
  }

  /** What was added, some of which may have failed for itself. */
  void take(List<Added> added) {
    all.addAll(added);
  }

  void take(Added added) {
    all.add(added);
  }

  /** All, in order; throws the first problem where nothing was added. */
  List<Added> all() {
    if (all.stream().anyMatch(one -> one.source() != null)) {
      return List.copyOf(all);
    }
    if (first != null) {
      throw first;
    }
    throw all.stream()
        .filter(one -> one.problem() != null)
        .findFirst()
        .map(one -> one.problem().toUserError())
        .orElseGet(() -> UserError.invalid("Name at least one file or table to add."));
  }
}
