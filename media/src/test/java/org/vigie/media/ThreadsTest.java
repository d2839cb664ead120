package org.vigie.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// One source, several threads.
class ThreadsTest {
  private static final int THREADS = 4;
  private static final int ROUNDS = 6;

  private final LumaSource source = LumaSources.inProcess();

  @Test
  void decode_from_several_threads_gives_the_same_pictures() throws Exception {
    List<byte[]> files = VectorFile.pictures()
        .filter(file -> file.width() <= 1024)
        .filter(file -> LumaSources.hasNatives() || !file.isWebp())
        .map(VectorFile::bytes)
        .toList();
    List<float[]> alone = files.stream().map(this::samples).toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Callable<Void>> tasks = new ArrayList<>();
      for (int task = 0; task < THREADS * ROUNDS; task++) {
        int first = task;
        tasks.add(() -> compare(files, alone, first));
      }
      for (Future<Void> done : threads.invokeAll(tasks)) {
        done.get();
      }
    }
  }

  @SuppressWarnings("NullAway") // Void has no value but null.
  private Void compare(List<byte[]> files, List<float[]> alone, int first) {
    for (int i = 0; i < files.size(); i++) {
      int at = (first + i) % files.size();
      assertThat(samples(files.get(at))).isEqualTo(alone.get(at));
    }
    return null;
  }

  private float[] samples(byte[] file) {
    return Outcomes.samples(Outcomes.decode(source, file));
  }

  @Test
  void decode_starts_no_thread_of_the_window_toolkit() {
    LumaSource pure = LumaSources.withoutNatives(MediaSettings.DEFAULT);
    VectorFile.pictures().forEach(file -> Outcomes.decode(pure, file.bytes()));
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("AWT"));
  }
}
