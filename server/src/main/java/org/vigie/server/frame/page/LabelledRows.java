package org.vigie.server.frame.page;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes the head and body of a table so that each cell of the body names its column, in
/// `data-label`. On narrow screens the style sheet puts the cells of a row below each other, with
/// these names. Works on the HTML of our templates only: no cell holds a table, and all text is
/// escaped.
public final class LabelledRows {
  private static final Pattern HEAD = Pattern.compile("<thead>(.*?)</thead>", Pattern.DOTALL);
  private static final Pattern COLUMN =
      Pattern.compile("<th(\\s[^>]*)?>(.*?)</th>", Pattern.DOTALL);
  private static final Pattern PART = Pattern.compile("<tr[\\s>]|<t[dh](?=[\\s>])");
  private static final Pattern SPAN = Pattern.compile("\\scolspan=\"(\\d+)\"");
  private static final Pattern TAG = Pattern.compile("<[^>]*>");

  private LabelledRows() {}

  /// Returns the same content with the names of its columns.
  public static Content of(Content content) {
    return new Content() {
      @Override
      public void writeTo(TemplateOutput output) {
        StringOutput written = new StringOutput();
        content.writeTo(new OwaspHtmlTemplateOutput(written));
        output.writeContent(labelled(written.toString()));
      }
    };
  }

  static String labelled(String html) {
    Matcher head = HEAD.matcher(html);
    return head.find()
        ? html.substring(0, head.end()) + rows(html.substring(head.end()), columns(head.group(1)))
        : html;
  }

  /// Returns the words of each column; a column that another row of the head divides keeps its own.
  private static List<String> columns(String head) {
    List<String> columns = new ArrayList<>();
    Matcher column = COLUMN.matcher(head);
    while (column.find()) {
      String words = TAG.matcher(column.group(2)).replaceAll("").strip().replace("\"", "&quot;");
      for (int i = 0; i < span(column.group()); i++) {
        columns.add(words);
      }
    }
    return columns;
  }

  private static int span(String cell) {
    Matcher span = SPAN.matcher(cell.substring(0, cell.indexOf('>')));
    return span.find() ? Integer.parseInt(span.group(1)) : 1;
  }

  private static String rows(String body, List<String> columns) {
    StringBuilder rows = new StringBuilder();
    Matcher part = PART.matcher(body);
    int column = 0;
    while (part.find()) {
      part.appendReplacement(rows, Matcher.quoteReplacement(part.group()));
      if (part.group().startsWith("<tr")) {
        column = 0;
      } else {
        int span = span(body.substring(part.start()));
        if (span == 1 && column < columns.size() && !columns.get(column).isEmpty()) {
          rows.append(" data-label=\"").append(columns.get(column)).append('"');
        }
        column += span;
      }
    }
    return part.appendTail(rows).toString();
  }
}
