package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * How a source follows its origin.
 *
 * @param mode what a load does to the rows that are there
 * @param cursor the column whose growing values say what is new; null to read everything
 * @param schedule when it syncs by itself, or null
 * @param watch whether it syncs by itself when its file or folder changes while a server runs
 * @param downstream which layers follow a load by themselves
 * @param contract what happens when the origin's columns change
 * @param keptLoads how many superseded loads stay, to be undone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SyncSettings(
    LoadMode mode,
    String cursor,
    Schedule schedule,
    boolean watch,
    Map<Layer, Refreshing> downstream,
    Contract contract,
    int keptLoads) {
  public SyncSettings {
    downstream = Map.copyOf(downstream);
  }

  /** Replaces all rows, keeps one load to return to, and lets all layers follow. */
  public static SyncSettings usual() {
    Map<Layer, Refreshing> all = new EnumMap<>(Layer.class);
    all.put(Layer.SILVER, Refreshing.AUTO);
    all.put(Layer.GOLD, Refreshing.AUTO);
    return new SyncSettings(LoadMode.REPLACE, null, null, false, all, Contract.USUAL, 1);
  }

  /** What a load does to the rows that are there. */
  public enum LoadMode {
    /** Its rows take the place of all others. */
    REPLACE,
    /** Its rows come beside the others. */
    APPEND,
    /** It is the whole table: new rows come, rows that vanished go to the history, others stay. */
    SNAPSHOT;

    @JsonValue
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether a layer follows a load by itself. */
  public enum Refreshing {
    AUTO,
    MANUAL;

    @JsonValue
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * When a source syncs by itself.
   *
   * @param cron five fields: minute, hour, day of month, month, day of week
   * @param zone the time zone that they are meant in, such as {@code Europe/Lisbon}
   */
  public record Schedule(String cron, String zone) {}
}
