package dev.assay.source.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A stream that is read ahead is the stream that it was. */
@Timeout(60)
class ReadAheadTest {
  private static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(3).nextBytes(bytes);
    return bytes;
  }

  @Test
  void allBytesComeInTheirOrder() throws IOException {
    for (int length : new int[] {0, 1, (1 << 17) - 1, 1 << 17, (1 << 17) + 1, 3_000_000}) {
      byte[] bytes = noise(length);
      try (ReadAhead ahead = new ReadAhead(new ByteArrayInputStream(bytes))) {
        assertThat(ahead.readAllBytes()).isEqualTo(bytes);
        assertThat(ahead.read()).isEqualTo(-1);
      }
    }
  }

  @Test
  void whatGoesWrongIsHeardAfterWhatCameBefore() throws IOException {
    byte[] bytes = noise(1_000_000);
    InputStream broken =
        new java.io.SequenceInputStream(
            new ByteArrayInputStream(bytes),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("broken");
              }
            });
    try (ReadAhead ahead = new ReadAhead(broken)) {
      assertThat(ahead.readNBytes(bytes.length)).isEqualTo(bytes);
      assertThatThrownBy(ahead::read).isInstanceOf(IOException.class).hasMessage("broken");
      assertThatThrownBy(ahead::read).isInstanceOf(IOException.class);
    }
  }

  @Test
  void mayBeLeftInTheMiddle() throws IOException {
    AtomicBoolean closed = new AtomicBoolean();
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            assertThat(closed).isFalse();
            return 7;
          }

          @Override
          public void close() {
            closed.set(true);
          }
        };
    ReadAhead ahead = new ReadAhead(endless);
    assertThat(ahead.readNBytes(3_000_000)).hasSize(3_000_000);
    ahead.close();
    assertThat(closed).isTrue();
  }
}
