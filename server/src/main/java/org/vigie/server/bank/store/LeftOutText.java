package org.vigie.server.bank.store;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.hashlist.LeftOut;

/// The counts of content left out, as the database stores them: `PHOTO_DNA=3 CATEGORY_ZERO=1`.
final class LeftOutText {
  private LeftOutText() {}

  static String of(Map<LeftOut, Long> counts) {
    return counts.entrySet().stream()
        .map(each -> each.getKey() + "=" + each.getValue())
        .sorted()
        .collect(Collectors.joining(" "));
  }

  static Map<LeftOut, Long> parse(String text) {
    return Arrays.stream(text.split(" "))
        .filter(each -> !each.isEmpty())
        .map(each -> each.split("="))
        .collect(Collectors.toMap(pair -> LeftOut.valueOf(pair[0]), pair -> Long.valueOf(pair[1])));
  }
}
