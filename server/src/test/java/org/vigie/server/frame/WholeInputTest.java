package org.vigie.server.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.DelegatingServletInputStream;
import org.springframework.mock.web.MockHttpServletRequest;
import org.vigie.media.NativeBytes;

/// How much memory a file takes while it is read out of a request.
final class WholeInputTest {
  private static final int PIECE = 1 << 16;
  private static final String FIELD = """
      --b
      Content-Disposition: form-data; name=submission

      {"surface": "public"}
      """.replace("\n", "\r\n");
  private static final String FILE =
      "--b\r\nContent-Disposition: form-data; name=media; filename=m\r\n\r\n";
  private static final String END = "\r\n--b--\r\n";

  private final Held held = new Held();
  private long atTheEnd;

  /// Counts as the server does: bytes as they are received, and memory held besides.
  private static final class Held implements BodyHold {
    private long now;
    private long peak;
    private long limit = Long.MAX_VALUE;
    private boolean refused;
    private final Set<NativeBytes> allocated = new HashSet<>();

    @Override
    public void take(long bytes) throws IOException {
      refused |= now + bytes > limit;
      if (refused) {
        throw new IOException("no room");
      }
      now += bytes;
      peak = Math.max(peak, now);
    }

    @Override
    public void giveBack(long bytes) {
      now -= bytes;
    }

    @Override
    public NativeBytes allocate(long size) throws IOException {
      take(size);
      NativeBytes memory = NativeBytes.allocate(size, () -> giveBack(size));
      allocated.add(memory);
      return memory;
    }

    @Override
    public void free(NativeBytes memory) {
      assertThat(allocated.remove(memory)).isTrue();
      memory.close();
    }
  }

  /// Returns a copy of memory, which is then freed.
  private byte[] bytes(NativeBytes memory) throws IOException {
    try (InputStream in = new HeldBytes(memory)) {
      return in.readAllBytes();
    } finally {
      assertThat(held.allocated).as("only the result is left").containsOnly(memory);
      atTheEnd = held.now;
      held.free(memory);
    }
  }

  /// A request whose body arrives in pieces of any length.
  private MockHttpServletRequest request(byte[] body, boolean announced) {
    InputStream arriving = new ByteArrayInputStream(body) {
      private final Random random = new Random(7);

      @Override
      public synchronized int read(byte[] into, int offset, int length) {
        int read = super.read(into, offset, Math.min(length, 1 + random.nextInt(8_192)));
        try {
          held.take(Math.max(0, read));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        return read;
      }
    };
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/scans") {
      @Override
      public ServletInputStream getInputStream() {
        return new DelegatingServletInputStream(arriving) {
          @Override
          public int read(byte[] into, int offset, int length) throws IOException {
            return arriving.read(into, offset, length);
          }
        };
      }

      @Override
      public long getContentLengthLong() {
        return announced ? body.length : -1;
      }
    };
    request.setContentType("multipart/form-data; boundary=b");
    request.setAttribute(BodyHold.ATTRIBUTE, held);
    return request;
  }

  private static byte[] file(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  private static byte[] form(String before, byte[] file, String after) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(before.getBytes(StandardCharsets.US_ASCII));
    body.write(file);
    body.write(after.getBytes(StandardCharsets.US_ASCII));
    return body.toByteArray();
  }

  private byte[] media(MockHttpServletRequest request) throws Exception {
    FormParts parts = FormParts.of(request);
    byte[] media = {};
    while (parts.hasNext()) {
      FormPart part = parts.next();
      try (WholeInput in = parts.whole(part.open())) {
        byte[] bytes = bytes(in.readWhole(Integer.MAX_VALUE - 8));
        media = part.isFile() ? bytes : media;
      }
    }
    return media;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4_000, PIECE - 1, PIECE, PIECE + 1, 500_000, 1_000_000, 20_000_003})
  void file_thatComesLast_takesItsSizeAndAnEighth(int size) throws Exception {
    byte[] file = file(size);
    assertThat(media(request(form(FIELD + FILE, file, END), true))).isEqualTo(file);
    assertThat(held.peak).isLessThan(size + size / 8 + 2 * PIECE);
    assertThat(atTheEnd).as("only what was received").isLessThan(size + 1_000);
    assertThat(held.now).as("no file that is freed").isLessThan(1_000);
  }

  static Stream<Arguments> otherForms() {
    return Stream.of(
        Arguments.of(FILE, "\r\n" + FIELD + "--b--\r\n", true),
        Arguments.of(FILE, "\r\n" + FILE + "x".repeat(700_000) + END, true),
        Arguments.of(FIELD + FILE, END, false),
        Arguments.of(FILE, END + "an epilogue", true));
  }

  /// Held memory is counted also if the length of a file is unknown.
  @ParameterizedTest
  @MethodSource("otherForms")
  void file_ofUnknownSize_isReadWholeAndCounted(String before, String after, boolean announced)
      throws Exception {
    byte[] file = file(3_000_001);
    byte[] body = form(before, file, after);
    FormParts parts = FormParts.of(request(body, announced));
    byte[] read = {};
    while (read.length == 0 && parts.hasNext()) {
      FormPart part = parts.next();
      try (WholeInput in = parts.whole(part.open())) {
        read = part.isFile() ? bytes(in.readWhole(Integer.MAX_VALUE - 8)) : read;
      }
    }
    assertThat(read).isEqualTo(file);
    assertThat(held.peak).isBetween(2L * file.length, 2L * body.length + 2 * PIECE);
    assertThat(atTheEnd).isLessThanOrEqualTo(body.length);
    assertThat(held.now).isLessThanOrEqualTo(body.length - file.length);
  }

  @Test
  void file_forWhichThereIsNoRoom_isNotRead() throws IOException {
    held.limit = 1_000_000;
    MockHttpServletRequest request = request(form(FILE, file(2_000_000), END), true);
    assertThatThrownBy(() -> media(request)).isInstanceOf(IOException.class).hasMessage("no room");
    assertThat(held.allocated).isEmpty();
    assertThat(held.peak).as("before the array of its size is made").isLessThan(300_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 70_000, 1_000_000, 5_000_000})
  void body_thatIsAFile_isHeldOnce(int size) throws IOException {
    byte[] file = file(size);
    try (WholeInput in = WholeInput.of(request(file, true))) {
      assertThat(bytes(in.readWhole(6_000_000))).isEqualTo(file);
    }
    assertThat(held.peak).isLessThan(size + size / 8 + 2 * PIECE);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, PIECE, 300_000, 999_999, 1_000_000})
  void bytes_upToANumber_leaveTheOthersInTheStream(int most) throws IOException {
    byte[] file = file(1_000_000);
    try (WholeInput in = WholeInput.of(request(file, true))) {
      assertThat(bytes(in.readWhole(most))).isEqualTo(Arrays.copyOf(file, most));
      assertThat(in.read()).isEqualTo(most == file.length ? -1 : file[most] & 0xFF);
    }
  }
}
