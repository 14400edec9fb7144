package dev.assay.source.bigquery;

import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.bigquery.Bigquery;
import com.google.auth.http.HttpCredentialsAdapter;
import com.google.auth.oauth2.GoogleCredentials;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;

/** The REST API of one place, asked again where a refusal may pass. */
final class Rest {
  private static final int CONNECT_MILLIS = 10_000;
  private static final int SILENCE_MILLIS = 60_000;
  private static final int MOST_TRIES = 5;
  private static final long FIRST_PAUSE_MILLIS = 200;

  private final Bigquery api;
  private final String project;

  Rest(Place place, Optional<GoogleCredentials> credentials) {
    HttpRequestInitializer identity =
        credentials.<HttpRequestInitializer>map(HttpCredentialsAdapter::new).orElse(_ -> {});
    this.api =
        new Bigquery.Builder(
                new NetHttpTransport(),
                GsonFactory.getDefaultInstance(),
                request -> {
                  identity.initialize(request);
                  request.setConnectTimeout(CONNECT_MILLIS);
                  request.setReadTimeout(SILENCE_MILLIS);
                  // A token must not follow wherever it is sent.
                  request.setFollowRedirects(false);
                })
            .setRootUrl(place.rest())
            .setApplicationName("assay")
            .build();
    this.project = place.project();
  }

  String project() {
    return project;
  }

  /** One request of the API, made anew for each try. */
  interface Request<T> {
    T send(Bigquery api) throws IOException;
  }

  /** Asks, and asks again a few times where that may help; the last refusal is thrown. */
  <T> T ask(Request<T> request) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return request.send(api);
      } catch (IOException e) {
        if (attempt == MOST_TRIES || !Refusals.passes(e)) {
          throw e;
        }
        pause(FIRST_PAUSE_MILLIS << (attempt - 1));
      }
    }
  }

  static void pause(long millis) throws InterruptedIOException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("cancelled");
    }
  }
}
