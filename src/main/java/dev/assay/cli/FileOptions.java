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

  @Option(names = "--escape", paramLabel = "SIGN", description = "The escape character.")
  String escape;

  @Option(
      names = "--header-rows",
      paramLabel = "N",
      description = "How many rows name the columns.")
  Integer headerRows;

  @Option(
      names = "--skip-lines",
      paramLabel = "N",
      description = "How many lines come before the table.")
  Integer skipLines;

  /** As they were typed, to be typed once more; empty where nothing was. */
  String typed() {
    StringBuilder typed = new StringBuilder();
    option(typed, "--delimiter", delimiter);
    option(typed, "--quote", quote);
    option(typed, "--charset", charset);
    if (header != null) {
      typed.append(header ? " --header" : " --no-header");
    }
    option(typed, "--escape", escape);
    option(typed, "--header-rows", headerRows);
    option(typed, "--skip-lines", skipLines);
    return typed.toString();
  }

  private static void option(StringBuilder typed, String name, Object value) {
    if (value != null) {
      typed.append(' ').append(name).append(' ').append(Words.argument(value.toString()));
    }
  }

  DialectOverrides overrides() {
    return new DialectOverrides(
        charset,
        tab(delimiter),
        sign("--quote", quote),
        sign("--escape", escape),
        headerRows != null ? headerRows : header == null ? null : Integer.valueOf(header ? 1 : 0),
        skipLines);
  }

  private static String tab(String text) {
    return "\\t".equals(text) || "tab".equals(text) ? "\t" : text;
  }

  private static Character sign(String option, String text) {
    if (text == null) {
      return null;
    }
    if (text.equals("none")) {
      return DialectOverrides.NONE_SUCH;
    }
    if (text.length() != 1) {
      throw UserError.invalid("Give " + option + " as one character, or as none.");
    }
    return text.charAt(0);
  }
}
