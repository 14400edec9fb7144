package dev.assay.quality.unseen;

import dev.assay.quality.GeneratedTable;
import java.util.stream.Stream;

/** All tables of this package. */
public final class UnseenColumns {
  private UnseenColumns() {}

  public static Stream<GeneratedTable> tables() {
    return Stream.of(
            BankSheets.tables(),
            InvoiceSheets.tables(),
            PublicSheets.tables(),
            MachineSheets.tables(),
            TravelSheets.tables(),
            LeisureSheets.tables(),
            PeopleSheets.tables())
        .flatMap(tables -> tables);
  }
}
