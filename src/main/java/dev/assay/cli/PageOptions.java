package dev.assay.cli;

import picocli.CommandLine.Option;

/** Which rows of many a command shows. */
final class PageOptions {
  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "At most this many rows; else 20.")
  long limit;

  @Option(
      names = "--offset",
      paramLabel = "N",
      defaultValue = "0",
      description = "Skip this many rows.")
  long offset;
}
