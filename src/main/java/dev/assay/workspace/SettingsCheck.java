package dev.assay.workspace;

import dev.assay.model.Landing;
import dev.assay.model.Origin;
import dev.assay.model.SyncSettings;
import dev.assay.model.SyncSettings.LoadMode;
import dev.assay.model.UserError;
import java.util.List;

/** Whether a source can follow its origin as somebody wishes. */
final class SettingsCheck {
  private SettingsCheck() {}

  /**
   * Throws UserError that says what is wrong with the settings.
   *
   * @param columns of Bronze; null where it is not known yet
   */
  static void check(Origin origin, SyncSettings settings, List<Landing.Column> columns) {
    if (settings.schedule() != null) {
      Schedules.check(settings.schedule());
    }
    if (settings.watch() && origin instanceof Origin.Database) {
      throw UserError.invalid(Sentences.WATCH_FILES_ONLY.with());
    }
    if (settings.cursor() == null) {
      return;
    }
    if (settings.mode() != LoadMode.APPEND) {
      throw UserError.invalid(Sentences.CURSOR_APPENDS.with());
    }
    if (columns != null) {
      NextLoad.cursor(settings, columns);
    }
  }
}
