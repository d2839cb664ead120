package org.vigie.server.operation.doctor;

/// What a check found.
public sealed interface Outcome {
  /// Returns what was seen, in a sentence.
  String seen();

  /// As it should be.
  record Fine(String seen) implements Outcome {}

  /// Vigie runs, and this should be mended all the same.
  ///
  /// @param mend how
  record Worrying(String seen, String mend) implements Outcome {}

  /// Vigie does not run like this, or would do harm.
  ///
  /// @param mend how
  record Broken(String seen, String mend) implements Outcome {}
}
