package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why a build published nothing, as data: whoever shows it may say it in another language.
 *
 * @param table the table that failed, where it is another one than was asked for; else null
 * @param rejected rows that were rejected; only of {@link Cause#REJECT_LIMIT}
 * @param rows all rows; only of {@link Cause#REJECT_LIMIT}
 * @param limit the greatest share of rejected rows, 0 to 1; only of {@link Cause#REJECT_LIMIT}
 * @param reasons rows by why they may not be there; null where rows have nothing to do with it
 * @param facts what else it was; only of {@link Cause#TOLD}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Refusal(
    Cause cause,
    String table,
    Long rejected,
    Long rows,
    Double limit,
    Map<String, Long> reasons,
    List<Fact> facts) {
  /** What stood against it. */
  public enum Cause {
    /** Rows violate what the recipe says must hold. */
    FORBIDDEN,
    /** More rows are rejected than the recipe lets pass. */
    REJECT_LIMIT,
    /** The account does not add up. */
    LEDGER,
    /** The program was killed in the midst of it. */
    INTERRUPTED,
    /** The same, where nothing had been published before. */
    INTERRUPTED_FIRST,
    CANCELLED,
    /** Cancelled while it waited for its turn. */
    CANCELLED_BEFORE,
    /** The program was told to end. */
    STOPPED,
    /** A sync would lose something and waits for a yes. */
    WAITING,
    /** Something else, which facts tell. */
    TOLD
  }

  private static final int FEW = 3;

  public Refusal {
    reasons = reasons == null ? null : Map.copyOf(reasons);
    facts = facts == null ? null : List.copyOf(facts);
  }

  /** One that needs no figures. */
  public static Refusal of(Cause cause) {
    return new Refusal(cause, null, null, null, null, null, null);
  }

  static Refusal of(List<Fact> facts) {
    return new Refusal(Cause.TOLD, null, null, null, null, null, facts);
  }

  public static Refusal forbidden(Map<String, Long> reasons) {
    return new Refusal(Cause.FORBIDDEN, null, null, null, null, reasons, null);
  }

  public static Refusal rejected(Ledger ledger, double limit) {
    return new Refusal(
        Cause.REJECT_LIMIT,
        null,
        ledger.rejected(),
        ledger.rows(),
        limit,
        ledger.rejectionReasons(),
        null);
  }

  /** The same, told of a table that was not the one asked for. */
  public Refusal in(String other) {
    return new Refusal(cause, other, rejected, rows, limit, reasons, facts);
  }

  /** The same with what else facts tell; causes that have words of their own stay as they are. */
  public Refusal and(Fact more) {
    return cause == Cause.TOLD
        ? new Refusal(
            cause,
            table,
            rejected,
            rows,
            limit,
            reasons,
            Stream.concat(facts.stream(), Stream.of(more)).toList())
        : this;
  }

  /** The same in words, each a sentence that says what to do; not which table it is about. */
  public String sentence() {
    return switch (cause) {
      case FORBIDDEN ->
          "Nothing was published, because the recipe says that these may not happen: "
              + counted(reasons.size())
              + ". Mend the data or the validation.";
      case REJECT_LIMIT ->
          "Nothing was published, because "
              + percent((double) rejected / rows)
              + " of the rows ("
              + rejected
              + " of "
              + rows
              + ") were rejected and the recipe's reject_limit is "
              + percent(limit)
              + ": "
              + counted(FEW)
              + ". Mend the recipe or the data, or raise reject_limit; a preview shows such rows.";
      case LEDGER ->
          "Nothing was published, because the ledger does not balance. Please report this with the"
              + " recipe; the earlier table still stands.";
      case INTERRUPTED ->
          "The build was interrupted; the earlier table still stands. Run it again.";
      case INTERRUPTED_FIRST ->
          "The build was interrupted before it published anything. Run it again.";
      case CANCELLED -> "The build was cancelled; what was published before stands.";
      case CANCELLED_BEFORE -> "The build was cancelled before it began.";
      case STOPPED -> "The program ended before the build did.";
      case WAITING -> "The sync waits for a yes; what was published before stands.";
      case TOLD -> Fact.english(facts);
    };
  }

  private String counted(int most) {
    String first =
        reasons.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(most)
            .map(e -> e.getKey() + " in " + e.getValue() + (e.getValue() == 1 ? " row" : " rows"))
            .collect(Collectors.joining(", "));
    return reasons.size() > most ? first + ", and " + (reasons.size() - most) + " more" : first;
  }

  /** Three digits are enough to tell a share from its limit, unless they hardly differ. */
  private static String percent(double share) {
    return BigDecimal.valueOf(share)
            .movePointRight(2)
            .round(new MathContext(3, RoundingMode.HALF_UP))
            .stripTrailingZeros()
            .toPlainString()
        + " %";
  }
}
