package dev.assay.advice.words;

import dev.assay.model.Cleaning;
import dev.assay.model.ColumnType;
import dev.assay.model.Evidence;
import dev.assay.model.Mask;
import dev.assay.model.Proposal;
import dev.assay.model.RecipeEdit;
import dev.assay.model.RowFilter;
import dev.assay.model.Severity;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Slug;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads common sentences about a recipe, in English, Portuguese and Spanish, without any model. A
 * sentence of several parts is read whole or not at all.
 */
public final class SentenceReader {
  private static final Pattern BETWEEN_PARTS =
      Pattern.compile(
          "\\s*;\\s*|\\.\\s+|,?\\s+(?:and then|then|and|e depois|depois|y luego|luego)\\s+|\\s*,\\s*"
              + "|\\s+(?:e|y)\\s+(?=\\p{L}+[ae]?r?\\s)",
          Pattern.CASE_INSENSITIVE);

  private final SilverRecipe recipe;
  private final NamedColumns columns;
  private final Conditions conditions;

  public SentenceReader(SilverRecipe recipe) {
    this.recipe = recipe;
    this.columns = new NamedColumns(recipe);
    this.conditions = new Conditions(columns);
  }

  public Understanding read(String sentence) {
    String text = sentence.strip().replaceFirst("(?i)^(?:please|por favor),?\\s+", "");
    text = text.replaceFirst("[.!]+$", "").strip();
    try {
      Optional<List<RecipeEdit>> whole = part(text);
      if (whole.isPresent()) {
        return new Understanding.Clear(whole.get());
      }
    } catch (NamedColumns.Unclear e) {
      // A part of it may be clear: "drop a and rename b to c" names no column "a and rename b".
      return parts(text).orElse(new Understanding.Unclear(e.getMessage()));
    }
    return parts(text).orElse(new Understanding.Unknown());
  }

  private Optional<Understanding> parts(String text) {
    String[] parts = BETWEEN_PARTS.split(text);
    if (parts.length < 2) {
      return Optional.empty();
    }
    List<RecipeEdit> edits = new ArrayList<>();
    try {
      for (String part : parts) {
        Optional<List<RecipeEdit>> read = part(part.strip());
        if (read.isEmpty()) {
          return Optional.empty();
        }
        edits.addAll(read.get());
      }
    } catch (NamedColumns.Unclear e) {
      return Optional.of(new Understanding.Unclear(e.getMessage()));
    }
    return Optional.of(new Understanding.Clear(List.copyOf(edits)));
  }

  private Optional<List<RecipeEdit>> part(String text) {
    return one(text, Phrases.MISSING_IN, this::missing)
        .or(() -> one(text, Phrases.RENAME, this::rename))
        .or(() -> one(text, Phrases.KEEP_TEXT, said -> List.of(asText(column(said)))))
        .or(() -> one(text, Phrases.CAST, said -> List.of(cast(column(said), said.group("v")))))
        .or(() -> one(text, Phrases.MASK, this::mask))
        .or(() -> rows(text, Phrases.REJECT, SentenceReader::reject))
        .or(() -> rows(text, Phrases.LEAVE_ROWS_OUT, SentenceReader::leaveOut))
        .or(() -> one(text, Phrases.SPLIT_AT, said -> List.of(splitAt(said))))
        .or(() -> one(text, Phrases.SPLIT, this::split))
        .or(() -> dropColumn(text));
  }

  private static Optional<List<RecipeEdit>> one(
      String text, List<Pattern> phrases, Function<Matcher, List<RecipeEdit>> edits) {
    return phrases.stream()
        .map(phrase -> phrase.matcher(text))
        .filter(Matcher::matches)
        .findFirst()
        .map(edits);
  }

  private SilverColumn column(Matcher said) {
    return columns.find(said.group("c"));
  }

  private List<RecipeEdit> missing(Matcher said) {
    return List.of(
        new RecipeEdit.TreatAsMissing(column(said).silverName(), Words.listed(said.group("v"))));
  }

  private List<RecipeEdit> rename(Matcher said) {
    return List.of(
        new RecipeEdit.Rename(column(said).silverName(), Words.unquoted(said.group("v"))));
  }

  private List<RecipeEdit> mask(Matcher said) {
    String verb = said.group("v").toLowerCase(Locale.ROOT);
    boolean hides = verb.matches("(?:hide|redact|anon|ocult).*");
    return List.of(
        new RecipeEdit.MaskColumn(
            column(said).silverName(), hides ? new Mask.Redact() : new Mask.Hash()));
  }

  private Optional<List<RecipeEdit>> dropColumn(String text) {
    for (Pattern phrase : Phrases.DROP_COLUMN) {
      Matcher said = phrase.matcher(text);
      if (said.matches()) {
        boolean columnMeant = text.matches("(?i).*\\b(?:column|field|coluna|campo|columna)\\b.*");
        // "Drop test accounts" speaks of rows: only what is a column for certain is meant as one.
        if (columnMeant || columns.known(said.group("c"))) {
          return Optional.of(List.of(new RecipeEdit.RemoveColumn(column(said).silverName())));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<List<RecipeEdit>> rows(
      String text, List<Pattern> phrases, Function<Conditions.Kept, RecipeEdit> edit) {
    for (Pattern phrase : phrases) {
      Matcher said = phrase.matcher(text);
      if (said.matches()) {
        return conditions.turned(said.group("v")).map(kept -> List.of(edit.apply(kept)));
      }
    }
    return Optional.empty();
  }

  private static RecipeEdit reject(Conditions.Kept kept) {
    return new RecipeEdit.Validate(kept.column().silverName(), kept.keep(), Severity.REJECT);
  }

  private static RecipeEdit leaveOut(Conditions.Kept kept) {
    String name =
        Slug.of(kept.column().silverName() + " " + kept.keep().text().replace("(?i)", ""), "rows");
    return new RecipeEdit.AddFilter(
        new RowFilter(
            name,
            kept.column().silverName(),
            kept.keep(),
            null,
            // That a person has asked for it is all there is to say.
            null));
  }

  /** How to split is what the rules have found in the data, where they have. */
  private List<RecipeEdit> split(Matcher said) {
    SilverColumn column = column(said);
    return recipe.proposals().stream()
        .filter(proposal ->
            proposal.kind() == Proposal.Kind.SPLIT
                && proposal.columns().contains(column.silverName()))
        .findFirst()
        .map(Proposal::edits)
        .orElseThrow(() ->
            new NamedColumns.Unclear(
                "The values of "
                    + column.silverName()
                    + " do not all have the same parts. Into which columns should it be split, and"
                    + " at which sign?"));
  }

  /** The whole stays beside its parts: a person may see first whether they are what was meant. */
  private RecipeEdit splitAt(Matcher said) {
    SilverColumn column = column(said);
    String separator = Words.separator(said.group("v"));
    List<String> names =
        said.group("n") == null
            ? List.of(column.silverName() + "_1", column.silverName() + "_2")
            : Words.listed(said.group("n")).stream().map(name -> Slug.of(name, "part")).toList();
    if (names.size() < 2) {
      throw new NamedColumns.Unclear(
          "Into which columns should " + column.silverName() + " be split? Name at least two.");
    }
    List<SilverColumn> into = new ArrayList<>();
    for (int part = 1; part <= names.size(); part++) {
      List<Cleaning> steps = new ArrayList<>(texts(column));
      steps.add(new Cleaning.TakePart(separator, part, names.size()));
      into.add(
          new SilverColumn(
              column.sourceColumn(),
              names.get(part - 1),
              ColumnType.Simple.TEXT,
              null,
              List.copyOf(steps),
              null,
              null,
              null,
              null,
              null));
    }
    return new RecipeEdit.Split(column.silverName(), into, true);
  }

  private static List<Cleaning> texts(SilverColumn column) {
    return column.cleaning() == null
        ? List.of(new Cleaning.Trim())
        : column.cleaning().stream().filter(step -> !step.parses()).toList();
  }

  private static RecipeEdit asText(SilverColumn column) {
    return new RecipeEdit.Cast(column.silverName(), ColumnType.Simple.TEXT, texts(column));
  }

  /** Only by a reading that was measured: which of two orders a date has is not guessed here. */
  private RecipeEdit cast(SilverColumn column, String word) {
    Function<ColumnType, Boolean> wished = type(word);
    if (recipe.questions() != null) {
      recipe.questions().stream()
          .filter(question -> question.column().equals(column.silverName()))
          .findFirst()
          .ifPresent(question -> {
            throw new NamedColumns.Unclear(
                question.text() + " Settle it with: " + question.command());
          });
    }
    Evidence evidence = column.evidence();
    return evidence == null || evidence.alternatives() == null
        ? plain(column, word)
        : evidence.alternatives().stream()
            .filter(other -> other.cleaning() != null && wished.apply(other.targetType()))
            .findFirst()
            .<RecipeEdit>map(other ->
                new RecipeEdit.Cast(column.silverName(), other.targetType(), other.cleaning()))
            .orElseGet(() -> plain(column, word));
  }

  private static Function<ColumnType, Boolean> type(String word) {
    String kind = word.toLowerCase(Locale.ROOT);
    if (kind.matches("(?:date|data|fecha|timestamp).*")) {
      return ColumnType::isTemporal;
    }
    if (kind.startsWith("bool")) {
      return type -> type == ColumnType.Simple.BOOLEAN;
    }
    return ColumnType::isNumeric;
  }

  /** The plainest reading; what does not fit it is rejected, which the preview shows. */
  private static RecipeEdit plain(SilverColumn column, String word) {
    String kind = word.toLowerCase(Locale.ROOT);
    List<Cleaning> steps = new ArrayList<>(texts(column));
    ColumnType type;
    if (kind.startsWith("timestamp")) {
      type = ColumnType.Simple.TIMESTAMP;
    } else if (kind.matches("(?:date|data|fecha).*")) {
      type = ColumnType.Simple.DATE;
    } else if (kind.startsWith("bool")) {
      type = ColumnType.Simple.BOOLEAN;
    } else if (kind.matches("(?:integer|inteiro|entero).*")) {
      type = ColumnType.Simple.BIGINT;
    } else {
      type = new ColumnType.Decimal(18, 4);
    }
    if (type.isNumeric()) {
      steps.add(Cleaning.ParseNumber.plain());
    }
    return new RecipeEdit.Cast(column.silverName(), type, List.copyOf(steps));
  }
}
