package dev.assay.workspace;

import dev.assay.model.DialectOverrides;
import dev.assay.model.SyncSettings;
import java.util.List;

/**
 * How to add files or tables.
 *
 * @param name what to call the source, or the group where there are several; null for the origin's
 *     own name
 * @param overrides how to read texts
 * @param tables which sheets, entries or tables to take, by name; null for all
 * @param together whether files with one header become one source; null for what is usual: a folder
 *     or a glob does, files named one by one do not and it is offered
 * @param sync how the sources follow their origin, or null for the usual way
 */
public record AddOptions(
    String name,
    DialectOverrides overrides,
    List<String> tables,
    Boolean together,
    SyncSettings sync) {
  public static final AddOptions NONE =
      new AddOptions(null, DialectOverrides.NONE, null, null, null);

  /** Nothing decided but a name and how to read. */
  public static AddOptions named(String name, DialectOverrides overrides) {
    return new AddOptions(name, overrides, null, null, null);
  }
}
