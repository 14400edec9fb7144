package dev.assay.llm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Prompts and the schemas of their answers; a change of one is a new version beside the old. */
public enum Instruction {
  SILVER("silver-v1"),
  CHANGE("change-v1"),
  ASK("ask-v1"),
  GOLD("gold-v1");

  private final String file;

  Instruction(String file) {
    this.file = file;
  }

  public String text() {
    return read(file + ".txt");
  }

  public String schema() {
    return read(file + ".schema.json").strip();
  }

  /** Such as {@code silver-v1}. */
  public String version() {
    return file;
  }

  private static String read(String name) {
    try (InputStream in = Instruction.class.getResourceAsStream("/prompts/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
