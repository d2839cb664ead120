package org.vigie.server.report.intake;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.connector.MessengerId;
import org.vigie.connector.Reference;
import org.vigie.fingerprint.Digest;
import org.vigie.fingerprint.DigestType;
import org.vigie.server.report.Claim;
import org.vigie.server.report.Detail;
import org.vigie.server.report.Origin;
import org.vigie.server.report.ReportedContent;
import org.vigie.server.report.attachments.AttachmentVault;
import org.vigie.server.report.checking.NewNotice;

/// A digest of everything that a notice says: equal for equal notices.
///
/// Newer fields come last, with their names, and only if the notice has them. So earlier digests
/// still equal those of the same notices.
final class RequestDigest {
  private final DataOutputStream out;

  private RequestDigest(DataOutputStream out) {
    this.out = out;
  }

  static Digest of(NewNotice notice, List<AttachmentVault.Read> attachments) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      new RequestDigest(out).write(notice, attachments);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return Digest.of(DigestType.SHA256, bytes.toByteArray());
  }

  private void write(NewNotice notice, List<AttachmentVault.Read> attachments) throws IOException {
    write(notice.origin());
    Claim claim = notice.claim();
    write(claim.ground().word());
    write(claim.category().value());
    write(claim.explanation());
    write(claim.surface().word());
    write(claim.language().code());
    out.writeBoolean(claim.goodFaith());
    out.writeInt(claim.reported().size());
    for (ReportedContent place : claim.reported()) {
      write(place);
    }
    for (Map.Entry<Detail, String> detail : claim.details().entrySet()) {
      write(detail.getKey().word());
      write(detail.getValue());
    }
    for (AttachmentVault.Read attachment : attachments) {
      write(attachment.attachment().kind().name());
      for (Digest digest : attachment.media().digests()) {
        out.write(digest.bytes());
      }
    }
    if (!claim.messenger().equals(MessengerId.MAIN)) {
      write("messenger"); // the name of no detail, and of no kind of attachment
      write(claim.messenger().value());
    }
  }

  private void write(Origin origin) throws IOException {
    switch (origin) {
      case Origin.Form form -> {
        write(form.contact().map(Origin.Contact::name));
        write(form.contact().map(Origin.Contact::email));
      }
      case Origin.Messenger messenger -> write(messenger.reporter());
      case Origin.Flagger flagger -> {
        write(flagger.organisation().value().toString());
        write(flagger.reference());
      }
    }
  }

  private void write(ReportedContent place) throws IOException {
    write(place.subject().account().map(Reference::value));
    write(place.subject().room().map(Reference::value));
    write(place.subject().message().map(Reference::value));
    write(place.address());
  }

  private void write(Optional<String> text) throws IOException {
    out.writeBoolean(text.isPresent());
    if (text.isPresent()) {
      write(text.get());
    }
  }

  private void write(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
