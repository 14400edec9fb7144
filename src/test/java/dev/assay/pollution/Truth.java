package dev.assay.pollution;

import java.util.List;
import java.util.Set;

/**
 * What a person would recover from a polluted file.
 *
 * @param headerScored false where the file names no columns: made-up names are nobody's truth
 * @param header the names that are right for each column, in order
 * @param records the readings that are right for each record, the likeliest first; missing cells
 *     are empty
 */
record Truth(boolean headerScored, List<Set<String>> header, List<List<List<String>>> records) {}
