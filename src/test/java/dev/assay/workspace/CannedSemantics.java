package dev.assay.workspace;

import dev.assay.model.Additivity;
import dev.assay.model.Author;
import dev.assay.model.Grain;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Comparison;
import dev.assay.model.Query.Filter;
import dev.assay.model.SemanticModel;
import dev.assay.model.SemanticModel.Dimension;
import dev.assay.model.SemanticModel.Hierarchy;
import dev.assay.model.SemanticModel.Kind;
import dev.assay.model.SemanticModel.Measure;
import dev.assay.model.SemanticModel.NumberFormat;
import java.util.List;

/** A semantic model in which every field is set. */
final class CannedSemantics {
  private CannedSemantics() {}

  static SemanticModel model() {
    return new SemanticModel(
        "silver_orders_cleaned",
        "order",
        List.of("id"),
        "created_at",
        List.of(
            new Dimension(
                "created_at",
                "created_at",
                Kind.TIME,
                Grain.DAY,
                "When it was ordered.",
                List.of("pedido em"),
                Author.PERSON)),
        List.of(
            new Measure(
                "revenue",
                Aggregate.SUM,
                "amount",
                null,
                List.of(new Filter("status", Comparison.EQUAL, List.of("paid"))),
                Additivity.ADDITIVE,
                "currency",
                NumberFormat.MONEY,
                "EUR",
                "What came in.",
                List.of("receita"),
                Author.RULES)),
        List.of(new Hierarchy("place", List.of("country", "city"))),
        List.of("The measure 'x' is not used: Column 'y' is not in silver_orders_cleaned."));
  }
}
