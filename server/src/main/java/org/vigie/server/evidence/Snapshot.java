package org.vigie.server.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.vigie.server.evidence.snapshot.SnapshotReader;

/// The message, thread, account and room of reported content at the time of the report:
/// `docs/formats/snapshot.md`.
/// Prints no content.
///
/// @param surface `public`, `private` or `encrypted`
/// @param before the thread before the message, oldest first
/// @param after the thread after it, oldest first
public record Snapshot(
    Instant takenAt,
    String surface,
    Optional<Message> message,
    List<Message> before,
    List<Message> after,
    Optional<Account> account,
    Optional<Room> room) {
  /// The media type of the text form.
  public static final String MEDIA_TYPE = "application/vnd.vigie.snapshot+json";

  public Snapshot {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /// Reads the text form.
  ///
  /// @throws MalformedSnapshotException if it is not exactly that
  public static Snapshot read(byte[] json) {
    return SnapshotReader.read(json);
  }

  /// A message.
  ///
  /// @param account who sent it
  public record Message(
      String reference,
      String account,
      Instant sentAt,
      String text,
      List<Media> media,
      Optional<Instant> editedAt,
      Optional<Instant> deletedAt) {
    public Message {
      media = List.copyOf(media);
    }

    @Override
    public String toString() {
      return "Message[" + text.length() + " characters]";
    }
  }

  /// Media of a message.
  public sealed interface Media {
    /// It is sealed as evidence of its own.
    record Kept(EvidenceId evidence) implements Media {
      public static Kept of(UUID id) {
        return new Kept(new EvidenceId(id));
      }
    }

    /// It was not kept.
    ///
    /// @param reference the messenger's own name for it
    record NotKept(String reference) implements Media {}
  }

  /// Whose content was reported.
  ///
  /// @param verified whether the messenger had verified who it is
  /// @param staff whether it belongs to the messenger's own people
  /// @param language a tag of BCP 47: `fr`, `pt-BR`
  public record Account(
      String reference,
      Optional<String> name,
      Optional<String> handle,
      Optional<String> about,
      Optional<Instant> createdAt,
      boolean verified,
      boolean staff,
      Optional<String> language) {
    @Override
    public String toString() {
      return "Account[]";
    }
  }

  /// The room of the message.
  ///
  /// @param members the number of members
  public record Room(
      String reference,
      Optional<String> name,
      Optional<String> topic,
      OptionalLong members,
      Optional<Instant> createdAt) {
    @Override
    public String toString() {
      return "Room[]";
    }
  }
}
