package org.vigie.server.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Which addresses can be reported. Nothing is ever fetched from them.
final class Links {
  private static final int LONGEST = 2_048;
  private static final Set<String> SCHEMES = Set.of("http", "https");
  /// Names and addresses that mean something else, or nothing, elsewhere: RFC 6761, RFC 6762,
  /// RFC 1918, RFC 3927, RFC 4193, RFC 4291.
  private static final Pattern PRIVATE_HOST = Pattern.compile("localhost|.*\\.(localhost|local"
      + "|internal|lan|home\\.arpa)|127\\..*|10\\..*|192\\.168\\..*|169\\.254\\..*"
      + "|172\\.(1[6-9]|2[0-9]|3[01])\\..*|0\\..*|\\[(::1?|f[cd].*|fe[89ab].*)]");

  private Links() {}

  /// @throws MalformedNoticeException if nobody but the reporter could open it
  static void check(String field, String address) {
    NoticeText.checkLine(field, address, LONGEST);
    URI link = read(field, address);
    String host = link.getHost();
    if (!SCHEMES.contains(String.valueOf(link.getScheme()).toLowerCase(Locale.ROOT))
        || host == null
        || host.isEmpty()) {
      throw new MalformedNoticeException(field, Defect.NOT_A_LINK);
    }
    if (link.getRawUserInfo() != null
        || PRIVATE_HOST.matcher(host.toLowerCase(Locale.ROOT)).matches()) {
      throw new MalformedNoticeException(field, Defect.PRIVATE_LINK);
    }
  }

  private static URI read(String field, String address) {
    try {
      return new URI(address);
    } catch (URISyntaxException _) {
      throw new MalformedNoticeException(field, Defect.NOT_A_LINK);
    }
  }
}
