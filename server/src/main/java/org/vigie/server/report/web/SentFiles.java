package org.vigie.server.report.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.media.NativeBytes;
import org.vigie.server.evidence.EvidenceKind;
import org.vigie.server.frame.BodyHold;
import org.vigie.server.frame.HeldBytes;
import org.vigie.server.frame.WholeInput;
import org.vigie.server.report.checking.Defect;
import org.vigie.server.report.checking.FileName;
import org.vigie.server.report.checking.MalformedNoticeException;
import org.vigie.server.report.checking.NewAttachment;

/// The files that come with a form, read within bounds into memory that is the request's.
final class SentFiles {
  static final String FIELD = "attachments";
  static final int MOST = 3;

  private final int maxFile;
  private final List<NewAttachment> files = new ArrayList<>();
  private final Set<Defect> defects = EnumSet.noneOf(Defect.class);

  /// @param maxFile bytes of one file
  SentFiles(int maxFile) {
    this.maxFile = maxFile;
  }

  /// Adds a file. Browsers send one without name and bytes where none was chosen.
  ///
  /// @param name of the file, as its sender says
  /// @param mediaType as its sender says, if so
  void add(Optional<FileName> name, @Nullable String mediaType, InputStream in) throws IOException {
    if (files.size() == MOST) {
      if (in.read() >= 0) {
        defects.add(Defect.TOO_MANY);
      }
      return;
    }
    NativeBytes bytes = held(in);
    if (bytes.size() > maxFile) {
      defects.add(Defect.TOO_LARGE);
    } else if (bytes.size() > 0) {
      files.add(new NewAttachment(
          EvidenceKind.ATTACHMENT,
          mediaType == null ? "" : mediaType,
          name,
          () -> new HeldBytes(bytes)));
    }
  }

  private NativeBytes held(InputStream in) throws IOException {
    return switch (in) {
      case HeldBytes held -> held.bytes();
      case WholeInput whole -> whole.readWhole(maxFile + 1);
      default -> new WholeInput(in, () -> -1, BodyHold.UNCOUNTED).readWhole(maxFile + 1);
    };
  }

  /// Returns the limits that the files exceed, each once.
  List<MalformedNoticeException> defects() {
    return defects.stream()
        .map(what -> new MalformedNoticeException(FIELD, what))
        .toList();
  }

  List<NewAttachment> all() {
    return List.copyOf(files);
  }

  /// Discards the read files, as the form is refused.
  void drop() {
    files.clear();
  }
}
