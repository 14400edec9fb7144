package dev.assay.source.bigquery;

import com.google.api.client.http.HttpResponseException;
import com.google.api.services.bigquery.model.ErrorProto;
import com.google.api.services.bigquery.model.GetQueryResultsResponse;
import com.google.api.services.bigquery.model.Job;
import com.google.api.services.bigquery.model.JobConfiguration;
import com.google.api.services.bigquery.model.JobConfigurationQuery;
import com.google.api.services.bigquery.model.JobReference;
import com.google.api.services.bigquery.model.JobStatistics;
import com.google.api.services.bigquery.model.QueryParameter;
import com.google.api.services.bigquery.model.TableReference;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Runs queries: dry, to learn their columns and their cost, and then in earnest. */
final class Queries {
  private static final long PATIENCE_MILLIS = 10_000;

  private final Rest rest;
  private final Refusals refusals;

  Queries(Rest rest, Refusals refusals) {
    this.rest = rest;
    this.refusals = refusals;
  }

  /** A query with, where it reads on from a value, its only parameter. */
  record Text(String sql, Optional<QueryParameter> parameter) {}

  /** What a query would hand out, and the bytes that it would read. */
  record Forecast(List<Column> columns, long bytes, boolean reads) {}

  /** The table in which a query's rows wait for a day, and its columns. */
  record Result(TableReference table, List<Column> columns) {}

  Forecast forecast(Text query) throws IOException {
    Job job =
        new Job()
            .setConfiguration(
                new JobConfiguration().setDryRun(true).setQuery(configuration(query, null)));
    Job answer = rest.ask(api -> api.jobs().insert(rest.project(), job).execute());
    JobStatistics statistics = answer.getStatistics();
    refuse(answer);
    Long bytes = statistics == null ? null : statistics.getTotalBytesProcessed();
    if (statistics == null || statistics.getQuery() == null) {
      throw refusals.failed("", "no forecast was made");
    }
    return new Forecast(
        Column.of(statistics.getQuery().getSchema()),
        bytes == null ? 0 : bytes,
        "SELECT".equals(statistics.getQuery().getStatementType()));
  }

  /** Runs a query that BigQuery itself stops from billing more than {@code mostBytes}. */
  Result run(Text query, long mostBytes) throws IOException {
    // With a name of our own, a second try cannot run, and bill, the query twice.
    String id = "assay_" + UUID.randomUUID();
    Job job =
        new Job()
            .setJobReference(new JobReference().setProjectId(rest.project()).setJobId(id))
            .setConfiguration(new JobConfiguration().setQuery(configuration(query, mostBytes)));
    JobReference started = start(job, id);
    boolean ended = false;
    try {
      GetQueryResultsResponse answer = await(started);
      ended = true;
      Job done =
          rest.ask(api ->
              api.jobs().get(rest.project(), id).setLocation(started.getLocation()).execute());
      refuse(done);
      return new Result(
          done.getConfiguration().getQuery().getDestinationTable(), Column.of(answer.getSchema()));
    } finally {
      if (!ended) {
        cancel(started);
      }
    }
  }

  private JobReference start(Job job, String id) throws IOException {
    Job started =
        rest.ask(api -> {
          try {
            return api.jobs().insert(rest.project(), job).execute();
          } catch (HttpResponseException e) {
            if (e.getStatusCode() != 409) {
              throw e;
            }
            // An earlier try had arrived after all.
            return api.jobs().get(rest.project(), id).execute();
          }
        });
    refuse(started);
    return started.getJobReference();
  }

  private GetQueryResultsResponse await(JobReference job) throws IOException {
    while (true) {
      GetQueryResultsResponse answer =
          rest.ask(api ->
              api.jobs()
                  .getQueryResults(rest.project(), job.getJobId())
                  .setLocation(job.getLocation())
                  .setMaxResults(0L)
                  .setTimeoutMs(PATIENCE_MILLIS)
                  .execute());
      if (Boolean.TRUE.equals(answer.getJobComplete())) {
        return answer;
      }
      if (Thread.interrupted()) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("cancelled");
      }
    }
  }

  private void cancel(JobReference job) {
    try {
      rest.ask(api ->
          api.jobs()
              .cancel(rest.project(), job.getJobId())
              .setLocation(job.getLocation())
              .execute());
    } catch (IOException _) {
      // What cannot be cancelled ends by itself, within the bytes that it may bill.
    }
  }

  private void refuse(Job job) {
    ErrorProto error = job.getStatus() == null ? null : job.getStatus().getErrorResult();
    if (error != null) {
      throw refusals.failed(error.getReason(), error.getMessage());
    }
  }

  private static JobConfigurationQuery configuration(Text query, Long mostBytes) {
    JobConfigurationQuery configuration =
        new JobConfigurationQuery()
            .setQuery(query.sql())
            .setUseLegacySql(false)
            .setMaximumBytesBilled(mostBytes);
    query
        .parameter()
        .ifPresent(parameter ->
            configuration.setParameterMode("NAMED").setQueryParameters(List.of(parameter)));
    return configuration;
  }
}
