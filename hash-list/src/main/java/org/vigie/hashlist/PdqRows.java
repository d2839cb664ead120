package org.vigie.hashlist;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.vigie.fingerprint.PdqSignal;

/// `hash,quality,file` without a header, as PDQ's own programs print; the files' names are not
/// read.
final class PdqRows implements CsvRows.Table {
  private static final Pattern PDQ = Pattern.compile("[0-9A-Fa-f]{64}");
  private static final Pattern PERCENT = Pattern.compile("100|[1-9]?[0-9]");
  private static final int COLUMNS = 3;

  private final Entries entries;

  PdqRows(Entries entries) {
    this.entries = entries;
  }

  /// Returns whether a first row is one of such a table.
  static boolean isRow(List<String> fields) {
    return fields.size() == COLUMNS
        && PDQ.matcher(fields.get(0)).matches()
        && PERCENT.matcher(fields.get(1)).matches();
  }

  @Override
  public boolean begin(long line, List<String> fields) {
    entries.recognise(ListForm.PDQ_ROWS);
    row(line, fields);
    return true;
  }

  /// Only PDQ has a quality: if the caller says that the values are digests, it is ignored.
  private Remarks remarks(String percent) {
    OptionalInt quality = entries.typeOfBareValues().equals(PdqSignal.TYPE.id())
        ? OptionalInt.of(Integer.parseInt(percent))
        : OptionalInt.empty();
    return new Remarks("", "", Optional.empty(), "", quality, "");
  }

  @Override
  public void row(long line, List<String> fields) {
    if (fields.size() != COLUMNS) {
      entries.refuse(line, HashListDefect.WRONG_COLUMN_COUNT.of(COLUMNS, fields.size()));
    } else if (!PERCENT.matcher(fields.get(1)).matches()) {
      entries.refuse(line, HashListDefect.BAD_QUALITY.of());
    } else {
      entries.add(line, entries.typeOfBareValues(), fields.get(0), "", remarks(fields.get(1)));
    }
  }
}
