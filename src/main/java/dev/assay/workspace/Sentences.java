package dev.assay.workspace;

import dev.assay.model.Sentence;

/** What is said of requests that the workspace cannot carry out. */
enum Sentences implements Sentence {
  RECIPE_CHANGED(
      "The recipe of '{source}' has changed since you began: it is number {now} now, and"
          + " you began from {before}. Look at what changed, then send yours again based on"
          + " {now}."),
  BRONZE_NOT_BUILT("Bronze of '{source}' has not been built. Read it again first."),
  BRONZE_FAILED("Bronze of '{source}' has not been built: {reason} Read it again first."),
  SILVER_NOT_BUILT("Silver of '{source}' has not been built. Build it first."),
  SILVER_FAILED("Silver of '{source}' has not been built: {reason} Build it first."),
  GOLD_NOT_BUILT("Gold of '{source}' has not been built. Build it first."),
  GOLD_MISSING("'{source}' has no Gold table '{table}'. Its tables are: {tables}."),
  GOLD_MISSING_ALL("'{source}' has no Gold table '{table}'. Build some first."),
  GOLD_NONE("'{source}' has no Gold tables yet. Build some first."),
  GOLD_NONE_SUGGESTED("No Gold table suggests itself for '{source}'. Write one of your own."),
  SOURCE_MISSING("There is no source '{source}'. Sources are: {sources}."),
  SOURCE_MISSING_ALL("There is no source '{source}'. Add a file or a connection first."),
  TABLE_NOT_THERE("There is no table '{table}'."),
  LAYER_MISSING("'{source}' has no {layer} layer to drop."),
  LAYER_IS_USED(
      "{table} depends on {layer} of '{source}'. Drop them first, or all of them at once"
          + " (cascade)."),
  LAYER_IS_USED_BY_SEVERAL(
      "{tables} depend on {layer} of '{source}'. Drop them first, or all of them at once"
          + " (cascade)."),
  SOURCE_IS_JOINED("{table} joins Silver of '{source}'. Drop that Gold table of '{other}' first."),
  SOURCE_IS_JOINED_BY_SEVERAL(
      "{tables} join Silver of '{source}'. Drop those Gold tables of '{others}' first."),
  FILE_NOT_THERE("There is no file '{file}'. Check the path and try again."),
  FILE_FOLDER("'{file}' is a folder. Name a file in it."),
  FILE_NOT_READABLE("The file '{file}' cannot be read. Check its permissions."),
  FILE_WITHOUT_TABLES("{file} holds no tables."),
  NO_UPLOAD("'{source}' was not made of an upload: sync it to read it again."),
  UPLOADED_DATABASE(
      "{file} is a database, which is only opened where it lies: save it on this machine"
          + " and name its path with 'assay add'."),
  UPLOAD_NOT_KEPT("The upload {file} cannot be kept: {reason}. Make room and send it again."),
  CONNECTION_NAME_TAKEN(
      "There is a connection '{name}' already, to {address}: choose another name."),
  CONNECTION_SYSTEM_NEEDED("Say which system the connection leads to."),
  CONNECTION_NAME_LENGTH("Give the name as one line of up to {most} characters."),
  CONNECTION_WITHOUT_TABLES("{address} holds no tables that this user may read: check the user."),
  RECIPE_NAME_SIGNS("Call the recipe by 1 to 60 letters, digits, dots, hyphens and underscores."),
  RECIPE_NAME_SHIPPED(
      "The recipe '{name}' came with Assay and stays as it is. Choose another name."),
  RECIPE_SHIPPED("The recipe '{name}' came with Assay and stays."),
  RECIPE_FITS_NOTHING("'{name}' does not fit {source}: none of its columns is there."),
  QUESTION_NAME_SIGNS(
      "Call the question by 1 to 80 letters, digits, blanks, dots, hyphens and" + " underscores."),
  QUESTION_NAME_TAKEN("There is a kept question '{name}' already: choose another name."),
  QUESTION_BY_MODEL(
      "This question was answered by SQL that a language model wrote, so there is no"
          + " typed query to keep. Ask it in other words."),
  ZONE_UNKNOWN(
      "'{zone}' is not a time zone. Name one such as Europe/Lisbon, America/Sao_Paulo or"
          + " UTC."),
  SCHEDULE_FIELDS(
      "A schedule has five fields, minute, hour, day of month, month and day of week,"
          + " such as '30 6 * * MON-FRI'; '{schedule}' has not."),
  SCHEDULE_UNREADABLE("The schedule '{schedule}' cannot be read: {reason}"),
  SCHEDULE_ZONE_NEEDED("Give the schedule's time zone, such as Europe/Lisbon."),
  SCHEDULE_ZONE_UNKNOWN("There is no time zone '{zone}': give one such as Europe/Lisbon or UTC."),
  SCHEDULE_NEVER("The schedule '{schedule}' names a day that never comes."),
  WATCH_FILES_ONLY(
      "Only files and folders can be watched. Give a schedule instead, such as '*/15 * *"
          + " * *'."),
  CURSOR_APPENDS(
      "With a cursor only new rows are read, so they must be appended: give the mode"
          + " append with it, or no cursor."),
  CURSOR_COLUMN_MISSING("There is no column '{column}' for a cursor. Columns are: {columns}."),
  MODEL_PROVIDER_NEEDED(
      "Say whose protocol the model speaks: OPENAI_COMPATIBLE, ANTHROPIC, GEMINI or" + " OLLAMA."),
  MODEL_NAME_NEEDED("Name the model, as its provider calls it."),
  MODEL_TOKEN_BUDGET("Give token_budget as a whole number from 2000 to 1000000."),
  MODEL_TIMEOUT("Give timeout_seconds as a whole number from 1 to 600."),
  MODEL_NONE(
      "No language model is set up. Set one up with: assay model --provider PROVIDER"
          + " --model MODEL"),
  LOAD_UNDONE("Load {load} of '{source}' is undone already."),
  LOAD_NOT_NEWEST("Only the newest load can be undone, which is load {newest}."),
  LOAD_ONLY("There is no load before this one. Drop the table instead."),
  LOAD_NOT_KEPT(
      "The rows that load {load} superseded are no longer kept. Keep more loads by the"
          + " source's settings."),
  FILTER_MISFIT("'{value}' cannot be compared with '{column}', which is of type {type}."),
  TRIAL_WAITED(
      "Other trials have kept this one waiting for {seconds} seconds. Ask again when"
          + " they are done."),
  TRIAL_STOPPED(
      "This was stopped after {seconds} seconds. Build the table instead, which may take"
          + " as long as it needs."),
  GOLD_BEFORE_MASK(
      "'{table}' was made before a column of Silver was masked, so it may show its"
          + " values. Run: assay refresh gold {source}"),
  EXPORT_TOO_MANY(
      "The answer has {most} rows or more, too many for a file: ask for fewer, or export"
          + " the table itself."),
  NOTHING_ACCEPTED("Name at least one proposal to accept, one edit or one answer.");

  private final String english;

  Sentences(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
