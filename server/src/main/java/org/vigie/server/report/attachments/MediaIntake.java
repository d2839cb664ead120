package org.vigie.server.report.attachments;

import java.io.IOException;
import org.vigie.connector.Subject;
import org.vigie.server.access.Caller;
import org.vigie.server.evidence.EvidenceObject;
import org.vigie.server.report.checking.MalformedNoticeException;
import org.vigie.server.report.checking.NewAttachment;

/// Seals media that the snapshot of a later notice names. Threads: any.
public final class MediaIntake {
  private final AttachmentVault attachments;

  MediaIntake(AttachmentVault attachments) {
    this.attachments = attachments;
  }

  /// Scans media, where its surface is scanned, and seals it for a week; a notice that names it
  /// keeps it as long as files of notices.
  ///
  /// @throws MalformedNoticeException if it is too large
  public EvidenceObject seal(Caller caller, Subject shared, NewAttachment media)
      throws IOException {
    return attachments.sealAhead(caller, shared, media);
  }
}
