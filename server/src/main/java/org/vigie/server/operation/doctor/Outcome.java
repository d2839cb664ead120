package org.vigie.server.operation.doctor;

/// The result of a check.
public sealed interface Outcome {
  /// Returns the observation, in a sentence.
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
