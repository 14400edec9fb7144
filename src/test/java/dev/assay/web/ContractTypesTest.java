package dev.assay.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import dev.assay.model.Answer;
import dev.assay.model.AskRequest;
import dev.assay.model.Author;
import dev.assay.model.Build;
import dev.assay.model.BuildPreview;
import dev.assay.model.Calculation;
import dev.assay.model.CellOverride;
import dev.assay.model.Cleaning;
import dev.assay.model.ColumnMeasurement;
import dev.assay.model.ColumnProfile;
import dev.assay.model.Connection;
import dev.assay.model.Contract;
import dev.assay.model.CsvDialect;
import dev.assay.model.Deduplication;
import dev.assay.model.Drift;
import dev.assay.model.Egress;
import dev.assay.model.Evidence;
import dev.assay.model.Format;
import dev.assay.model.FoundTable;
import dev.assay.model.GoldDifference;
import dev.assay.model.GoldRecipe;
import dev.assay.model.GoldTable;
import dev.assay.model.Landing;
import dev.assay.model.Ledger;
import dev.assay.model.Lineage;
import dev.assay.model.Load;
import dev.assay.model.Mask;
import dev.assay.model.MedallionBuildLog;
import dev.assay.model.MedallionLayer;
import dev.assay.model.Mended;
import dev.assay.model.ModelSettings;
import dev.assay.model.ModelTrial;
import dev.assay.model.Origin;
import dev.assay.model.Pin;
import dev.assay.model.Problem;
import dev.assay.model.ProblemDetail;
import dev.assay.model.Profile;
import dev.assay.model.Proposal;
import dev.assay.model.Query;
import dev.assay.model.Question;
import dev.assay.model.ReasonCount;
import dev.assay.model.RecipeChange;
import dev.assay.model.RecipeDifference;
import dev.assay.model.RecipeEdit;
import dev.assay.model.RecipeFit;
import dev.assay.model.RecipeVersion;
import dev.assay.model.Relation;
import dev.assay.model.Relationship;
import dev.assay.model.Revision;
import dev.assay.model.RowCriterion;
import dev.assay.model.RowFilter;
import dev.assay.model.RowRule;
import dev.assay.model.Rows;
import dev.assay.model.SavedQuestion;
import dev.assay.model.SavedRecipe;
import dev.assay.model.SemanticModel;
import dev.assay.model.SemanticType;
import dev.assay.model.Shape;
import dev.assay.model.SilverChanges;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverDifference;
import dev.assay.model.SilverRecipe;
import dev.assay.model.SuggestedQuestion;
import dev.assay.model.SyncSettings;
import dev.assay.workspace.Added;
import dev.assay.workspace.CheckResult;
import dev.assay.workspace.DriftReport;
import dev.assay.workspace.ExportWish;
import dev.assay.workspace.LandingPreview;
import dev.assay.workspace.Medallion;
import dev.assay.workspace.ModelWishes;
import dev.assay.workspace.SourceDetail;
import dev.assay.workspace.SyncWishes;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The vocabulary's records and the contract's schemas have the same fields. */
class ContractTypesTest {
  private static final List<Class<?>> NAMED_ALIKE =
      List.of(
          Answer.class,
          Build.class,
          dev.assay.model.Doing.class,
          dev.assay.model.Refusal.class,
          dev.assay.model.ReplayReason.class,
          dev.assay.model.StaleReason.class,
          BuildPreview.class,
          BuildPreview.PlannedStep.class,
          BuildPreview.Replaying.class,
          CellOverride.class,
          Mended.class,
          OverrideRoutes.Mending.class,
          ColumnProfile.class,
          ColumnProfile.ValueCount.class,
          ColumnProfile.Numeric.class,
          CsvDialect.class,
          Deduplication.class,
          Evidence.class,
          Evidence.Alternative.class,
          GoldRecipe.class,
          GoldTable.class,
          GoldTable.Reason.class,
          Landing.class,
          Ledger.class,
          Ledger.Cells.class,
          Ledger.Total.class,
          dev.assay.model.Machine.class,
          MedallionBuildLog.class,
          MedallionLayer.class,
          Problem.class,
          ProblemDetail.class,
          Profile.class,
          Query.class,
          Query.Dimension.class,
          Query.Measure.class,
          Query.Filter.class,
          Query.Order.class,
          Query.Segment.class,
          Query.Band.class,
          Question.class,
          Rows.class,
          SilverColumn.class,
          SilverRecipe.class,
          RowFilter.class,
          RowRule.class,
          Proposal.class,
          SilverDifference.class,
          SilverDifference.Counts.class,
          SilverDifference.Movement.class,
          SilverDifference.RowChange.class,
          SilverDifference.CellChange.class,
          SilverDifference.ColumnChange.class,
          SilverDifference.ReasonChange.class,
          GoldDifference.class,
          GoldDifference.Trouble.class,
          GoldDifference.MeasureChange.class,
          GoldDifference.GroupChange.class,
          RecipeChange.class,
          RecipeDifference.class,
          RecipeVersion.class,
          dev.assay.model.RecipeInForce.class,
          ReasonCount.class,
          SilverChanges.class,
          SilverChanges.FateCount.class,
          RecipeFit.class,
          RecipeFit.FoundColumn.class,
          SavedRecipe.class,
          dev.assay.workspace.SavedRecipeRequest.class,
          ColumnMeasurement.class,
          ColumnMeasurement.ValueChange.class,
          Added.class,
          CheckResult.class,
          Medallion.class,
          SourceDetail.class,
          SourceDetail.Metadata.class,
          SourceDetail.MedallionConfig.class,
          AddRequest.class,
          PreviewRoutes.PreviewRequest.class,
          ConnectionRequest.class,
          ConnectionRoutes.Cost.class,
          Connection.class,
          FoundTable.class,
          FoundTable.ForeignKey.class,
          SyncSettings.class,
          SyncSettings.Schedule.class,
          SyncWishes.class,
          dev.assay.workspace.ChosenEdits.class,
          Contract.class,
          Drift.class,
          DriftReport.class,
          LandingPreview.class,
          Load.class,
          dev.assay.model.Waiting.class,
          SourceRoutes.Choice.class,
          ModelRoutes.Sentence.class,
          ModelSettings.class,
          ModelTrial.class,
          ModelWishes.class,
          Egress.class,
          Revision.class,
          AskRequest.class,
          SavedQuestion.class,
          Pin.class,
          SuggestedQuestion.class,
          ExportWish.class,
          dev.assay.model.WorkspaceSettings.class,
          SemanticModel.class,
          SemanticModel.Hierarchy.class,
          Relationship.class,
          Relationship.Grounds.class,
          dev.assay.workspace.RelationshipWish.class,
          dev.assay.workspace.RelationshipWish.RelatedColumns.class,
          Answer.LeftOut.class,
          Answer.Bound.class,
          Answer.Freshness.class,
          Answer.Confidence.class,
          Answer.Verification.class,
          Query.Join.class,
          AskRoutes.Sql.class,
          AskRoutes.Health.class);

  private static final Map<Class<?>, String> TOLD_APART_BY =
      Map.of(
          Cleaning.class,
          "step",
          RecipeEdit.class,
          "edit",
          Mask.class,
          "how",
          RowCriterion.class,
          "is",
          Shape.class,
          "shape");

  /** Told apart by the field {@code kind}. */
  private static final Set<Class<?>> KINDS =
      Set.of(Origin.class, Relation.class, Drift.Change.class, Format.class);

  private final OpenAPI api = new OpenAPIV3Parser().readContents(read()).getOpenAPI();

  private static String read() {
    try (var in = ContractTypesTest.class.getResourceAsStream("/openapi.yaml")) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void everyRecordHasASchemaWithItsFields() {
    Map<String, Class<?>> records = new LinkedHashMap<>();
    NAMED_ALIKE.forEach(type -> records.put(type.getSimpleName(), type));
    records.put("FileOrigin", Origin.File.class);
    records.put("FolderOrigin", Origin.Folder.class);
    records.put("DatabaseOrigin", Origin.Database.class);
    records.put("TableRelation", Relation.Table.class);
    records.put("QueryRelation", Relation.Query.class);
    records.put("AddedColumn", Drift.Added.class);
    records.put("DroppedColumn", Drift.Dropped.class);
    records.put("RenamedColumn", Drift.Renamed.class);
    records.put("ReorderedColumns", Drift.Reordered.class);
    records.put("ReshapedColumn", Drift.Reshaped.class);
    records.put("SyncSettingsPatch", SyncSettings.class);
    records.put("ChangedColumn", SilverChanges.Column.class);
    records.put("ChangedRow", SilverChanges.Row.class);
    records.put("LandingColumn", Landing.Column.class);
    records.put("RowsColumn", Rows.Column.class);
    records.put("AnswerCost", Answer.Cost.class);
    records.put("AskContext", AskRequest.Context.class);
    records.put("JoinMatch", Query.Match.class);
    records.put("JoinImport", Query.Import.class);
    records.put("SemanticDimension", SemanticModel.Dimension.class);
    records.put("SemanticMeasure", SemanticModel.Measure.class);
    records.put("RelationshipSide", Relationship.Side.class);
    records.put("Lineage", Lineage.class);
    records.put("LineageNode", Lineage.Node.class);
    records.put("LineageEdge", Lineage.Edge.class);
    for (Class<?> step : Cleaning.class.getPermittedSubclasses()) {
      records.put(step.getSimpleName(), step);
    }
    for (Class<?> edit : RecipeEdit.class.getPermittedSubclasses()) {
      records.put(edit.getSimpleName() + "Edit", edit);
    }
    for (Class<?> mask : Mask.class.getPermittedSubclasses()) {
      records.put(mask.getSimpleName(), mask);
    }
    for (Class<?> shape : Shape.class.getPermittedSubclasses()) {
      records.put(shape.getSimpleName(), shape);
    }
    Set<String> figures = new TreeSet<>(Set.of("calculation"));
    for (Class<?> calculation : Calculation.class.getPermittedSubclasses()) {
      figures.addAll(fields(calculation));
    }
    assertThat(
            new TreeSet<>(
                api.getComponents().getSchemas().get("Calculation").getProperties().keySet()))
        .isEqualTo(figures);
    records.forEach((name, type) -> {
      Set<String> fields = fields(type);
      if (type.getInterfaces().length > 0) {
        Optional.ofNullable(TOLD_APART_BY.get(type.getInterfaces()[0])).ifPresent(fields::add);
      }
      if (type.getInterfaces().length > 0 && KINDS.contains(type.getInterfaces()[0])) {
        fields.add("kind");
      }
      Schema<?> schema = api.getComponents().getSchemas().get(name);
      assertThat(schema).as(name).isNotNull();
      assertThat(new TreeSet<>(schema.getProperties().keySet())).as(name).isEqualTo(fields);
    });
  }

  @Test
  void enumerationsAreWrittenAlike() {
    assertThat(allowed("SilverColumn", "null_strategy"))
        .isEqualTo(names(dev.assay.model.NullStrategy.values()));
    assertThat(allowed("SilverColumn", "on_violation"))
        .isEqualTo(names(dev.assay.model.Severity.values()));
    assertThat(allowed("Deduplication", "strategy"))
        .isEqualTo(names(Deduplication.Strategy.values()));
    assertThat(words("Grain")).isEqualTo(names(dev.assay.model.Grain.values()));
    assertThat(words("DatePart")).isEqualTo(names(dev.assay.model.DatePart.values()));
    assertThat(words("Aggregate")).isEqualTo(names(Query.Aggregate.values()));
    assertThat(allowed("Query", "shape")).isEqualTo(names(Query.Shape.values()));
    assertThat(allowed("SemanticDimension", "kind")).isEqualTo(names(SemanticModel.Kind.values()));
    assertThat(allowed("SemanticMeasure", "format"))
        .isEqualTo(names(SemanticModel.NumberFormat.values()));
    assertThat(allowed("SemanticMeasure", "additivity"))
        .isEqualTo(names(dev.assay.model.Additivity.values()));
    assertThat(allowed("Relationship", "cardinality"))
        .isEqualTo(names(Relationship.Cardinality.values()));
    assertThat(allowed("Relationship", "status")).isEqualTo(names(Relationship.Status.values()));
    assertThat(allowed("LineageNode", "kind")).isEqualTo(names(Lineage.Kind.values()));
    assertThat(allowed("LineageEdge", "use")).isEqualTo(names(Lineage.Use.values()));
    assertThat(words("Fate")).isEqualTo(texts(SilverDifference.Fate.values()));
    assertThat(allowed("RecipeChange", "kind")).isEqualTo(texts(RecipeChange.Kind.values()));
    assertThat(words("Author")).isEqualTo(names(Author.values()));
    assertThat(words("ModelProvider")).isEqualTo(names(ModelSettings.Provider.values()));
    assertThat(words("Privacy")).isEqualTo(names(ModelSettings.Privacy.values()));
    assertThat(words("SemanticType")).isEqualTo(names(SemanticType.values()));
    assertThat(allowed("Proposal", "kind")).isEqualTo(names(Proposal.Kind.values()));
    assertThat(words("LoadMode")).isEqualTo(texts(SyncSettings.LoadMode.values()));
    assertThat(words("Refreshing")).isEqualTo(texts(SyncSettings.Refreshing.values()));
    assertThat(words("Choices")).isEqualTo(texts(Contract.Choice.values()));
    assertThat(words("ConnectionSystem")).isEqualTo(texts(Connection.System.values()));
    assertThat(words("Tls")).isEqualTo(texts(Connection.Tls.values()));
    assertThat(lower(allowed("FoundTable", "kind"))).isEqualTo(texts(FoundTable.Kind.values()));
    assertThat(allowed("Filter", "comparison")).isEqualTo(names(Query.Comparison.values()));
  }

  private Set<String> allowed(String schema, String property) {
    Schema<?> found =
        (Schema<?>) api.getComponents().getSchemas().get(schema).getProperties().get(property);
    return found.getEnum().stream()
        .map(Object::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> words(String schema) {
    Schema<?> found = api.getComponents().getSchemas().get(schema);
    return found.getEnum().stream()
        .map(Object::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> lower(Set<String> words) {
    return words.stream().map(String::toLowerCase).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> texts(Enum<?>[] values) {
    return lower(names(values));
  }

  private static Set<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> fields(Class<?> type) {
    var naming = (PropertyNamingStrategies.NamingBase) PropertyNamingStrategies.SNAKE_CASE;
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getName)
        .map(naming::translate)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
