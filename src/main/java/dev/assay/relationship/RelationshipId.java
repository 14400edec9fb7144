package dev.assay.relationship;

import dev.assay.model.Relationship;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Names a relationship by its columns, shortly, and as people write it. */
public final class RelationshipId {
  private static final int DIGITS = 10;

  private RelationshipId() {}

  static String of(Candidate candidate) {
    return of(
        candidate.from().table(),
        candidate.fromColumns(),
        candidate.to().table(),
        candidate.toColumns());
  }

  private static String of(
      String from, List<String> columns, String to, List<String> others) {
    String text = from + "\n" + String.join("\n", columns) + "\n=\n" + to + "\n" + String.join("\n", others);
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As people write it, such as {@code orders.customer_id=customers.id}. */
  public static String written(Relationship relationship) {
    Relationship.Side from = relationship.from();
    Relationship.Side to = relationship.to();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < from.columns().size(); i++) {
      text.append(i == 0 ? "" : ",")
          .append(from.source())
          .append('.')
          .append(from.columns().get(i))
          .append('=')
          .append(to.source())
          .append('.')
          .append(to.columns().get(i));
    }
    return text.toString();
  }
}
