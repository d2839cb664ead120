package org.vigie.platform.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The contract of every blob store, compared with a map.
abstract class BlobStoreContract {
  /// SHA-256 of "abc", FIPS 180-2, B.1.
  static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  /// Returns the number of steps of a random sequence.
  int steps() {
    return 150;
  }

  /// Returns a store in which nothing is.
  abstract BlobStore store() throws IOException;

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void put_contentThatClosesItsStream_isWhole() throws IOException {
    BlobStore blobs = store();
    BlobAddress address = blobs.put(out -> {
      try (out) {
        out.write(ascii("abc"));
      }
    });
    assertThat(address).isEqualTo(new BlobAddress(ABC));
    assertThat(blobs.open(address)).hasContent("abc");
  }

  @Test
  void put_contentThatFails_isNotThere() throws IOException {
    BlobStore blobs = store();
    assertThatThrownBy(() -> blobs.put(out -> {
          out.write(new byte[100_000]);
          throw new IOException("broken off");
        }))
        .hasMessage("broken off");
    assertThat(walked(blobs)).isEmpty();
  }

  @Test
  void put_aLot_isReadBackAsItWas() throws Exception {
    BlobStore blobs = store();
    byte[] piece = new byte[1 << 20];
    new Random(11).nextBytes(piece);
    MessageDigest expected = MessageDigest.getInstance("SHA-256");
    BlobAddress address = blobs.put(out -> {
      for (int i = 0; i < 40; i++) {
        out.write(piece);
        expected.update(piece);
      }
    });
    assertThat(address.sha256()).isEqualTo(HexFormat.of().formatHex(expected.digest()));
    MessageDigest found = MessageDigest.getInstance("SHA-256");
    try (InputStream in = new DigestInputStream(blobs.open(address), found)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    assertThat(HexFormat.of().formatHex(found.digest())).isEqualTo(address.sha256());
    try (InputStream in = blobs.open(address)) {
      assertThat(in.read()).isEqualTo(piece[0] & 0xff);
    }
  }

  @Test
  void walk_aBlob_tellsItsLengthAndSinceWhenItIsThere() throws IOException {
    BlobStore blobs = store();
    Instant before = Instant.now().minus(Duration.ofSeconds(2));
    blobs.put(out -> out.write(ascii("abc")));
    blobs.walk(blob -> {
      assertThat(blob.address().sha256()).isEqualTo(ABC);
      assertThat(blob.bytes()).isEqualTo(3);
      assertThat(blob.since()).isBetween(before, Instant.now().plusSeconds(2));
    });
    assertThat(walked(blobs)).hasSize(1);
  }

  @Test
  void open_noBlob_isRefused() throws IOException {
    BlobStore blobs = store();
    assertThatThrownBy(() -> blobs.open(new BlobAddress(ABC)))
        .isInstanceOf(NoSuchFileException.class);
    assertThat(blobs.delete(new BlobAddress(ABC))).isFalse();
  }

  static Map<String, Long> walked(BlobStore blobs) throws IOException {
    Map<String, Long> found = new TreeMap<>();
    blobs.walk(blob -> found.put(blob.address().sha256(), blob.bytes()));
    return found;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void operations_anySequence_areThoseOfAMap(long seed) throws Exception {
    BlobStore blobs = store();
    Map<String, byte[]> model = new HashMap<>();
    Random random = new Random(seed);
    List<byte[]> contents = Stream.generate(() -> bytes(random)).limit(12).toList();
    for (int step = 0; step < steps(); step++) {
      byte[] content = contents.get(random.nextInt(contents.size()));
      BlobAddress address = new BlobAddress(sha256(content));
      switch (random.nextInt(3)) {
        case 0 -> {
          assertThat(blobs.put(out -> out.write(content))).isEqualTo(address);
          model.put(address.sha256(), content);
        }
        case 1 ->
          assertThat(blobs.delete(address)).isEqualTo(model.remove(address.sha256()) != null);
        default ->
          assertThat(blobs.contains(address)).isEqualTo(model.containsKey(address.sha256()));
      }
    }
    assertThat(walked(blobs).keySet()).as("seed %d", seed).isEqualTo(model.keySet());
    for (Map.Entry<String, byte[]> each : model.entrySet()) {
      try (InputStream in = blobs.open(new BlobAddress(each.getKey()))) {
        assertThat(in).as("seed %d", seed).hasBinaryContent(each.getValue());
      }
    }
  }

  private static byte[] bytes(Random random) {
    byte[] bytes = new byte[random.nextInt(30_000)];
    random.nextBytes(bytes);
    return bytes;
  }

  static String sha256(byte[] content) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }
}
