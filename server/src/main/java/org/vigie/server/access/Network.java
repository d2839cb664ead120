package org.vigie.server.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A network of IPv4 or IPv6: `192.0.2.0/24`, `2001:db8::/32`. A single address is a network of
/// one.
///
/// An IPv4 address that is written as one of IPv6 (`::ffff:192.0.2.7`) counts as IPv4.
///
/// @param base its first address
/// @param prefix how many leading bits are given, 0 to 32 or 0 to 128
public record Network(InetAddress base, int prefix) {
  private static final Pattern FORM =
      Pattern.compile("([0-9a-fA-F:.]{2,45})(?:/(0|[1-9][0-9]{0,2}))?");
  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})\\.){3}(?:0|[1-9][0-9]{0,2})");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
  private static final Pattern ZEROS = Pattern.compile("(?:^|:)0(?::0)+(?:$|:)");
  private static final int COARSE_IPV4 = 24;
  private static final int COARSE_IPV6 = 48;
  private static final int IPV4_BYTES = 4;

  public Network {
    if (prefix < 0 || prefix > bits(base)) {
      throw new IllegalArgumentException("a prefix has 0 to " + bits(base) + " bits");
    }
    if (!base.equals(first(base, prefix))) {
      throw new IllegalArgumentException("a network begins with its first address");
    }
  }

  /// Reads a network.
  ///
  /// @throws MalformedNetworkException if the text is not exactly one network
  public static Network parse(String text) {
    Matcher form = FORM.matcher(text);
    InetAddress address = form.matches() ? address(form.group(1)).orElse(null) : null;
    if (address == null || (address.getAddress().length == IPV4_BYTES && text.contains(":"))) {
      throw new MalformedNetworkException(MalformedNetworkException.Defect.FORM, Optional.empty());
    }
    int prefix = form.group(2) == null ? bits(address) : Integer.parseInt(form.group(2));
    if (prefix > bits(address)) {
      throw new MalformedNetworkException(MalformedNetworkException.Defect.FORM, Optional.empty());
    }
    InetAddress first = first(address, prefix);
    if (!first.equals(address)) {
      throw new MalformedNetworkException(
          MalformedNetworkException.Defect.BITS_BEHIND_PREFIX,
          Optional.of(new Network(first, prefix)));
    }
    return new Network(address, prefix);
  }

  /// Returns the network as records of last uses store it: 24 bits of IPv4, 48 of IPv6. Empty if
  /// the text is no address.
  public static Optional<Network> coarse(String address) {
    return address(address).map(each -> {
      int prefix = each.getAddress().length == IPV4_BYTES ? COARSE_IPV4 : COARSE_IPV6;
      return new Network(first(each, prefix), prefix);
    });
  }

  /// Returns whether an address lies in the network. No text that is not an address does.
  public boolean contains(String address) {
    return address(address)
        .filter(each -> bits(each) == bits(base))
        .map(each -> base.equals(first(each, prefix)))
        .orElse(false);
  }

  /// Reads an address; a zone, which belongs to this machine only, is left out.
  private static Optional<InetAddress> address(String text) {
    String bare = text.contains(":") ? text.replaceFirst("%[0-9A-Za-z_.-]{1,20}$", "") : text;
    if (!IPV4.matcher(bare).matches() && !IPV6.matcher(bare).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(bare));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static int bits(InetAddress address) {
    return address.getAddress().length * Byte.SIZE;
  }

  private static InetAddress first(InetAddress address, int prefix) {
    byte[] bytes = address.getAddress();
    int whole = prefix / Byte.SIZE;
    if (whole < bytes.length) {
      bytes[whole] &= (byte) (0xFF00 >> prefix % Byte.SIZE);
      Arrays.fill(bytes, whole + 1, bytes.length, (byte) 0);
    }
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address of this length is one", e);
    }
  }

  /// Returns the text form; of IPv6 the short one of RFC 5952.
  public String text() {
    return shortened(base.getHostAddress()) + "/" + prefix;
  }

  /// Writes the longest run of zeros, and of equal ones the first, as `::`.
  private static String shortened(String address) {
    return ZEROS
        .matcher(address)
        .results()
        .max(Comparator.<MatchResult>comparingInt(run -> run.group().length())
            .thenComparingInt(run -> -run.start()))
        .map(run -> address.substring(0, run.start()) + "::" + address.substring(run.end()))
        .orElse(address);
  }

  @Override
  public String toString() {
    return "Network[/" + prefix + "]";
  }
}
