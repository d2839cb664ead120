package org.vigie.hashlist;

import java.util.Optional;
import org.vigie.fingerprint.PdqSignal;

/* PDQ and SHA-256 are both written as 64 hex digits. A list that does not name its types is read as
PDQ only if its values look so. The signal of a picture has at most 128 of 256 bits set, and nearly
always exactly 128 (`docs/formats/pdq.md` §3); of SHA-256 digests 47 % have more and 5 % exactly 128.
One value with more than 128 shows that the list is no PDQ. If none has, the list is still doubted
unless more than half of its values have exactly 128: a few digests may happen to have fewer. A
single digest passes in 5 of 100 cases, three in 4 of 1,000, six in 2 of 100,000. */
/// The values of 64 digits in a list that name no type.
final class BareValues {
  private long count;
  private long balanced;
  private long firstImpossible;
  private long firstUnbalanced;

  void add(long line, PdqSignal value) {
    count++;
    if (value.bitsSet() == PdqSignal.MAX_BITS_SET) {
      balanced++;
    } else if (firstUnbalanced == 0) {
      firstUnbalanced = line;
    }
    if (!value.isOfSomePicture() && firstImpossible == 0) {
      firstImpossible = line;
    }
  }

  /// Returns the line that shows that they are not PDQ, or may be not.
  Optional<BadLine> doubt() {
    if (firstImpossible > 0) {
      return Optional.of(new BadLine(firstImpossible, HashListDefect.BARE_NOT_PDQ.of()));
    }
    return 2 * balanced <= count && count > 0
        ? Optional.of(new BadLine(firstUnbalanced, HashListDefect.BARE_UNCLEAR.of()))
        : Optional.empty();
  }
}
