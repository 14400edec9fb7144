package dev.assay.ask;

import dev.assay.model.AskRequest;
import java.time.LocalDate;

/**
 * A question as it is put to one source.
 *
 * @param request what was asked, and what was asked before it
 * @param catalog what is published of the source
 * @param vocabulary the words that its table knows
 * @param today what "today" is, in the workspace's zone
 */
record Asked(AskRequest request, Catalog catalog, Vocabulary vocabulary, LocalDate today) {
  String question() {
    return request.question();
  }
}
