package org.vigie.server.bank;

import java.util.Collection;
import org.vigie.fingerprint.HammingSignal;

/// Sets aside a member that suddenly matches far too often: a careless one, such as a plain
/// picture, would stop a messenger. Digests are not counted, as they match only equal files.
///
/// A member of a verified bank still matches and is disputed, so that every measure needs a person:
/// otherwise an attacker who posts many variants of a listed picture would switch it off. Threads:
/// any.
public interface FloodGuard {
  /// Returns the number by which a picture is counted. Rewritten files of one picture have the same
  /// number, as they are no flood of false matches.
  ///
  /// @param picture its signal in the original orientation
  static long contentOf(HammingSignal picture) {
    return picture.w3() ^ picture.w1();
  }

  /// Counts a scan, whether it matched or not.
  ///
  /// @param content the same for the same content
  /// @param matches those that count
  void observe(long content, Collection<Match> matches);
}
