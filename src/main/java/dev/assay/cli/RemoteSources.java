package dev.assay.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.assay.model.Build;
import dev.assay.model.DialectOverrides;
import dev.assay.model.FoundTable;
import dev.assay.model.Json;
import dev.assay.model.Relation;
import dev.assay.model.UserError;
import dev.assay.workspace.AddOptions;
import dev.assay.workspace.Added;
import dev.assay.workspace.LandingPreview;
import dev.assay.workspace.NewConnection;
import dev.assay.workspace.SyncWishes;
import dev.assay.workspace.Upload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How files, tables and connections are handed to a server. */
final class RemoteSources {
  private static final TypeReference<Added> ADDED = new TypeReference<>() {};
  private final Wire wire;

  RemoteSources(Wire wire) {
    this.wire = wire;
  }

  List<Added> add(List<Path> paths, AddOptions options) {
    Map<String, Object> body = body(options);
    body.put("paths", paths.stream().map(RemoteSources::absolute).toList());
    return all(wire.post("/api/sources", body, ADDED));
  }

  /** The server keeps its own copies; those that were spooled here for it have served. */
  List<Added> addUploads(List<Upload> uploads, AddOptions options) {
    Map<String, Object> body = body(options);
    Map<String, String> fields = new LinkedHashMap<>();
    body.forEach((name, value) ->
        fields.put(
            name,
            switch (value) {
              case List<?> list -> String.join(",", list.stream().map(Object::toString).toList());
              case dev.assay.model.SyncSettings sync -> Json.write(sync);
              default -> value.toString();
            }));
    List<Added> added = all(wire.send("POST", "/api/sources", fields, uploads, ADDED));
    forget(uploads);
    return added;
  }

  Build replace(String path, Upload upload, SyncWishes wishes) {
    Map<String, String> fields =
        Map.of(
            "verify", Boolean.toString(wishes.verify()),
            "accept", Boolean.toString(wishes.accept()),
            "full", Boolean.toString(wishes.full()));
    Build build =
        wire.send("PUT", path + "/file", fields, List.of(upload), new TypeReference<Build>() {});
    forget(List.of(upload));
    return build;
  }

  private static void forget(List<Upload> uploads) {
    try {
      for (Upload upload : uploads) {
        Files.deleteIfExists(upload.stored());
      }
    } catch (IOException e) {
      throw new UserError(
          UserError.Kind.MACHINE, "A temporary copy cannot be removed: " + e.getMessage(), e);
    }
  }

  /**
   * @param relations null for all tables
   */
  List<Added> addRelations(String connection, List<Relation> relations, AddOptions options) {
    Map<String, Object> body = body(options);
    body.remove("tables");
    body.put("connection", connection);
    List<String> tables = new ArrayList<>();
    for (Relation relation : relations == null ? List.<Relation>of() : relations) {
      switch (relation) {
        case Relation.Table table -> tables.add(table.label());
        case Relation.Query query -> body.put("query", query.sql());
      }
    }
    if (!tables.isEmpty()) {
      body.put("tables", tables);
    }
    return all(wire.post("/api/sources", body, ADDED));
  }

  List<FoundTable> tables(Path file) {
    return wire.post(
        "/api/sources/tables", Map.of("path", absolute(file)), new TypeReference<>() {});
  }

  LandingPreview preview(Path file, String table, DialectOverrides overrides) {
    Map<String, Object> body = reading(overrides);
    body.put("path", absolute(file));
    body.put("table", table);
    body.values().removeIf(Objects::isNull);
    return wire.post("/api/sources/preview", body, new TypeReference<>() {});
  }

  static Map<String, Object> connection(NewConnection wished) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", wished.name());
    body.put("system", wished.system());
    body.put("host", wished.host());
    body.put("port", wished.port());
    body.put("database", wished.database());
    body.put("user", wished.user());
    body.put("secret", wished.secret());
    body.put("tls", wished.tls());
    body.put("driver", wished.driver());
    body.put("url", wished.url());
    body.values().removeIf(Objects::isNull);
    return body;
  }

  private static Map<String, Object> body(AddOptions options) {
    Map<String, Object> body = reading(options.overrides());
    body.put("name", options.name());
    body.put("tables", options.tables());
    body.put("together", options.together());
    body.put("sync", options.sync());
    body.values().removeIf(Objects::isNull);
    return body;
  }

  private static Map<String, Object> reading(DialectOverrides overrides) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("charset", overrides.charset());
    body.put("delimiter", overrides.delimiter());
    body.put("quote", sign(overrides.quote()));
    body.put("escape", sign(overrides.escape()));
    body.put("header_rows", overrides.headerRows());
    body.put("skip_lines", overrides.skipLines());
    return body;
  }

  private static String sign(Character sign) {
    return sign == null ? null : sign == DialectOverrides.NONE_SUCH ? "none" : String.valueOf(sign);
  }

  private static String absolute(Path path) {
    return path.toAbsolutePath().normalize().toString();
  }

  /** The first and its {@code more} as one list. */
  private static List<Added> all(Added answer) {
    List<Added> all = new ArrayList<>();
    all.add(
        new Added(
            answer.source(),
            answer.build(),
            answer.note(),
            answer.label(),
            answer.problem(),
            null));
    if (answer.more() != null) {
      all.addAll(answer.more());
    }
    return all;
  }
}
