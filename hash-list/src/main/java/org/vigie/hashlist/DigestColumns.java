package org.vigie.hashlist;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.vigie.hashlist.Entries.Written;

/// A table with a column for each kind of digest, such as NSRL's: all digests of a row are of one
/// content. Its other columns are not read, and may be any bytes.
final class DigestColumns implements CsvRows.Table {
  /// Names of columns with hyphens, underscores, spaces and case taken away, and the type.
  static final Map<String, String> TYPES = Map.of("md5", "md5", "sha1", "sha1", "sha256", "sha256");

  /// Known columns beside digests: of NSRL's second and third edition, and of tables from police
  /// forces.
  private static final Set<String> UNREAD = Set.of(
      "crc32",
      "filename",
      "filesize",
      "productcode",
      "opsystemcode",
      "specialcode",
      "packageid",
      "path",
      "size",
      "mediasize");

  private final Entries entries;
  /// Place of each type, the shortest digest first, as most lists have that one.
  private final Map<String, Integer> places = new TreeMap<>();
  private int columns;

  DigestColumns(Entries entries) {
    this.entries = entries;
  }

  @Override
  public boolean begin(long line, List<String> header) {
    entries.recognise(ListForm.DIGEST_COLUMNS);
    columns = header.size();
    boolean usable = true;
    for (int place = 0; place < columns; place++) {
      usable &= column(line, place, CsvHeader.plain(header.get(place)));
    }
    return usable;
  }

  private boolean column(long line, int place, String name) {
    String type = TYPES.get(name);
    if (type != null && places.putIfAbsent(type, place) != null) {
      entries.refuseAll(line, HashListDefect.REPEATED_COLUMN.of(type));
      return false;
    }
    if (type == null && !UNREAD.contains(name)) {
      String known =
          "md5, sha1, sha256, " + String.join(", ", UNREAD.stream().sorted().toList());
      entries.refuseAll(line, HashListDefect.UNKNOWN_COLUMN.of(place + 1, known));
      return false;
    }
    return true;
  }

  @Override
  public void row(long line, List<String> row) {
    if (row.size() != columns) {
      entries.refuse(line, HashListDefect.WRONG_COLUMN_COUNT.of(columns, row.size()));
      return;
    }
    List<Written> digests = new ArrayList<>();
    places.forEach((type, place) -> {
      if (!row.get(place).isEmpty()) {
        digests.add(new Written(type, row.get(place)));
      }
    });
    if (digests.isEmpty()) {
      entries.refuse(line, HashListDefect.EMPTY_VALUE.of());
    } else {
      entries.addAll(line, digests, "", Remarks.NONE);
    }
  }
}
