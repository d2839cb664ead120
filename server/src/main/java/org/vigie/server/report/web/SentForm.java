package org.vigie.server.report.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigie.server.frame.FormPart;
import org.vigie.server.frame.FormParts;
import org.vigie.server.frame.MalformedFormException;
import org.vigie.server.frame.ProblemCause;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;
import org.vigie.server.report.checking.ClaimCheck;
import org.vigie.server.report.checking.Defect;
import org.vigie.server.report.checking.FileName;
import org.vigie.server.report.checking.MalformedNoticeException;
import org.vigie.server.report.checking.NewAttachment;

/// The form as it arrives: its fields and files, read into memory within bounds.
///
/// The body is read to its end despite defects, as browsers show no earlier answer; the defects are
/// reported afterwards. The [org.vigie.server.frame.BodyAllowance] of the form bounds the whole.
/// Only files that are too slow are given up: they come last in the form, so that all typed text
/// has arrived, and is shown again with the reason.
final class SentForm {
  private static final int MOST_FIELDS = 40;
  /// A text that is too long is shown again up to here, so that it can be shortened.
  private static final int MOST_FIELD_BYTES = 262_144;

  /// Of all texts together.
  private static final int MOST_TEXT_BYTES = 327_680;

  /// The last of the fields without which nothing can be shown again.
  private static final String NEEDED = "pass";

  private final Map<String, String> fields = new HashMap<>();
  private final List<MalformedNoticeException> tooLong = new ArrayList<>();
  private final SentFiles files;
  private final Upload upload;
  private int textBytes;
  private Optional<Trouble> trouble = Optional.empty();

  private SentForm(int maxFile, Upload upload) {
    this.files = new SentFiles(maxFile);
    this.upload = upload;
  }

  /// Why the files of a form did not come.
  enum Trouble {
    BUSY,
    TOO_SLOW,
    TOO_LARGE
  }

  /// @param maxFile bytes of one file
  /// @throws ProblemException if the body is no form
  static SentForm read(HttpServletRequest request, int maxFile, Upload upload) throws IOException {
    SentForm form = new SentForm(maxFile, upload);
    try {
      form.readParts(request);
      upload.complete();
    } catch (Upload.RefusedException e) {
      form.refuse(Trouble.valueOf(e.refusal().name()));
    } catch (MalformedFormException _) {
      throw noForm();
    } catch (IOException e) {
      form.stopped(e);
    }
    return form;
  }

  private void refuse(Trouble what) {
    files.drop();
    upload.close();
    trouble = Optional.of(what);
  }

  /// Keeps the typed text although the rest of the body is not read.
  private void stopped(IOException failure) throws IOException {
    Optional<Trouble> what = trouble(failure).filter(_ -> fields.containsKey(NEEDED));
    if (what.isEmpty()) {
      throw failure;
    }
    refuse(what.get());
  }

  private static ProblemException noForm() {
    return new ProblemException(
        ProblemType.MALFORMED_REQUEST,
        "The body is not a well-formed multipart form, or ends too early.",
        Map.of());
  }

  private static Optional<Trouble> trouble(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .flatMap(cause -> kind(cause).stream())
        .findFirst();
  }

  private static Optional<Trouble> kind(Throwable cause) {
    return switch (cause) {
      case SocketTimeoutException _ -> Optional.of(Trouble.TOO_SLOW);
      case ProblemCause known -> Optional.of(trouble(known.problem().type()));
      default -> Optional.empty();
    };
  }

  private static Trouble trouble(ProblemType refused) {
    if (refused.equals(ProblemType.TOO_LARGE)) {
      return Trouble.TOO_LARGE;
    }
    return refused.equals(ProblemType.TOO_MANY_REQUESTS) ? Trouble.BUSY : Trouble.TOO_SLOW;
  }

  private void readParts(HttpServletRequest request) throws IOException {
    FormParts parts = FormParts.of(request);
    while (parts.hasNext()) {
      FormPart part = parts.next();
      if (part.isFile()) {
        readFile(parts, part);
      } else {
        readField(part, part.open());
      }
    }
  }

  /// A stream is not closed where reading it fails, as closing would read it to its end.
  private void readFile(FormParts parts, FormPart part) throws IOException {
    InputStream in = part.open();
    if (trouble.isEmpty()) {
      try {
        files.add(
            part.fileName().flatMap(FileName::sent),
            part.contentType(),
            parts.whole(upload.kept(in)));
      } catch (Upload.RefusedException e) {
        if (e.refusal() == Upload.Refusal.TOO_SLOW) {
          throw e;
        }
        refuse(Trouble.BUSY);
      }
    }
    upload.ignored(in).transferTo(OutputStream.nullOutputStream());
  }

  private void readField(FormPart part, InputStream in) throws IOException {
    int most = Math.min(MOST_FIELD_BYTES, MOST_TEXT_BYTES - textBytes);
    byte[] bytes = in.readNBytes(most + 1);
    if (bytes.length > most) {
      long length = characters(bytes, bytes.length) + characters(in);
      tooLong.add(new MalformedNoticeException(
          part.field(),
          Defect.TOO_LONG_TO_KEEP,
          Optional.of(
              new MalformedNoticeException.Excess(length, ClaimCheck.longest(part.field())))));
    } else if (fields.size() < MOST_FIELDS) {
      textBytes += bytes.length;
      fields.put(part.field(), new String(bytes, StandardCharsets.UTF_8));
    }
  }

  private static long characters(InputStream in) throws IOException {
    byte[] some = new byte[8_192];
    long counted = 0;
    for (int read = in.read(some); read >= 0; read = in.read(some)) {
      counted += characters(some, read);
    }
    return counted;
  }

  /// Counts the characters of a part of a text in UTF-8: the bytes that begin one.
  private static long characters(byte[] bytes, int length) {
    return IntStream.range(0, length)
        .filter(index -> (bytes[index] & 0xC0) != 0x80)
        .count();
  }

  /// Returns the limits that the form exceeds.
  List<MalformedNoticeException> defects() {
    return Stream.concat(tooLong.stream(), files.defects().stream()).toList();
  }

  /// Returns the value of a field; empty if it was not sent. Line ends are those of Unix.
  String field(String name) {
    return fields.getOrDefault(name, "").replace("\r\n", "\n");
  }

  List<NewAttachment> files() {
    return files.all();
  }

  /// Returns why its files did not come, if so.
  Optional<Trouble> trouble() {
    return trouble;
  }
}
