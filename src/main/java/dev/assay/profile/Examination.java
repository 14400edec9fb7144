package dev.assay.profile;

import dev.assay.model.ColumnProfile;
import dev.assay.model.ColumnProfile.ValueCount;
import java.util.List;

/**
 * What is known of one column once all its rows were measured.
 *
 * @param profile what its values look like
 * @param guess the reading that all rows confirm
 * @param measured what all rows say about it
 * @param email whether its values are e-mail addresses
 * @param values its most frequent texts and some of the others, as many as tell what they mean
 * @param texts every text of the column as received with its rows, most frequent first; empty where
 *     they are too many to keep
 */
public record Examination(
    ColumnProfile profile,
    Guess guess,
    Measurement measured,
    boolean email,
    List<ValueCount> values,
    List<ValueCount> texts) {
  /** How many texts are kept. */
  static final int VALUES = 300;
}
