package dev.assay.advice;

import dev.assay.model.SilverSpec;
import dev.assay.profile.Examination;

/**
 * A column of Bronze with its name in Silver and what is known of it.
 *
 * @param name in Silver
 * @param position from 0, in table order
 * @param known what all rows say
 */
record KnownColumn(String name, int position, Examination known) {
  /** As received. */
  String source() {
    return known.profile().name();
  }

  /** As a build would make it. */
  SilverSpec.Column spec() {
    return ColumnAdvice.spec(known, name);
  }

  /** As received, under its Silver name. */
  SilverSpec.Column raw() {
    return ColumnAdvice.raw(known, name);
  }

  /** The raw column where its values are written out as they came: as alike as the typed ones. */
  SilverSpec.Column alike() {
    var measured = known.measured();
    boolean asReceived = measured.changed() == 0 && measured.parsed() == measured.present();
    return asReceived ? raw() : spec();
  }
}
