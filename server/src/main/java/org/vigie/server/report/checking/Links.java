package org.vigie.server.report.checking;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.vigie.connector.Surface;

/// Which addresses can be reported. Nothing is ever fetched from them.
public final class Links {
  static final int LONGEST = 2_048;
  private static final Pattern HOST = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");
  private static final Set<String> SCHEMES = Set.of("http", "https");
  /// Names and addresses that mean something else, or nothing, elsewhere: RFC 6761, RFC 6762,
  /// RFC 1918, RFC 3927, RFC 4193, RFC 4291.
  private static final Pattern PRIVATE_HOST = Pattern.compile("localhost|.*\\.(localhost|local"
      + "|internal|lan|home\\.arpa)|127\\..*|10\\..*|192\\.168\\..*|169\\.254\\..*"
      + "|172\\.(1[6-9]|2[0-9]|3[01])\\..*|0\\..*|\\[(::1?|f[cd].*|fe[89ab].*)]");

  /// The hosts under which Telegram's links are, and those of its links that open for members
  /// only: invitations, and messages of groups without a name. A plus with digits alone is a
  /// telephone number. Source: core.telegram.org/api/links.
  private static final Set<String> TELEGRAM = Set.of("t.me", "telegram.me", "telegram.dog");

  private static final Pattern TELEGRAM_OF_MEMBERS =
      Pattern.compile("/+(\\+(?!\\d+/*$).+|joinchat/+.+|c/+.+)", Pattern.CASE_INSENSITIVE);

  private Links() {}

  /// Returns whether an address is one of those known to open for the members of a group only.
  public static boolean opensForMembersOnly(String address) {
    try {
      URI link = new URI(address);
      String host = String.valueOf(link.getHost()).toLowerCase(Locale.ROOT);
      return TELEGRAM.contains(host.replaceFirst("^www\\.", ""))
          && TELEGRAM_OF_MEMBERS.matcher(String.valueOf(link.getPath())).matches();
    } catch (URISyntaxException _) {
      return false;
    }
  }

  /// Checks the address of reported content, where there is one.
  ///
  /// @throws MalformedNoticeException if nobody but the reporter could open it, or if it is
  ///     public and opens for members only
  static void check(String field, Optional<String> address, Surface surface) {
    address.ifPresent(link -> check(field, link));
    if (surface == Surface.PUBLIC && address.filter(Links::opensForMembersOnly).isPresent()) {
      throw new MalformedNoticeException(field, Defect.MEMBERS_ONLY);
    }
  }

  /// @throws MalformedNoticeException if only the reporter could open it
  static void check(String field, String address) {
    NoticeText.checkLine(field, address, LONGEST);
    URI link = read(field, address);
    String host = host(link);
    if (!SCHEMES.contains(String.valueOf(link.getScheme()).toLowerCase(Locale.ROOT))
        || host.isEmpty()) {
      throw new MalformedNoticeException(field, Defect.NOT_A_LINK);
    }
    if (link.getRawUserInfo() != null
        || PRIVATE_HOST.matcher(host.toLowerCase(Locale.ROOT)).matches()) {
      throw new MalformedNoticeException(field, Defect.PRIVATE_LINK);
    }
  }

  /// Returns the host in ASCII; empty if there is none. Java reads no host with other letters.
  private static String host(URI link) {
    if (link.getHost() != null || link.getRawAuthority() == null) {
      return Optional.ofNullable(link.getHost()).orElse("");
    }
    try {
      String ascii = IDN.toASCII(link.getRawAuthority(), IDN.USE_STD3_ASCII_RULES);
      return HOST.matcher(ascii).matches() ? ascii : "";
    } catch (IllegalArgumentException _) {
      return "";
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
