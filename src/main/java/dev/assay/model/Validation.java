package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The checks of a column as a recipe writes them: {@code NOT NULL}, {@code UNIQUE}, {@code LIKE
 * '%@%.%'}, {@code >= 0}, {@code BETWEEN 0 AND 100}, {@code IN ('a', 'b')}, {@code ~ '^[A-Z]+$'}
 * (or {@code MATCHES '…'}), {@code CHECKSUM 'IBAN'} (or {@code 'CARD'}, {@code 'EAN'}), some of
 * them with {@code NOT} where that makes sense, joined by {@code AND}. {@code REJECT}, {@code WARN}
 * or {@code FAIL} before a check is its own severity, whatever the column's is: {@code NOT NULL AND
 * WARN <= 120}.
 *
 * @param text as written
 * @param checks what it means; all must hold
 */
public record Validation(@JsonValue String text, List<Check> checks) {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:('(?:[^']|'')*')|(<=|>=|<>|!=|!~|=|<|>|~|\\(|\\)|,)|([^\\s'(),<>=!~]+))");

  public Validation {
    if (text == null || checks == null) {
      throw new Misread(Sentences.CHECKS_TEXT.with(), Sentences.CHECKS_HELP.with());
    }
    checks = List.copyOf(checks);
  }

  /** Reads the checks; throws {@link IllegalArgumentException} with a sentence for people. */
  @JsonCreator
  public static Validation parse(String text) {
    return new Validation(text, new Parser(text).checks());
  }

  /** Whether every value must differ from every other. */
  public boolean unique() {
    return checks.stream().map(Check::bare).anyMatch(Check.Unique.class::isInstance);
  }

  /** Each check as a validation of its own, as written. */
  public List<Validation> each() {
    return new Parser(text).each();
  }

  private static final class Parser {
    private final String text;
    private final List<String> tokens = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>(List.of(0));
    private int next;

    Parser(String text) {
      this.text = text;
      Matcher matcher = TOKEN.matcher(text.strip());
      int end = 0;
      while (matcher.lookingAt()) {
        tokens.add(matcher.group().strip());
        end = matcher.end();
        ends.add(end);
        matcher.region(end, matcher.regionEnd());
      }
      if (tokens.isEmpty() || end != text.strip().length()) {
        throw problem();
      }
    }

    List<Check> checks() {
      List<Check> checks = new ArrayList<>();
      do {
        checks.add(graded());
      } while (accept("AND"));
      if (next < tokens.size()) {
        throw problem();
      }
      return List.copyOf(checks);
    }

    List<Validation> each() {
      List<Validation> each = new ArrayList<>();
      do {
        int from = ends.get(next);
        Check check = graded();
        each.add(
            new Validation(text.strip().substring(from, ends.get(next)).strip(), List.of(check)));
      } while (accept("AND"));
      return List.copyOf(each);
    }

    private Check graded() {
      for (Severity severity : Severity.values()) {
        if (accept(severity.name())) {
          return new Check.Graded(check(), severity);
        }
      }
      return check();
    }

    private Check check() {
      boolean negated = accept("NOT");
      if (negated && accept("NULL")) {
        return new Check.NotNull();
      }
      String word = take().toUpperCase(Locale.ROOT);
      return switch (word) {
        case "LIKE" -> new Check.Like(literal(), negated);
        case "MATCHES", "REGEXP", "~" -> new Check.Matches(literal(), negated);
        case "IN" -> new Check.In(list(), negated);
        case "IS" -> {
          expect("NOT");
          expect("NULL");
          yield new Check.NotNull();
        }
        case "CHECKSUM" -> plain(negated, new Check.Checksum(scheme()));
        case "UNIQUE" -> plain(negated, new Check.Unique());
        case "!~" -> plain(negated, new Check.Matches(literal(), true));
        case "BETWEEN" -> {
          String low = literal();
          expect("AND");
          yield plain(negated, new Check.Between(low, literal()));
        }
        case "<" -> plain(negated, new Check.Compare(Check.Operator.LESS, literal()));
        case "<=" -> plain(negated, new Check.Compare(Check.Operator.LESS_OR_EQUAL, literal()));
        case ">" -> plain(negated, new Check.Compare(Check.Operator.GREATER, literal()));
        case ">=" -> plain(negated, new Check.Compare(Check.Operator.GREATER_OR_EQUAL, literal()));
        case "=" -> plain(negated, new Check.Compare(Check.Operator.EQUAL, literal()));
        case "<>", "!=" -> plain(negated, new Check.Compare(Check.Operator.NOT_EQUAL, literal()));
        default -> throw problem();
      };
    }

    private Check plain(boolean negated, Check check) {
      if (negated) {
        throw problem();
      }
      return check;
    }

    private List<String> list() {
      List<String> values = new ArrayList<>();
      expect("(");
      do {
        values.add(literal());
      } while (accept(","));
      expect(")");
      return values;
    }

    private Check.Scheme scheme() {
      String name = literal().toUpperCase(Locale.ROOT);
      for (Check.Scheme scheme : Check.Scheme.values()) {
        if (scheme.name().equals(name)) {
          return scheme;
        }
      }
      throw new Misread(Sentences.CHECKSUM_UNKNOWN.with(text, name));
    }

    private String literal() {
      String token = take();
      if (token.startsWith("'")) {
        return token.substring(1, token.length() - 1).replace("''", "'");
      }
      if (!token.matches("[\\p{L}\\p{N}_.+-].*")) {
        throw problem();
      }
      if (!token.matches("[-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?|(?i:true|false)")) {
        throw new Misread(Sentences.CHECKS_QUOTES.with(text, token));
      }
      return token;
    }

    private boolean accept(String word) {
      if (next < tokens.size() && tokens.get(next).equalsIgnoreCase(word)) {
        next++;
        return true;
      }
      return false;
    }

    private void expect(String word) {
      if (!accept(word)) {
        throw problem();
      }
    }

    private String take() {
      if (next >= tokens.size()) {
        throw problem();
      }
      return tokens.get(next++);
    }

    private IllegalArgumentException problem() {
      return new Misread(Sentences.CHECKS_UNREADABLE.with(text), Sentences.CHECKS_HELP.with());
    }
  }
}
