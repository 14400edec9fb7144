package dev.assay.workspace;

import dev.assay.model.Layer;
import dev.assay.model.LayerStatus;
import dev.assay.model.MedallionLayer;
import dev.assay.model.Question;
import java.util.List;
import java.util.Map;

/**
 * The layers of a source as {@code GET /api/sources/{id}/medallion} shows them.
 *
 * @param status the strip: the worst status of each layer's tables, pending where none was built
 * @param layers one entry a table
 * @param questions what a person must settle
 */
public record Medallion(
    String sourceId,
    String name,
    Map<Layer, LayerStatus> status,
    List<MedallionLayer> layers,
    List<Question> questions) {}
