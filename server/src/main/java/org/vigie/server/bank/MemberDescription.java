package org.vigie.server.bank;

import java.util.Optional;

/// The description of a member beside its signals; unknown fields are empty.
///
/// @param reference the publisher's name for the content, unique within the bank; a member without
///     one gets one made of its number
/// @param source who knows the content: `IWF`
/// @param category the publisher's word for the kind of content
/// @param note for people
/// @param metadata a JSON object of the caller who added the member
public record MemberDescription(
    String reference, String source, String category, String note, Optional<String> metadata) {
  /// Nothing known.
  public static final MemberDescription NONE =
      new MemberDescription("", "", "", "", Optional.empty());

  /// Returns the same with another note.
  public MemberDescription withNote(String changed) {
    return new MemberDescription(reference, source, category, changed, metadata);
  }
}
