package dev.assay.workspace;

import dev.assay.model.Landing;
import dev.assay.model.Rows;

/**
 * What Bronze would look like, before anything has landed.
 *
 * @param landing as detected or decided
 * @param rows the first rows
 * @param malformed what in front of or between them would be left out or mended
 */
public record LandingPreview(Landing landing, Rows rows, Rows malformed) {}
