package org.vigie.server.policy;

/// Why a decision was made, for the person concerned. [Explanations] puts it into words.
public sealed interface Explanation {
  /// In the words of a reviewer, in the language of the person concerned; shown as it is.
  record Written(String text) implements Explanation {}

  /// The policy decided, because content resembles listed content; composed in the language of each
  /// reader.
  record Match(Resemblance how) implements Explanation {}
}
