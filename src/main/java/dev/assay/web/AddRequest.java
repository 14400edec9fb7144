package dev.assay.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.model.Problem;
import dev.assay.model.UserError;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What shall become sources: files of this machine by {@code path} or {@code paths}, or tables or a
 * query of a {@code connection}; and how to read and follow them.
 *
 * @param tables which tables to take, {@code schema.name} or {@code name}; null for all
 * @param query one SELECT in the connection's own SQL
 */
record AddRequest(
    String path,
    List<String> paths,
    String connection,
    List<String> tables,
    String query,
    String name,
    String charset,
    String delimiter,
    String quote,
    String escape,
    Boolean header,
    Integer headerRows,
    Integer skipLines,
    Boolean together,
    String mode,
    JsonNode sync) {

  Wishes wishes() {
    return new Wishes(
        name,
        charset,
        delimiter,
        quote,
        escape,
        Wishes.text(header),
        Wishes.text(headerRows),
        Wishes.text(skipLines),
        tables,
        Wishes.text(together),
        mode,
        sync);
  }

  /** The paths, however they are given; empty for a connection. */
  List<String> allPaths() {
    List<String> all =
        Stream.concat(Stream.ofNullable(path), paths == null ? Stream.of() : paths.stream())
            .toList();
    if (all.stream().anyMatch(Objects::isNull) || all.stream().anyMatch(String::isBlank)) {
      throw UserError.of(List.of(new Problem("/paths", "Give each path as a text.")));
    }
    if (all.isEmpty() && connection == null) {
      throw UserError.of(
          List.of(new Problem("/path", "Give the field 'path', 'paths' or 'connection'.")));
    }
    if (!all.isEmpty() && connection != null) {
      throw UserError.of(
          List.of(new Problem("/connection", "Give either paths or a connection, not both.")));
    }
    if (connection == null && query != null) {
      throw UserError.of(
          List.of(new Problem("/query", "A query goes with a connection, not with files.")));
    }
    if (tables != null && query != null) {
      throw UserError.of(List.of(new Problem("/query", "Give either tables or a query.")));
    }
    return all;
  }
}
