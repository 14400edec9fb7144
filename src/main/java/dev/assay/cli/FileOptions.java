package dev.assay.cli;

import dev.assay.model.DialectOverrides;
import dev.assay.model.UserError;
import picocli.CommandLine.Option;

/** What a user decides about a file instead of the detection. */
final class FileOptions {
  @Option(
      names = "--delimiter",
      paramLabel = "SIGN",
      description = "The character between cells; \\t for a tab.")
  String delimiter;

  @Option(names = "--quote", paramLabel = "SIGN", description = "The quote character.")
  String quote;

  @Option(names = "--charset", paramLabel = "NAME", description = "The encoding: UTF-8, …")
  String charset;

  @Option(
      names = "--header",
      negatable = true,
      description = "Whether the first row names the columns.")
  Boolean header;

  DialectOverrides overrides() {
    return new DialectOverrides(
        charset, sign("--delimiter", delimiter), sign("--quote", quote), header);
  }

  private static Character sign(String option, String text) {
    if (text == null) {
      return null;
    }
    if (text.equals("\\t") || text.equals("tab")) {
      return '\t';
    }
    if (text.length() != 1) {
      throw UserError.invalid("Give " + option + " as one character, or as \\t for a tab.");
    }
    return text.charAt(0);
  }
}
