package dev.assay.cli;

import dev.assay.model.Build;

/** A build that a command waited for and that did not become ready. */
final class BuildFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Build build;

  BuildFailed(Build build) {
    super(build.error() == null ? "Cancelled. What was published before stays." : build.error());
    this.build = build;
  }

  Build build() {
    return build;
  }
}
