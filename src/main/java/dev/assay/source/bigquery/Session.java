package dev.assay.source.bigquery;

import com.google.api.services.bigquery.model.Table;
import com.google.api.services.bigquery.model.TableReference;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.cloud.bigquery.storage.v1.ReadSession;
import dev.assay.model.Format;
import dev.assay.model.FoundTable;
import dev.assay.model.Landing;
import dev.assay.model.Relation;
import dev.assay.model.UserError;
import dev.assay.source.ColumnNames;
import dev.assay.source.RelationReader.Login;
import dev.assay.source.RelationReader.Since;
import dev.assay.source.TableReader;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One dealing with BigQuery about one relation. */
final class Session {
  private final Relation relation;
  private final Limits limits;
  private final Place place;
  private final Optional<GoogleCredentials> credentials;
  private final Rest rest;
  private final Refusals refusals;
  private final Queries queries;

  Session(Login login, Relation relation, Limits limits) {
    this.relation = relation;
    this.limits = limits;
    this.place = Place.of(login.connection(), limits);
    this.credentials = Identity.of(place, login.secret());
    this.rest = new Rest(place, credentials);
    this.refusals = new Refusals(login, relation);
    this.queries = new Queries(rest, refusals);
  }

  private interface Asking<T> {
    T answer() throws IOException;
  }

  private <T> T asking(Asking<T> asking) {
    try {
      return asking.answer();
    } catch (IOException e) {
      throw refusals.of(e);
    }
  }

  void test() {
    asking(() -> rest.ask(api -> api.datasets().list(rest.project()).setMaxResults(1L).execute()));
  }

  List<FoundTable> tables() {
    return asking(() -> new Warehouse(rest).tables());
  }

  /** What is read: a stored table, or what a query hands out, with its forecast. */
  private sealed interface Subject {
    record Stored(TableReference reference, Table table, List<Column> columns) implements Subject {}

    record Asked(Queries.Text query, Queries.Forecast forecast) implements Subject {}
  }

  private Subject subject() throws IOException {
    return switch (relation) {
      case Relation.Table named -> {
        TableReference reference = Warehouse.reference(rest.project(), named);
        Table table = Warehouse.table(rest, reference);
        yield Warehouse.isStored(table)
            ? new Subject.Stored(reference, table, Column.of(table.getSchema()))
            : asked(Selection.all(reference));
      }
      case Relation.Query query -> asked(Selection.query(query));
    };
  }

  private Subject.Asked asked(Queries.Text query) throws IOException {
    Queries.Forecast forecast = queries.forecast(query);
    if (!forecast.reads()) {
      throw UserError.invalid("A query is one SELECT: this one would do more than read.");
    }
    return new Subject.Asked(query, forecast);
  }

  private static List<Column> columns(Subject subject) {
    List<Column> columns =
        switch (subject) {
          case Subject.Stored stored -> stored.columns();
          case Subject.Asked asked -> asked.forecast().columns();
        };
    columns.stream()
        .filter(Column::isTooFine)
        .findFirst()
        .ifPresent(column -> {
          throw UserError.invalid(
              "Column '"
                  + column.name()
                  + "' is "
                  + column.declared()
                  + ", of which digits would be lost: read it with a query that casts it to STRING.");
        });
    return columns;
  }

  long cost() {
    return asking(() -> cost(subject()));
  }

  private static long cost(Subject subject) {
    return switch (subject) {
      // REST hands out tables for nothing; the Storage Read API bills what it reads.
      case Subject.Stored stored ->
          stored.table().getNumBytes() == null ? 0 : stored.table().getNumBytes();
      case Subject.Asked asked -> asked.forecast().bytes();
    };
  }

  Landing look() {
    List<Column> columns = asking(() -> columns(subject()));
    List<Landing.Column> names = ColumnNames.of(columns.stream().map(Column::name).toList());
    List<Landing.Column> landed = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Landing.Column column = names.get(i);
      landed.add(new Landing.Column(column.header(), column.name(), columns.get(i).declared()));
    }
    return new Landing(new Format.DatabaseRows(), landed);
  }

  TableReader open(Landing landing, Optional<Since> since) {
    return asking(() -> {
      Subject subject = subject();
      List<Column> wanted = Selection.wanted(columns(subject), landing);
      if (relation instanceof Relation.Query && wanted.size() != columns(subject).size()) {
        throw Selection.changed();
      }
      if (since.isPresent()) {
        String from =
            switch (subject) {
              case Subject.Stored stored -> Selection.quoted(stored.reference());
              case Subject.Asked asked -> Selection.bracketed(asked.query());
            };
        subject = asked(Selection.since(from, columns(subject), landing, since.get()));
      }
      limits.allow(billed(subject), relation.label());
      return switch (subject) {
        case Subject.Stored stored ->
            rows(stored.reference(), stored.columns(), landing, Warehouse.state(stored.table()));
        case Subject.Asked asked -> {
          Queries.Result result = queries.run(asked.query(), limits.mostBytes());
          yield rows(result.table(), result.columns(), landing, null);
        }
      };
    });
  }

  private long billed(Subject subject) {
    boolean free = subject instanceof Subject.Stored && place.storage().isEmpty();
    return free ? 0 : cost(subject);
  }

  /** Through the Storage Read API where it can be had, else through REST. */
  private TableReader rows(
      TableReference table, List<Column> columns, Landing landing, String state) {
    List<Column> wanted = Selection.wanted(columns, landing);
    if (place.storage().isPresent()) {
      Storage storage = new Storage(place, credentials);
      try {
        List<String> names = wanted.stream().map(Column::name).toList();
        ReadSession session = storage.session(rest.project(), table, names);
        return new StreamedRows(storage, refusals, session, wanted);
      } catch (StatusRuntimeException _) {
        // Not switched on, not permitted, not reachable: REST says what is truly wrong, if
        // anything.
        storage.close();
      } catch (IllegalArgumentException | IndexOutOfBoundsException | BufferUnderflowException _) {
        storage.close();
        throw refusals.unintelligible();
      } catch (RuntimeException | Error e) {
        storage.close();
        throw e;
      }
    }
    int[] order = wanted.stream().mapToInt(columns::indexOf).toArray();
    return new PagedRows(rest, refusals, table, columns, order, state);
  }
}
