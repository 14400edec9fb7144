package dev.assay.workspace;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.model.FoundTable;
import dev.assay.model.Landing;
import dev.assay.model.Layer;
import dev.assay.model.LayerStatus;
import dev.assay.model.Origin;
import dev.assay.model.Profile;
import dev.assay.model.Refusal;
import dev.assay.model.Waiting;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A source as {@code GET /api/sources/{id}} shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceDetail(
    String id, String name, String originId, Origin origin, Instant createdAt, Metadata metadata) {

  /**
   * What the request calls the source's metadata.
   *
   * @param medallionConfig its layers and settings
   * @param sampleProfile its profile over all rows, or null before Bronze is ready and in lists
   * @param foreignKeys columns whose values are found in other tables of the origin, as that said
   *     itself; null where it said nothing
   * @param waiting what its last sync waits for a yes to, or null
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Metadata(
      MedallionConfig medallionConfig,
      Profile sampleProfile,
      List<FoundTable.ForeignKey> foreignKeys,
      Waiting waiting) {}

  /**
   * References to its layers.
   *
   * @param status the strip: one status a layer
   * @param tables the published tables by layer, separated by commas for Gold
   * @param landing how the file is read, or null before it was
   * @param rows of the published tables by layer; of all tables for Gold
   * @param builtAt when each layer was last built
   * @param openQuestions what only a person can settle; null where it was not counted
   * @param errorMessage why the latest attempt of the first layer that failed did, or null
   * @param refused the same as data; null where the message alone tells
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record MedallionConfig(
      Map<Layer, LayerStatus> status,
      Map<Layer, List<String>> tables,
      Landing landing,
      Map<Layer, Long> rows,
      Map<Layer, Instant> builtAt,
      Integer openQuestions,
      String errorMessage,
      Refusal refused) {}

  /** The same, with how many questions are open. */
  SourceDetail asking(int openQuestions) {
    MedallionConfig config = metadata.medallionConfig();
    return new SourceDetail(
        id,
        name,
        originId,
        origin,
        createdAt,
        new Metadata(
            new MedallionConfig(
                config.status(),
                config.tables(),
                config.landing(),
                config.rows(),
                config.builtAt(),
                openQuestions,
                config.errorMessage(),
                config.refused()),
            metadata.sampleProfile(),
            metadata.foreignKeys(),
            metadata.waiting()));
  }
}
