package org.vigie.server.report.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.server.evidence.EvidenceKind;
import org.vigie.server.report.Defect;
import org.vigie.server.report.MalformedNoticeException;
import org.vigie.server.report.NewAttachment;

/// The files that come with a form, read into memory within bounds. Of what is wrong with them,
/// the first is told.
final class SentFiles {
  static final String FIELD = "attachments";
  static final int MOST = 3;

  private final int maxFile;
  private final List<NewAttachment> files = new ArrayList<>();
  private Optional<MalformedNoticeException> defect = Optional.empty();

  /// @param maxFile bytes of one file
  SentFiles(int maxFile) {
    this.maxFile = maxFile;
  }

  /// Adds a file. Browsers send one without name and bytes where none was chosen.
  ///
  /// @param mediaType as its sender says, if so
  void add(@Nullable String mediaType, InputStream in) throws IOException {
    if (files.size() == MOST) {
      if (in.read() >= 0) {
        refuse(FIELD, Defect.TOO_MANY);
      }
      return;
    }
    byte[] bytes = in.readNBytes(maxFile);
    if (in.read() >= 0) {
      refuse(FIELD, Defect.TOO_LARGE);
    } else if (bytes.length > 0) {
      files.add(new NewAttachment(
          EvidenceKind.ATTACHMENT,
          mediaType == null ? "" : mediaType,
          () -> new ByteArrayInputStream(bytes)));
    }
  }

  private void refuse(String field, Defect what) {
    if (defect.isEmpty()) {
      defect = Optional.of(new MalformedNoticeException(field, what));
    }
  }

  /// Returns what is wrong with how much was sent.
  Optional<MalformedNoticeException> defect() {
    return defect;
  }

  List<NewAttachment> all() {
    return List.copyOf(files);
  }
}
