package org.vigie.server.scan.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.connector.MessengerId;
import org.vigie.connector.Reference;
import org.vigie.connector.Subject;
import org.vigie.connector.Surface;
import org.vigie.server.frame.EnumWords;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.messenger.Messengers;

/// Reads the part `submission` of a request for a scan.
final class SubmissionReader {
  static final String PART = "submission";

  private final Messengers messengers;
  private @Nullable String messenger;
  private @Nullable Surface surface;
  private @Nullable Reference room;
  private @Nullable Reference account;
  private @Nullable Reference message;

  private SubmissionReader(Messengers messengers) {
    this.messengers = messengers;
  }

  /// @throws ProblemException if it is not a submission, naming the field
  static Subject read(byte[] json, Messengers messengers) {
    return StrictJson.read(
        json, PART, reader -> new SubmissionReader(messengers).submission(reader));
  }

  private Subject submission(StrictJson json) {
    json.beginObject("A submission is a JSON object.");
    for (String name = json.nextField(); !name.isEmpty(); name = json.nextField()) {
      field(json, name);
    }
    if (surface == null) {
      throw ProblemException.ofField(
          PART + ".surface", "This field is missing; it is public, private or encrypted.");
    }
    MessengerId named = messengers.named(PART + ".messenger", messenger);
    return new Subject(
        named,
        surface,
        Optional.ofNullable(room),
        Optional.ofNullable(account),
        Optional.ofNullable(message));
  }

  private void field(StrictJson json, String name) {
    switch (name) {
      case "messenger" -> {
        json.once(messenger == null);
        messenger = json.text("A messenger is named by a text.");
      }
      case "surface" -> {
        json.once(surface == null);
        surface = surface(json);
      }
      case "room" -> {
        json.once(room == null);
        room = reference(json);
      }
      case "account" -> {
        json.once(account == null);
        account = reference(json);
      }
      case "message" -> {
        json.once(message == null);
        message = reference(json);
      }
      default -> throw json.unknown();
    }
  }

  private static Surface surface(StrictJson json) {
    String expected = "A surface is public, private or encrypted.";
    String word = json.text(expected);
    return EnumWords.find(Surface.class, word).orElseThrow(() -> json.refused(expected));
  }

  private static Reference reference(StrictJson json) {
    String text = json.text("A reference is a text.");
    try {
      return new Reference(text);
    } catch (IllegalArgumentException e) {
      throw json.refused("A reference is a text of 1 to 255 characters, none of them a control"
          + " character or half of a pair.");
    }
  }
}
