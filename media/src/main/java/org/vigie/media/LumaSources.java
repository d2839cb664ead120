package org.vigie.media;

/// Where to get a [LumaSource].
///
/// JPEG, nine tenths of what people send, is read by libjpeg-turbo where its native library is
/// there for the platform, else by the JDK, which reads the same pictures several times slower and
/// at full size. Which of the two is found out once and printed by the source's `toString()`.
public final class LumaSources {
  private LumaSources() {}

  /// Returns a source with the default settings.
  public static LumaSource inProcess() {
    return inProcess(MediaSettings.DEFAULT);
  }

  /// Returns a source that decodes in this process.
  public static LumaSource inProcess(MediaSettings settings) {
    return new InProcessLumaSource(
        settings, hasNativeJpeg() ? new LeptonicaJpegDecoder() : new JdkJpegDecoder());
  }

  /// Tells whether libjpeg-turbo is there for this platform.
  public static boolean hasNativeJpeg() {
    return LeptonicaJpegDecoder.AVAILABLE;
  }

  /// Returns a source that uses no native library of ours, whatever the platform.
  static LumaSource withoutNatives(MediaSettings settings) {
    return new InProcessLumaSource(settings, new JdkJpegDecoder());
  }
}
