package org.vigie.media;

/// Where to get a [LumaSource].
///
/// JPEG and WebP are read by libjpeg-turbo and libwebp where their native library is there for the
/// platform (Linux on x86-64 and ARM64 with glibc, macOS on ARM64). Elsewhere JPEG is read by the
/// JDK, several times slower and at full size, and WebP is unsupported. Which of the two holds is
/// found out once and printed by the source's `toString()`.
public final class LumaSources {
  private LumaSources() {}

  /// Returns a source with the default settings.
  public static LumaSource inProcess() {
    return inProcess(MediaSettings.DEFAULT);
  }

  /// Returns a source that decodes in this process.
  public static LumaSource inProcess(MediaSettings settings) {
    return new InProcessLumaSource(settings, hasNatives());
  }

  /// Returns whether the native library is there for this platform.
  public static boolean hasNatives() {
    return Leptonica.AVAILABLE;
  }

  /// Returns a source that uses no native library of ours, on any platform.
  static LumaSource withoutNatives(MediaSettings settings) {
    return new InProcessLumaSource(settings, false);
  }
}
