package dev.assay.relationship;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Names a relationship by its columns, so that the same columns always have the same name. */
final class RelationshipId {
  private static final int DIGITS = 10;

  private RelationshipId() {}

  static String of(Candidate candidate) {
    return of(
        candidate.from().table(),
        candidate.fromColumns(),
        candidate.to().table(),
        candidate.toColumns());
  }

  private static String of(String from, List<String> columns, String to, List<String> others) {
    String text =
        String.join("\n", from, String.join("\n", columns), "=", to, String.join("\n", others));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
