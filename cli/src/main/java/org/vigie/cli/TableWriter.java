package org.vigie.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

/// Rows as lines of tab-separated, [escaped][EscapedText] cells under a header line.
final class TableWriter implements RowWriter {
  private final List<String> columns;
  private final PrintStream out;

  TableWriter(List<String> columns, PrintStream out) {
    this.columns = List.copyOf(columns);
    this.out = out;
    writeLine(String.join("\t", columns));
  }

  @Override
  public void write(Row row) {
    writeLine(columns.stream()
        .map(column -> EscapedText.of(row.cells().getOrDefault(column, "").toString()))
        .collect(Collectors.joining("\t")));
  }

  private void writeLine(String line) {
    out.print(line + "\n");
    out.flush();
    if (out.checkError()) {
      throw new OutputClosedException();
    }
  }
}
