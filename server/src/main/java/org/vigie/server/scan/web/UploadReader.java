package org.vigie.server.scan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vigie.connector.Subject;
import org.vigie.server.frame.FormPart;
import org.vigie.server.frame.FormParts;
import org.vigie.server.frame.MalformedFormException;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;
import org.vigie.server.messenger.Messengers;
import org.vigie.server.scan.Media;
import org.vigie.server.scan.MediaTooLargeException;

/// Reads the parts of a request for a scan as they arrive: exactly one `media` and exactly one
/// `submission`, in either order, and nothing else.
///
/// The media is held once; nothing touches the disk.
final class UploadReader {
  private static final String MEDIA = "media";
  private static final int MOST_SUBMISSION_BYTES = 16_384;

  private final int maxMedia;
  private final Messengers messengers;
  private final Consumer<Subject> check;
  private @Nullable Subject subject;
  private @Nullable Media media;

  private UploadReader(int maxMedia, Messengers messengers, Consumer<Subject> check) {
    this.maxMedia = maxMedia;
    this.messengers = messengers;
    this.check = check;
  }

  /// @param maxMedia bytes of the media
  /// @param check may refuse the submission, as soon as it is read: before the media where the
  ///     submission comes first
  /// @throws ProblemException if the request is not as described
  static Upload read(
      HttpServletRequest request, int maxMedia, Messengers messengers, Consumer<Subject> check)
      throws IOException {
    UploadReader reader = new UploadReader(maxMedia, messengers, check);
    try {
      reader.readParts(request);
    } catch (MalformedFormException e) {
      throw malformed("The body is not a well-formed multipart form, or ends too early.");
    }
    return reader.upload();
  }

  private void readParts(HttpServletRequest request) throws IOException {
    FormParts parts = FormParts.of(request);
    while (parts.hasNext()) {
      FormPart part = parts.next();
      try (InputStream in = parts.whole(part.open())) {
        readPart(part, in);
      }
    }
  }

  private void readPart(FormPart part, InputStream in) throws IOException {
    switch (part.field()) {
      case MEDIA -> readMedia(in);
      case SubmissionReader.PART -> readSubmission(part, in);
      default -> throw malformed("There is a part besides media and submission.");
    }
  }

  private void readMedia(InputStream in) throws IOException {
    checkFirst(media == null, MEDIA);
    try {
      media = Media.read(in, maxMedia);
    } catch (MediaTooLargeException e) {
      throw new ProblemException(
          ProblemType.TOO_LARGE,
          "The media is larger than what is accepted.",
          Map.of("field", MEDIA, "limit", e.maxBytes()));
    }
  }

  private void readSubmission(FormPart part, InputStream in) throws IOException {
    checkFirst(subject == null, SubmissionReader.PART);
    checkJson(part.contentType());
    byte[] json = in.readNBytes(MOST_SUBMISSION_BYTES + 1);
    if (json.length > MOST_SUBMISSION_BYTES) {
      throw ProblemException.ofField(
          SubmissionReader.PART, "This part has more than " + MOST_SUBMISSION_BYTES + " bytes.");
    }
    subject = SubmissionReader.read(json, messengers);
    check.accept(subject);
  }

  private static void checkFirst(boolean isFirst, String part) {
    if (!isFirst) {
      throw ProblemException.ofField(part, "This part comes twice.");
    }
  }

  /// Command-line clients send no type with a part that they make from a text.
  private static void checkJson(@Nullable String contentType) {
    if (contentType != null && !JsonBody.isJson(contentType)) {
      throw ProblemException.ofField(
          SubmissionReader.PART, "The type of this part is not application/json in UTF-8.");
    }
  }

  private Upload upload() {
    if (subject == null) {
      throw ProblemException.ofField(SubmissionReader.PART, "This part is missing.");
    }
    if (media == null) {
      throw ProblemException.ofField(MEDIA, "This part is missing.");
    }
    return new Upload(subject, media);
  }

  private static ProblemException malformed(String detail) {
    return new ProblemException(ProblemType.MALFORMED_REQUEST, detail, Map.of());
  }
}
