package org.vigie.server.review.opening;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.connector.Reference;
import org.vigie.fingerprint.Digest;
import org.vigie.server.bank.MemberId;

/// The identity of scanned content: the members of banks that it matched, each for all content
/// within the radius of its bank, or the digest of the file if it matched none.
///
/// @param marks in the order of their text
record SeenContent(List<String> marks) {
  /// Content that is not grouped.
  static final SeenContent NONE = new SeenContent(List.of());

  SeenContent {
    marks = List.copyOf(marks);
  }

  static SeenContent of(Set<MemberId> members) {
    return new SeenContent(
        members.stream().map(member -> "member:" + member.value()).sorted().toList());
  }

  static SeenContent of(Digest digest) {
    return new SeenContent(List.of("digest:" + digest.text()));
  }

  /// Returns the keys of the groups that a source belongs to: only content seen in the same
  /// place is the same, and an absent room is a place.
  List<String> groups(NewSource source) {
    String place = place(source);
    return marks.stream().map(mark -> place + mark).toList();
  }

  /// Returns the place, which no other can be mistaken for: none of its parts has a line feed.
  static String place(NewSource source) {
    return Stream.of(
            source.subject().messenger().value(),
            source.category().value(),
            source.subject().surface().word(),
            source.subject().room().map(Reference::value).orElse(""))
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
