package org.vigie.platform.postgres;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.platform.Layout;

/// The content of a backup, and the installations that it fits.
///
/// Text form, one line each, in this order:
///
/// ```
/// vigie-backup 1
/// layout 1
/// postgresql 18
/// machine Linux amd64
/// made 2026-11-22T08:30:00Z
/// folder postgres/data/pg_notify
/// file <SHA-256 in hex> <bytes> postgres/data/PG_VERSION
/// ```
///
/// @param folders those that may be empty and must be there
/// @param files each by its name
record BackupManifest(Header header, List<String> folders, Map<String, Part> files) {
  /// The number of the form that this code writes.
  static final int FORM = 1;

  /// The name of the manifest in a backup.
  static final String NAME = "MANIFEST";

  private static final Pattern FIRST = Pattern.compile("vigie-backup ([1-9][0-9]{0,8})");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
  private static final Pattern PART = Pattern.compile("([0-9a-f]{64}) (0|[1-9][0-9]{0,17}) (.*)");
  private static final Pattern PATH =
      Pattern.compile("(keys|blobs|postgres/data)(/[A-Za-z0-9_][A-Za-z0-9._-]*)*|"
          + String.join("|", Layout.MARKS));
  private static final int HEADER_LINES = 5;

  BackupManifest {
    folders = List.copyOf(folders);
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
  }

  /// The installations that a backup fits.
  ///
  /// @param layout of the data directory
  /// @param major of PostgreSQL
  /// @param machine operating system and processor, as the JDK names them
  record Header(int layout, String major, String machine, Instant made) {}

  /// One file's content.
  record Part(String sha256, long bytes) {}

  /// Says that a text is not a manifest of a form that this code knows.
  static final class MalformedManifestException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean newer;

    MalformedManifestException(String message, boolean newer) {
      super(message);
      this.newer = newer;
    }

    /// Says whether the form is a later one.
    boolean isNewer() {
      return newer;
    }
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append("vigie-backup ").append(FORM).append('\n');
    text.append("layout ").append(header.layout).append('\n');
    text.append("postgresql ").append(header.major).append('\n');
    text.append("machine ").append(header.machine).append('\n');
    text.append("made ").append(header.made).append('\n');
    folders.forEach(name -> text.append("folder ").append(name).append('\n'));
    files.forEach((name, part) -> text.append("file ")
        .append(part.sha256)
        .append(' ')
        .append(part.bytes)
        .append(' ')
        .append(name)
        .append('\n'));
    return text.toString();
  }

  /// Reads the text form.
  static BackupManifest parse(String text) throws MalformedManifestException {
    List<String> lines = text.lines().toList();
    checkForm(lines.isEmpty() ? "" : lines.getFirst());
    if (lines.size() < HEADER_LINES || !text.endsWith("\n")) {
      throw malformed("it ends too early");
    }
    List<String> folders = new ArrayList<>();
    Map<String, Part> files = new LinkedHashMap<>();
    for (String line : lines.subList(HEADER_LINES, lines.size())) {
      if (line.startsWith("folder ")) {
        folders.add(checkedPath(line.substring("folder ".length())));
      } else {
        putFile(after("file ", line), files);
      }
    }
    return new BackupManifest(header(lines), folders, files);
  }

  private static void checkForm(String first) throws MalformedManifestException {
    Matcher form = FIRST.matcher(first);
    if (!form.matches()) {
      throw malformed("it is not a backup of Vigie");
    }
    if (Integer.parseInt(form.group(1)) > FORM) {
      throw new MalformedManifestException("its form is number " + form.group(1), true);
    }
  }

  private static Header header(List<String> lines) throws MalformedManifestException {
    String layout = after("layout ", lines.get(1));
    if (!NUMBER.matcher(layout).matches()) {
      throw malformed("its layout is no number");
    }
    try {
      return new Header(
          Integer.parseInt(layout),
          after("postgresql ", lines.get(2)),
          after("machine ", lines.get(3)),
          Instant.parse(after("made ", lines.get(4))));
    } catch (DateTimeException _) {
      throw malformed("its time is none");
    }
  }

  private static void putFile(String line, Map<String, Part> files)
      throws MalformedManifestException {
    Matcher part = PART.matcher(line);
    if (!part.matches()) {
      throw malformed("a line names no file");
    }
    Part content = new Part(part.group(1), Long.parseLong(part.group(2)));
    if (files.put(checkedPath(part.group(3)), content) != null) {
      throw malformed("it names a file twice");
    }
  }

  private static String checkedPath(String path) throws MalformedManifestException {
    if (!PATH.matcher(path).matches()) {
      throw malformed("a name leads elsewhere");
    }
    return path;
  }

  private static String after(String word, String line) throws MalformedManifestException {
    if (!line.startsWith(word)) {
      throw malformed("a line does not begin with \"" + word.strip() + "\"");
    }
    return line.substring(word.length());
  }

  private static MalformedManifestException malformed(String reason) {
    return new MalformedManifestException(reason, false);
  }
}
