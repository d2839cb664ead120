package org.vigie.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.media.DecodeOutcome.Cause;

/// Memory outside the heap is freed once, at once, and never under a reader.
final class NativeBytesTest {
  private final AtomicInteger freed = new AtomicInteger();
  private final LumaSource source = LumaSources.inProcess();

  static List<VectorFile> pictures() {
    return VectorFile.pictures()
        .filter(file -> LumaSources.hasNatives() || !file.isWebp())
        .toList();
  }

  private NativeBytes bytes(byte[] content) {
    NativeBytes bytes = NativeBytes.allocate(content.length, freed::incrementAndGet);
    bytes.segment().copyFrom(MemorySegment.ofArray(content));
    return bytes;
  }

  @Test
  void close_withoutHolds_freesOnce() {
    NativeBytes bytes = bytes(new byte[10]);
    assertThat(freed).hasValue(0);
    bytes.close();
    bytes.close();
    assertThat(freed).hasValue(1);
    assertThat(bytes.segment().scope().isAlive()).isFalse();
    assertThat(bytes.hold()).isEmpty();
  }

  @Test
  void close_withAHold_freesWhenItIsReleased() {
    NativeBytes bytes = bytes(new byte[10]);
    NativeBytes.Hold hold = bytes.hold().orElseThrow();
    bytes.close();
    NativeBytes.Hold second = bytes.hold().orElseThrow();
    hold.close();
    hold.close();
    assertThat(freed).as("a hold released twice counts once").hasValue(0);
    second.close();
    assertThat(freed).hasValue(1);
  }

  @Test
  void holdAndClose_byManyThreads_freeOnceAndNeverUnderAReader() throws Exception {
    for (int round = 0; round < 50; round++) {
      int before = freed.get();
      NativeBytes bytes = bytes(new byte[] {7});
      List<Future<Boolean>> reads = new ArrayList<>();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int reader = 0; reader < 20; reader++) {
          reads.add(threads.submit(() -> isReadOrFreed(MediaFile.of(bytes))));
        }
        threads.execute(bytes::close);
      }
      for (Future<Boolean> read : reads) {
        assertThat(read.get()).isTrue();
      }
      assertThat(freed).hasValue(before + 1);
    }
  }

  private static boolean isReadOrFreed(MediaFile.Held file) throws IOException {
    Optional<NativeBytes.Hold> hold = file.hold();
    if (hold.isEmpty()) {
      return true;
    }
    try (NativeBytes.Hold _ = hold.get();
        InputStream in = file.open()) {
      return in.read() == 7;
    }
  }

  @Test
  void read_afterTheEnd_throws() throws IOException {
    NativeBytes bytes = bytes(new byte[10]);
    MediaFile.Held file = MediaFile.of(bytes);
    try (InputStream in = file.open()) {
      assertThat(in.read()).isZero();
      bytes.close();
      assertThatIllegalStateException().isThrownBy(in::read);
      assertThatIllegalStateException().isThrownBy(in::readAllBytes);
    }
    assertThatIllegalStateException().isThrownBy(() -> source.open(file, Deadline.NONE));
    Outcomes.assertCause(source.decode(file, () -> true), Cause.DEADLINE_PASSED);
  }

  /// The owner of a file may be gone before its frames are asked for.
  @ParameterizedTest
  @MethodSource("pictures")
  void frames_ofAFileWhoseOwnerIsGone_areDecodedAndFreeIt(VectorFile picture) {
    NativeBytes bytes = bytes(picture.bytes());
    try (Frames frames =
        ((OpenOutcome.Opened) source.open(MediaFile.of(bytes), Deadline.NONE)).frames()) {
      bytes.close();
      assertThat(frames.memory()).isPositive();
      assertThat(frames.next()).isInstanceOf(Frames.Frame.class);
      assertThat(freed).hasValue(0);
    }
    assertThat(freed).hasValue(1);
  }

  @Test
  void open_fileThatIsRefused_isFreedByItsOwner() {
    byte[] noise = new byte[100];
    new Random(1).nextBytes(noise);
    byte[] bomb = Bytes.png(1, 70_000, Bytes.deflated(new byte[140_000]));
    for (byte[] file : List.of(noise, bomb, new byte[] {'B', 'M'}, new byte[0])) {
      int before = freed.get();
      try (NativeBytes bytes = bytes(file)) {
        assertThat(source.open(MediaFile.of(bytes), Deadline.NONE))
            .isInstanceOf(DecodeOutcome.Undecodable.class);
      }
      assertThat(freed).hasValue(before + 1);
    }
  }

  @Test
  void collected_isNeverFreedByHand() {
    NativeBytes bytes = NativeBytes.collected(3);
    bytes.close();
    assertThat(bytes.segment().scope().isAlive()).isTrue();
    assertThat(bytes).hasToString("NativeBytes[3 bytes]");
  }
}
