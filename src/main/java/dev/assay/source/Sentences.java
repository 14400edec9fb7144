package dev.assay.source;

import dev.assay.model.Sentence;

/** What is said of files and databases that cannot be read. */
public enum Sentences implements Sentence {
  FILE_EMPTY("The file {file} is empty (0 bytes): save or export it anew, and add it again."),
  FILE_BLANK("The file {file} has only blank lines: save or export it anew, and add it again."),
  FILE_IS_PICTURE(
      "The file {file} is no table but looks like a {kind} picture: copy its table into"
          + " a CSV or Excel file, and add that."),
  FILE_IS_PDF(
      "The file {file} is no table but looks like a PDF document: export the table as"
          + " CSV or Excel, and add that file."),
  FILE_IS_PACKED_TWICE(
      "The file {file} is no table but looks like a {kind} archive inside an archive:"
          + " unpack it, and add what was in it."),
  FILE_IS_XZ_INSIDE(
      "The file {file} is no table but looks like an xz archive inside an archive:"
          + " unpack it, and add what was in it."),
  FILE_IS_ARCHIVE(
      "The file {file} is no table but looks like a {kind} archive: unpack it, and add"
          + " what was in it."),
  FILE_IS_SQLITE(
      "The file {file} is no table but looks like an SQLite database: end its name in"
          + " .sqlite, and add it again."),
  FILE_IS_DUCKDB(
      "The file {file} is no table but looks like a DuckDB database: end its name in"
          + " .duckdb, and add it again."),
  FILE_IS_PARQUET(
      "The file {file} is no table but looks like a Parquet file: end its name in"
          + " .parquet, and add it again."),
  FILE_IS_COLUMNAR(
      "The file {file} is no table but looks like an {kind} file: export it as Parquet"
          + " or CSV, and add that file."),
  FILE_IS_OLD_OFFICE(
      "The file {file} is no table but looks like an old Excel workbook (.xls) or"
          + " another Office document: save it as .xlsx, and add that file."),
  FILE_IS_PROGRAM(
      "The file {file} is no table but looks like a program: choose a CSV, Excel, JSON"
          + " or Parquet file."),
  FILE_IS_JAVA_CLASS(
      "The file {file} is no table but looks like a Java class: choose a CSV, Excel,"
          + " JSON or Parquet file."),
  FILE_IS_BINARY(
      "The file {file} is no table but looks like binary data: choose a CSV, Excel, JSON"
          + " or Parquet file."),
  FILE_UNREADABLE("The file {file} could not be read: {reason}."),
  FILE_UNKNOWN_KIND("The file {file} is of no kind that can be landed."),
  FILE_MISSING("There is no file {file}. Check the path."),
  FILE_IS_FOLDER("{file} is a folder. Name a file in it."),
  FILE_FORBIDDEN("The file {file} may not be read. Change its permissions."),
  FILE_OTHER_KIND_NOW("The file {file} is of another kind now. Sync it again."),
  ENCODING_UNKNOWN(
      "There is no encoding '{encoding}'. Use one such as UTF-8, windows-1252 or" + " UTF-16LE."),
  ENCODING_BROKEN("The file {file} has bytes that its own encoding does not allow."),
  SKIPPED_ALL("Skipping {lines} lines leaves nothing of {file}. Skip fewer."),
  WORKBOOK_EMPTY(
      "The workbook {file} has no sheet with a value in it: fill one in and save it, and"
          + " add it again."),
  WORKBOOK_LOCKED(
      "The workbook {file} is protected by a password. Save a copy without one and add" + " that."),
  WORKBOOK_DAMAGED(
      "The workbook {file} is damaged ({reason}). Open it in Excel, save it as a new"
          + " .xlsx and add that."),
  WORKBOOK_BREAKS_OFF(
      "The workbook {file} is damaged (it ends or breaks off in the middle). Open it in"
          + " Excel, save it as a new .xlsx and add that."),
  SHEET_EMPTY(
      "The sheet {sheet} of {file} is empty: choose another sheet, or fill it in and add"
          + " the workbook again."),
  SHEET_MISSING("The workbook {file} has no sheet '{sheet}'. It has {sheets}."),
  ZIP_DAMAGED(
      "{file} is a ZIP archive that is cut off or damaged. Get it once more and try" + " again."),
  ZIP_OVERLAPS(
      "{file} holds files that overlap, as zip bombs do. If you trust it, unpack it and"
          + " add what was in it."),
  ZIP_SWELLS(
      "{file} holds files that swell to more than {ratio} times its size, as zip bombs"
          + " do. If you trust it, unpack it and add what was in it."),
  ZIP_TOO_MANY(
      "{file} holds {count} files, more than the {most} that are read from an archive."
          + " Unpack it and add the folder."),
  ZIP_SAME_NAME("{file} holds two files called {name}. Unpack it and add each of them."),
  ZIP_LOCKED(
      "{file} is locked with a password. Unpack it with the password and add what was in" + " it."),
  ZIP_OTHER_PACKING(
      "{file} packs {name} in a way that Assay cannot unpack. Unpack it and add what was"
          + " in it."),
  ZIP_EMPTY("{file} is an archive without any file: pack it anew, and add it again."),
  PACKED_SWELLS(
      "{file} swells to more than {ratio} times its size, as zip bombs do. If you trust"
          + " it, unpack it and add what was in it."),
  PACKED_TOO_LARGE(
      "{file} unpacks to more than {bytes} bytes. If you trust it, unpack it and add"
          + " what was in it."),
  PACKED_MEMORY(
      "{file} needs more memory to unpack than is allowed. Unpack it and add what was in" + " it."),
  PACKED_CUT_OFF(
      "{file} is cut off: its packed data ends too early. Get the whole file and try" + " again."),
  PACKED_DAMAGED("{file} is damaged: it cannot be unpacked. Get it once more and try again."),
  JSON_BROKEN("The JSON of {file} is broken: {reason}. Mend it there."),
  JSON_BROKEN_AT(
      "The JSON of {file} is broken at line {line}, column {column}: {reason}. Mend it"
          + " there."),
  HOST_UNKNOWN("There is no host {host}: check its name."),
  TLS_FAILED("No connection to {address} with TLS '{tls}': {reason}."),
  NO_ANSWER_IN_TIME("{address} did not answer in time: check host, port and firewall."),
  NOTHING_ANSWERS("Nothing answers at {address}: check host and port, or start it."),
  USER_REFUSED("{address} refuses the user '{user}': check the name and the password."),
  NO_USER_REFUSED("{address} refuses the user (none): check the name and the password."),
  DATABASE_MISSING("There is no database at {address}: check its name."),
  TABLE_MISSING("There is no {table} in {address}: {reason}."),
  COLUMN_MISSING("A column of {table} is missing: {reason}."),
  MAY_NOT_READ("The user {user} may not read {table} in {address}: grant SELECT."),
  DATABASE_SAYS("{address} says of {table}: {reason}."),
  DATABASE_SAYS_OF_ITSELF("{address} says of the database: {reason}."),
  CONNECTION_LOST("The connection to {address} broke while rows were read."),
  TABLE_CHANGED("{table} in {address} changed while it was read."),
  ROWS_TOO_LATE(
      "{address} gave no row of {table} for too long: ask for less, or keep the answer as a table"
          + " there."),
  QUOTA_SPENT("{address} has had its fill for now ({reason}): try it later."),
  PLACE_BUSY("{address} cannot answer now ({reason}): try it later."),
  PROJECT_SAYS("{address} says of the project: {reason}."),
  CONNECTION_BROKE("The connection to {host} broke: try it again."),
  HOST_NEEDED("The connection '{connection}' needs a host."),
  HOST_NO_NAME(
      "The host of the connection '{connection}' must be a plain name or address, such"
          + " as db.example.org."),
  PORT_NO_NUMBER("A port is a number from 1 to 65535, not {port}."),
  DATABASE_NEEDED("The connection '{connection}' needs a database."),
  DATABASE_FILE_NEEDED("The connection '{connection}' needs a file."),
  QUERY_EMPTY("Write a query: one SELECT."),
  QUERY_NO_SELECT("A query is one SELECT: it begins with SELECT or WITH."),
  QUERY_SEVERAL("A query is one SELECT: leave out the semicolon, or write it as a character code."),
  QUERY_WRITES("A query only reads: it cannot say {word}, unless in quotes as a name."),
  QUERY_SAME_NAMES(
      "Two columns of the query have the same name: give each a name of its own with AS."),
  GOOGLE_UNREACHED("There is no way to {host}: check the name and the network."),
  TOKEN_UNREACHED("There is no way to Google, which gives the token: check the network."),
  TOKEN_REFUSED("Google gives no token for {address}: check the key or log in again."),
  LOGIN_REFUSED("{address} refuses the login: check the key, or log in again."),
  PROJECT_MISSING("There is no project at {address}: check its id ({reason})."),
  PROJECT_NEEDED(
      "The connection '{connection}' needs the id of a project, such as my-project-123.");

  private final String english;

  Sentences(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
