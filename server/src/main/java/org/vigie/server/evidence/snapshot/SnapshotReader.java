package org.vigie.server.evidence.snapshot;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.vigie.server.evidence.MalformedSnapshotException;
import org.vigie.server.evidence.MalformedSnapshotException.Defect;
import org.vigie.server.evidence.Snapshot;
import org.vigie.server.frame.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads snapshots, strictly: `docs/formats/snapshot.md`.
public final class SnapshotReader {
  private static final int VERSION = 1;
  private static final int LONGEST_THREAD = 20;
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");
  private static final Set<String> SURFACES = Set.of("public", "private", "encrypted");

  private SnapshotReader() {}

  public static Snapshot read(byte[] json) {
    SnapshotFields all = new SnapshotFields("", tree(json));
    if (all.number("version").orElse(0) != VERSION) {
      throw new MalformedSnapshotException("version", Defect.OTHER_VERSION);
    }
    all.checkNames(
        "version", "taken_at", "surface", "message", "before", "after", "account", "room");
    Snapshot read = new Snapshot(
        all.time("taken_at").orElseThrow(() -> all.missing("taken_at")),
        surface(all),
        all.object("message").map(SnapshotReader::message),
        thread(all, "before"),
        thread(all, "after"),
        all.object("account").map(SnapshotReader::account),
        all.object("room").map(SnapshotReader::room));
    if (read.message().isEmpty() && read.account().isEmpty() && read.room().isEmpty()) {
      throw all.missing("message");
    }
    return read;
  }

  private static JsonNode tree(byte[] json) {
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
      return Json.strict().readTree(text);
    } catch (CharacterCodingException | JacksonException _) {
      throw new MalformedSnapshotException("", Defect.NO_JSON_OBJECT);
    }
  }

  private static String surface(SnapshotFields all) {
    String surface = all.text("surface").orElseThrow(() -> all.missing("surface"));
    if (!SURFACES.contains(surface)) {
      throw new MalformedSnapshotException("surface", Defect.WRONG_VALUE);
    }
    return surface;
  }

  private static List<Snapshot.Message> thread(SnapshotFields all, String name) {
    return all.objects(name, LONGEST_THREAD).stream()
        .map(SnapshotReader::message)
        .toList();
  }

  private static Snapshot.Message message(SnapshotFields message) {
    message.checkNames(
        "reference", "account", "sent_at", "text", "media", "edited_at", "deleted_at");
    return new Snapshot.Message(
        message.reference("reference"),
        message.reference("account"),
        message.time("sent_at").orElseThrow(() -> message.missing("sent_at")),
        message.text("text").orElseThrow(() -> message.missing("text")),
        message.objects("media", LONGEST_THREAD).stream()
            .map(SnapshotReader::media)
            .toList(),
        message.time("edited_at"),
        message.time("deleted_at"));
  }

  private static Snapshot.Media media(SnapshotFields media) {
    if (media.has("evidence")) {
      media.checkNames("evidence");
      return Snapshot.Media.Kept.of(media.uuid("evidence"));
    }
    media.checkNames("reference");
    return new Snapshot.Media.NotKept(media.reference("reference"));
  }

  private static Snapshot.Account account(SnapshotFields account) {
    account.checkNames(
        "reference", "name", "handle", "about", "created_at", "verified", "staff", "language");
    return new Snapshot.Account(
        account.reference("reference"),
        account.text("name"),
        account.text("handle"),
        account.text("about"),
        account.time("created_at"),
        account.truth("verified"),
        account.truth("staff"),
        account.text("language").map(SnapshotReader::language));
  }

  private static String language(String tag) {
    if (!LANGUAGE.matcher(tag).matches()) {
      throw new MalformedSnapshotException("account.language", Defect.WRONG_VALUE);
    }
    return tag;
  }

  private static Snapshot.Room room(SnapshotFields room) {
    room.checkNames("reference", "name", "topic", "members", "created_at");
    return new Snapshot.Room(
        room.reference("reference"),
        room.text("name"),
        room.text("topic"),
        room.number("members"),
        room.time("created_at"));
  }
}
