package org.vigie.server.report.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.server.access.Caller;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.EvidenceKind;
import org.vigie.server.evidence.EvidenceObject;
import org.vigie.server.evidence.Snapshot;
import org.vigie.server.evidence.Vault;
import org.vigie.server.report.checking.Defect;
import org.vigie.server.report.checking.MalformedNoticeException;
import org.vigie.server.report.checking.NewAttachment;

/// Sealed media that the snapshot of a notice names. A caller can name only media that it has
/// sealed itself, never that of others.
final class NamedMedia {
  private static final String FIELD = "snapshot.message.media";
  private static final int MOST = 20;

  private final Vault vault;

  NamedMedia(Vault vault) {
    this.vault = vault;
  }

  /// Returns the media that a snapshot names, in the order of its thread; none for other files.
  List<EvidenceId> of(NewAttachment attachment) throws IOException {
    if (attachment.kind() != EvidenceKind.SNAPSHOT) {
      return List.of();
    }
    try (InputStream in = attachment.content().open()) {
      return of(Snapshot.read(in.readAllBytes()));
    }
  }

  private static List<EvidenceId> of(Snapshot snapshot) {
    return Stream.of(
            snapshot.message().stream(), snapshot.before().stream(), snapshot.after().stream())
        .flatMap(messages -> messages)
        .flatMap(message -> message.media().stream())
        .flatMap(media -> kept(media).stream())
        .distinct()
        .toList();
  }

  private static Optional<EvidenceId> kept(Snapshot.Media media) {
    return switch (media) {
      case Snapshot.Media.Kept(EvidenceId id) -> Optional.of(id);
      case Snapshot.Media.NotKept _ -> Optional.empty();
    };
  }

  /// @throws MalformedNoticeException if there are too many, or one is not there, or not the
  ///     caller's
  void check(Caller caller, NewAttachment attachment) throws IOException {
    List<EvidenceId> named = of(attachment);
    if (named.size() > MOST) {
      throw new MalformedNoticeException(FIELD, Defect.TOO_MANY);
    }
    if (!named.stream().allMatch(id -> isOf(caller, id))) {
      throw new MalformedNoticeException(FIELD, Defect.NOT_SEALED);
    }
  }

  private boolean isOf(Caller caller, EvidenceId id) {
    return vault.find(id).filter(NamedMedia::isMedia).isPresent()
        && vault.custody(id).getFirst().caller().equals(caller.reference());
  }

  private static boolean isMedia(EvidenceObject object) {
    return object.description().kind() == EvidenceKind.MEDIA
        && object.state() == EvidenceObject.State.SEALED;
  }
}
