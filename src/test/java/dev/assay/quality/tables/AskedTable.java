package dev.assay.quality.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One table and what was asked of it.
 *
 * @param name the path of its file
 * @param questions with their answers
 */
public record AskedTable(String name, List<Question> questions) {
  /** A question and all its answers, in any order. */
  public record Question(String id, String text, List<String> truth) {}

  /** Which half a table belongs to: rules are made by looking at one, and judged by the other. */
  public enum Half {
    DEVELOPMENT,
    HELD_OUT
  }

  private static final String FOLDER = "/table-questions/";

  /** All tables, in the order in which the questions name them. */
  public static List<AskedTable> all() {
    Map<String, List<Question>> byTable = new LinkedHashMap<>();
    List<String> lines =
        new String(bytes("questions.tsv"), StandardCharsets.UTF_8).lines().toList();
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split("\t", -1);
      List<String> truth = List.of(fields[3].split("\\|", -1));
      byTable
          .computeIfAbsent(fields[2], _ -> new ArrayList<>())
          .add(new Question(fields[0], fields[1], truth));
    }
    return byTable.entrySet().stream()
        .map(entry -> new AskedTable(entry.getKey(), List.copyOf(entry.getValue())))
        .toList();
  }

  /** By the hash of the name, so that no one chose. */
  public Half half() {
    return hash().testBit(0) ? Half.HELD_OUT : Half.DEVELOPMENT;
  }

  /** Whether it belongs to a sample of one table in {@code parts}. */
  public boolean sampled(int parts) {
    return hash().shiftRight(1).mod(BigInteger.valueOf(parts)).signum() == 0;
  }

  /** Its file, written into a folder. */
  public Path copy(Path folder) {
    Path file = folder.resolve(name.replace('/', '-'));
    try {
      return Files.write(file, bytes(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private BigInteger hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("MD5").digest(name.getBytes(StandardCharsets.UTF_8));
      return new BigInteger(1, digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String resource) {
    try (var in = AskedTable.class.getResourceAsStream(FOLDER + resource)) {
      return Objects.requireNonNull(in, resource).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
