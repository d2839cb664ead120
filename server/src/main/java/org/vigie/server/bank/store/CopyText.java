package org.vigie.server.bank.store;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.vigie.server.bank.file.ImportRow;
import org.vigie.server.frame.Columns;

/// Rows in the text form of PostgreSQL's `COPY`: tabs between columns, `\N` for none.
final class CopyText {
  private static final String NONE = "\\N";

  private final StringBuilder rows = new StringBuilder();

  void append(ImportRow row) {
    rows.append(row.line());
    column(row.description().reference());
    column(row.description().source());
    column(row.description().category());
    column(row.description().note());
    column(row.description().metadata().orElse(null));
    column(row.status().map(Enum::name).orElse(null));
    column(row.signal().type().id());
    rows.append("\t\\\\x").append(HexFormat.of().formatHex(row.signal().bytes()));
    Integer quality = Columns.nullable(row.quality());
    column(quality == null ? null : quality.toString());
    rows.append('\n');
  }

  private void column(@Nullable String value) {
    rows.append('\t');
    if (value == null) {
      rows.append(NONE);
    } else {
      value.chars().forEach(c -> escape((char) c));
    }
  }

  private void escape(char c) {
    switch (c) {
      case '\\' -> rows.append("\\\\");
      case '\t' -> rows.append("\\t");
      case '\n' -> rows.append("\\n");
      case '\r' -> rows.append("\\r");
      default -> rows.append(c);
    }
  }

  int length() {
    return rows.length();
  }

  String take() {
    String taken = rows.toString();
    rows.setLength(0);
    return taken;
  }
}
