package org.vigie.server.webhook.sending;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.connector.Action;
import org.vigie.connector.Reference;
import org.vigie.connector.Subject;
import org.vigie.server.frame.EnumWords;
import org.vigie.server.frame.Json;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// An action as JSON, in the form of `docs/formats/webhook.md`. Missing values are left out.
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
  "version",
  "delivery",
  "key",
  "kind",
  "direction",
  "subject",
  "until",
  "countries",
  "text",
  "sentAt"
})
record DeliveryBody(
    int version,
    String delivery,
    String key,
    String kind,
    String direction,
    Where subject,
    @Nullable Instant until,
    List<String> countries,
    @Nullable String text,
    Instant sentAt) {
  private static final int VERSION = 1;

  DeliveryBody {
    countries = List.copyOf(countries);
  }

  /// Returns the body of a delivery.
  static byte[] of(Action action, String delivery, Instant sentAt) {
    return Json.mapper()
        .writeValueAsBytes(new DeliveryBody(
            VERSION,
            delivery,
            action.key().value(),
            action.kind().word(),
            EnumWords.of(action.direction()),
            Where.of(action.subject()),
            action.until().orElse(null),
            action.countries().stream().sorted().toList(),
            action.text().orElse(null),
            sentAt));
  }

  /// The subject of an action.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @JsonPropertyOrder({"messenger", "surface", "room", "account", "message"})
  record Where(
      String messenger,
      String surface,
      @Nullable String room,
      @Nullable String account,
      @Nullable String message) {
    static Where of(Subject subject) {
      return new Where(
          subject.messenger().value(),
          subject.surface().word(),
          text(subject.room()),
          text(subject.account()),
          text(subject.message()));
    }

    private static @Nullable String text(Optional<Reference> reference) {
      return reference.map(Reference::value).orElse(null);
    }
  }

  /// Prints no reference and no text.
  @Override
  public String toString() {
    return "DeliveryBody[" + key + "]";
  }
}
