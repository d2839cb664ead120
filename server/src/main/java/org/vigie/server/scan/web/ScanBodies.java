package org.vigie.server.scan.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// Describes, for the API document, the bodies that are read and written token by token:
/// [UploadReader], [LookupReader] and [LookupWriter].
final class ScanBodies {
  /// A submission.
  static final String SUBMISSION = """
      {"surface": "public", "room": "room-17", "account": "account-4", "message": "message-231"}""";

  /// A look-up.
  static final String LOOKUP = """
      {"signals": [
        {"type": "sha256",
         "value": "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03"},
        {"type": "pdq",
         "value": "f8f8f0cce0f4e84d0e370a22028f67f0b36e2ed596623e1d33e6b39c4e9c9b22",
         "quality": 87}]}""";

  private ScanBodies() {}

  /// The parts of a form with media.
  @Schema(name = "ScanForm")
  record FormBody(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) SubmissionBody submission,

      @Schema(
          requiredMode = Schema.RequiredMode.REQUIRED,
          type = "string",
          format = "binary",
          description = "The bytes of one file.")
      String media) {}

  /// The part `submission`.
  @Schema(name = "Submission", example = SUBMISSION)
  record SubmissionBody(
      @Schema(
          pattern = "[a-z][a-z0-9-]{0,62}",
          description = "One of vigie.messengers.names; needed where there are several.")
      @Nullable String messenger,

      @Schema(
          requiredMode = Schema.RequiredMode.REQUIRED,
          allowableValues = {"public", "private", "encrypted"})
      String surface,

      @Schema(minLength = 1, maxLength = 255) @Nullable String room,
      @Schema(minLength = 1, maxLength = 255) @Nullable String account,
      @Schema(minLength = 1, maxLength = 255) @Nullable String message) {}

  /// Signals to compare.
  @Schema(name = "Lookup", example = LOOKUP)
  record LookupBody(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "1 to 1,000.")
      List<SoughtBody> signals,

      @Schema(description = "Names of at most 100 banks; left out, all are asked.") @Nullable List<String> banks) {}

  /// One of them.
  @Schema(name = "SoughtSignal")
  record SoughtBody(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String type,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String value,
      @Schema(minimum = "0", maximum = "100") @Nullable Integer quality) {}

  /// The answer to a look-up.
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "LookupAnswer")
  record LookupAnswer(
      long bankRevision,
      int policyRevision,
      List<LookupResult> results,
      List<Integer> notCompared,
      @Nullable Boolean test) {}

  /// The matches of one signal.
  ///
  /// @param index of the signal in the request
  @Schema(name = "LookupResult")
  record LookupResult(
      int index, List<ScanAnswer.MatchAnswer> matches, List<ScanAnswer.SilencedAnswer> silenced) {}
}
