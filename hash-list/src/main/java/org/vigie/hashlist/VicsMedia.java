package org.vigie.hashlist;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.hashlist.Entries.Written;

/// One entry of a VICS file, as its fields come by.
final class VicsMedia {
  private static final Set<String> READ = Set.of("MD5", "SHA1", "SHA256", "Category");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  private @Nullable String md5;
  private @Nullable String sha1;
  private @Nullable String sha256;
  private @Nullable String category;
  private final Set<String> seen = new HashSet<>();
  private boolean twice;
  private boolean photoDna;
  private boolean otherHashes;

  /// Takes a field; skips unknown ones.
  void take(String name, JsonToken value, JsonParser parser) throws IOException {
    twice |= READ.contains(name) && !seen.add(name);
    switch (name) {
      case "MD5" -> md5 = text(value, parser);
      case "SHA1" -> sha1 = text(value, parser);
      case "SHA256" -> sha256 = text(value, parser);
      case "Category" -> category = text(value, parser);
      case "PhotoDNA" -> photoDna = value != JsonToken.VALUE_NULL;
      case "AlternativeHashes" -> otherHashes = value == JsonToken.START_ARRAY;
      default -> {}
    }
    parser.skipChildren();
  }

  /// Returns the text of a string or number, empty for null, and `?` for anything else, which is
  /// neither a digest nor a number.
  private static String text(JsonToken value, JsonParser parser) throws IOException {
    return switch (value) {
      case VALUE_STRING, VALUE_NUMBER_INT -> parser.getText();
      case VALUE_NULL -> "";
      default -> "?";
    };
  }

  boolean hasMd5() {
    return md5 != null && !md5.isEmpty();
  }

  void addTo(Entries entries, long number) {
    String kind = category == null ? "" : category;
    if (twice) {
      entries.refuse(number, HashListDefect.FIELD_TWICE.of());
    } else if (!hasMd5()) {
      entries.refuse(number, HashListDefect.MISSING_MD5.of());
    } else if (!kind.isEmpty() && !NUMBER.matcher(kind).matches()) {
      entries.refuse(number, HashListDefect.BAD_CATEGORY.of());
    } else if (!kind.isEmpty() && Integer.parseInt(kind) == 0) {
      entries.leaveOut(LeftOut.CATEGORY_ZERO);
    } else {
      countUnread(entries);
      Remarks remarks = new Remarks(kind, "", Optional.empty(), "", OptionalInt.empty(), "");
      entries.addAll(number, digests(), "", remarks);
    }
  }

  private void countUnread(Entries entries) {
    if (photoDna) {
      entries.leaveOut(LeftOut.PHOTO_DNA);
    }
    if (otherHashes) {
      entries.leaveOut(LeftOut.OTHER_HASHES);
    }
  }

  private List<Written> digests() {
    List<Written> digests = new ArrayList<>();
    add(digests, "md5", md5);
    add(digests, "sha1", sha1);
    add(digests, "sha256", sha256);
    return digests;
  }

  private static void add(List<Written> digests, String type, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      digests.add(new Written(type, value));
    }
  }
}
