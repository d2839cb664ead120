package org.vigie.media;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.leptonica.global.leptonica;
import org.jspecify.annotations.Nullable;

/// The stream `stderr` of the C library, to which libjpeg writes a line for a damaged file.
///
/// leptonica gives no way to set libjpeg's `output_message`. So the variable `stderr` is pointed to
/// a stream that discards everything. Descriptor 2 is unchanged: Java and the JVM write to it
/// without that variable, and the C library's own last words (a corrupt heap) do, too.
final class CStandardError {
  /// The stream's object in glibc. Other C libraries do not let the variable be changed.
  private static final String GLIBC = "_IO_2_1_stderr_";

  private CStandardError() {}

  /// Silences the stream for as long as the process lives, with glibc; else does nothing.
  static void silence() {
    Pointer variable = Loader.addressof("stderr");
    Pointer stream = Loader.addressof(GLIBC);
    if (isAbsent(variable) || isAbsent(stream)) {
      return;
    }
    try (PointerPointer<Pointer> present = new PointerPointer<>(variable)) {
      Pointer nowhere = leptonica.fopenWriteStream("/dev/null", "w");
      if (!isAbsent(nowhere) && stream.equals(present.get(Pointer.class, 0))) {
        present.put(0, nowhere);
      }
    }
  }

  private static boolean isAbsent(@Nullable Pointer pointer) {
    return pointer == null || pointer.isNull();
  }
}
