package dev.assay.llm;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** An answer in memory, up to a size; beyond it the connection is dropped. */
final class BoundedBody implements HttpResponse.BodySubscriber<byte[]> {
  /** The answer is larger than anybody asked for. */
  static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final HttpResponse.BodySubscriber<byte[]> body =
      HttpResponse.BodySubscribers.ofByteArray();
  private final long most;
  private long received;
  private Flow.Subscription subscription;

  BoundedBody(long most) {
    this.most = most;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body.getBody();
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    body.onSubscribe(subscription);
  }

  @Override
  public void onNext(List<ByteBuffer> item) {
    received += item.stream().mapToLong(ByteBuffer::remaining).sum();
    if (received > most) {
      subscription.cancel();
      body.onError(new TooLarge());
      return;
    }
    body.onNext(item);
  }

  @Override
  public void onError(Throwable throwable) {
    body.onError(throwable);
  }

  @Override
  public void onComplete() {
    body.onComplete();
  }
}
