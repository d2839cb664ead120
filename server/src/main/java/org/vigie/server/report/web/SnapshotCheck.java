package org.vigie.server.report.web;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.policy.Surface;
import tools.jackson.databind.JsonNode;

/// Whether a document is a snapshot as `docs/formats/snapshot.md` says, version 1.
final class SnapshotCheck {
  private static final int LONGEST_REFERENCE = 256;
  private static final int LONGEST_TEXT = 65_536;
  private static final int MOST_MESSAGES = 20;
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private SnapshotCheck() {}

  /// What a member holds.
  private enum Kind {
    VERSION,
    TIME,
    SURFACE,
    REFERENCE,
    TEXT,
    FLAG,
    NUMBER,
    EVIDENCE,
    MESSAGE,
    MESSAGES,
    MEDIA,
    ACCOUNT,
    ROOM
  }

  /// A member: what it holds, and whether it has to be there.
  private record Member(Kind kind, boolean required) {
    static Member needed(Kind kind) {
      return new Member(kind, true);
    }

    static Member optional(Kind kind) {
      return new Member(kind, false);
    }
  }

  private static final Map<String, Member> SNAPSHOT = Map.of(
      "version", Member.needed(Kind.VERSION),
      "taken_at", Member.needed(Kind.TIME),
      "surface", Member.needed(Kind.SURFACE),
      "message", Member.optional(Kind.MESSAGE),
      "before", Member.optional(Kind.MESSAGES),
      "after", Member.optional(Kind.MESSAGES),
      "account", Member.optional(Kind.ACCOUNT),
      "room", Member.optional(Kind.ROOM));
  private static final Map<String, Member> MESSAGE = Map.of(
      "reference", Member.needed(Kind.REFERENCE),
      "account", Member.needed(Kind.REFERENCE),
      "sent_at", Member.needed(Kind.TIME),
      "text", Member.needed(Kind.TEXT),
      "media", Member.optional(Kind.MEDIA),
      "edited_at", Member.optional(Kind.TIME),
      "deleted_at", Member.optional(Kind.TIME));
  private static final Map<String, Member> ACCOUNT = Map.of(
      "reference", Member.needed(Kind.REFERENCE),
      "name", Member.optional(Kind.TEXT),
      "handle", Member.optional(Kind.TEXT),
      "about", Member.optional(Kind.TEXT),
      "created_at", Member.optional(Kind.TIME),
      "verified", Member.optional(Kind.FLAG),
      "staff", Member.optional(Kind.FLAG));
  private static final Map<String, Member> ROOM = Map.of(
      "reference", Member.needed(Kind.REFERENCE),
      "name", Member.optional(Kind.TEXT),
      "topic", Member.optional(Kind.TEXT),
      "members", Member.optional(Kind.NUMBER),
      "created_at", Member.optional(Kind.TIME));
  private static final Map<String, Member> MEDIUM = Map.of(
      "evidence", Member.optional(Kind.EVIDENCE), "reference", Member.optional(Kind.REFERENCE));

  /// @throws ProblemException naming the member that is not as it has to be
  static void check(JsonNode snapshot) {
    checkObject("snapshot", snapshot, SNAPSHOT);
    if (!snapshot.has("message") && !snapshot.has("account") && !snapshot.has("room")) {
      throw refused("snapshot", "This has a message, an account or a room.");
    }
  }

  private static void checkObject(String path, JsonNode node, Map<String, Member> members) {
    if (!node.isObject()) {
      throw refused(path, "This has to be an object.");
    }
    for (String name : node.propertyNames()) {
      Member member = members.get(name);
      if (member == null) {
        throw refused(path, "A snapshot has no other members than those of its format.");
      }
      checkValue(path + "." + name, node.path(name), member.kind());
    }
    members.forEach((name, member) -> {
      if (member.required() && !node.has(name)) {
        throw refused(path + "." + name, "This field is missing.");
      }
    });
  }

  private static void checkValue(String path, JsonNode node, Kind kind) {
    switch (kind) {
      case VERSION -> require(node.isInt() && node.asInt() == 1, path, "This is 1.");
      case TIME -> require(isTime(node), path, "This is a time such as 2026-11-22T10:00:00Z.");
      case SURFACE -> require(isSurface(node), path, "This is public, private or encrypted.");
      case REFERENCE ->
        require(
            isText(node, LONGEST_REFERENCE) && !node.asString().isEmpty(),
            path,
            "This is a text of 1 to 256 characters.");
      case TEXT -> require(isText(node, LONGEST_TEXT), path, "This is a text, not too long.");
      case FLAG -> require(node.isBoolean(), path, "This is true or false.");
      case NUMBER -> require(isCount(node), path, "This is a whole number.");
      case EVIDENCE -> require(isUuid(node), path, "This is a UUID.");
      case MESSAGE -> checkObject(path, node, MESSAGE);
      case MESSAGES -> checkList(path, node, MESSAGE);
      case MEDIA -> checkMedia(path, node);
      case ACCOUNT -> checkObject(path, node, ACCOUNT);
      case ROOM -> checkObject(path, node, ROOM);
    }
  }

  private static void checkList(String path, JsonNode node, Map<String, Member> members) {
    require(node.isArray() && node.size() <= MOST_MESSAGES, path, "This is a list of at most 20.");
    for (int index = 0; index < node.size(); index++) {
      checkObject(path + "[" + index + "]", node.path(index), members);
    }
  }

  private static void checkMedia(String path, JsonNode node) {
    checkList(path, node, MEDIUM);
    for (int index = 0; index < node.size(); index++) {
      require(
          node.path(index).size() == 1,
          path + "[" + index + "]",
          "This has one of evidence and reference.");
    }
  }

  private static boolean isText(JsonNode node, int longest) {
    return node.isString() && node.asString().length() <= longest;
  }

  private static boolean isTime(JsonNode node) {
    try {
      return node.isString() && node.asString().endsWith("Z") && readTime(node);
    } catch (DateTimeParseException _) {
      return false;
    }
  }

  private static boolean readTime(JsonNode node) {
    return Instant.parse(node.asString()).isAfter(Instant.EPOCH);
  }

  private static boolean isSurface(JsonNode node) {
    return node.isString()
        && Arrays.stream(Surface.values())
            .anyMatch(surface -> surface.word().equals(node.asString()));
  }

  private static boolean isCount(JsonNode node) {
    return node.isIntegralNumber() && node.canConvertToLong() && node.asLong() >= 0;
  }

  private static boolean isUuid(JsonNode node) {
    return node.isString() && UUID_FORM.matcher(node.asString()).matches();
  }

  private static void require(boolean fine, String path, String sentence) {
    if (!fine) {
      throw refused(path, sentence);
    }
  }

  private static ProblemException refused(String path, String sentence) {
    return ProblemException.ofField(path, sentence);
  }
}
