package org.vigie.fingerprint;

/// The box filter along one axis: the number of samples in each output's mean.
///
/// Output `o` is the mean of the samples from `o + half - window` up to, not including, `o +
/// half`, as far as they exist. Source: `docs/formats/pdq.md` §2. Mutable, so that a hasher can
/// keep it from picture to picture.
final class BoxFilter {
  /// Twice the side of the image that PDQ scales to.
  private static final int PARTS = 128;

  private int length;
  private int window;
  private int half;

  /// Prepares for an axis of this many samples.
  void fit(int samples) {
    length = samples;
    window = (int) ((samples + PARTS - 1L) / PARTS);
    half = (window + 2) / 2;
  }

  /// Returns the number of samples, and of outputs.
  int length() {
    return length;
  }

  /// Returns the number of samples in a full window.
  int window() {
    return window;
  }

  /// Returns the number of samples in the first output.
  int half() {
    return half;
  }

  /// Returns the number of samples in output `o`; 1 to [#window] for an output that exists.
  int count(int o) {
    return Math.min(o + half, length) - Math.max(0, o + half - window);
  }

  /// Says whether every one of `n` outputs from `o` has a full window.
  boolean isFull(int o, int n) {
    return o + half >= window && o + n - 1 + half <= length;
  }
}
