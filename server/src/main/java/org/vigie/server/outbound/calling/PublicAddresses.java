package org.vigie.server.outbound.calling;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/// Decides which addresses belong to the public internet.
///
/// Source: the IANA special-purpose address registries for IPv4 and IPv6 (RFC 6890 and its
/// updates), and multicast. Of IPv6 only 2000::/3 is allocated; translation prefixes inside and
/// outside of it lead back into IPv4, so they count as not public.
public final class PublicAddresses {
  private static final List<Block> NOT_PUBLIC_V4 = List.of(
      Block.of("0.0.0.0", 8),
      Block.of("10.0.0.0", 8),
      Block.of("100.64.0.0", 10),
      Block.of("127.0.0.0", 8),
      Block.of("169.254.0.0", 16),
      Block.of("172.16.0.0", 12),
      Block.of("192.0.0.0", 24),
      Block.of("192.0.2.0", 24),
      Block.of("192.31.196.0", 24),
      Block.of("192.52.193.0", 24),
      Block.of("192.88.99.0", 24),
      Block.of("192.168.0.0", 16),
      Block.of("192.175.48.0", 24),
      Block.of("198.18.0.0", 15),
      Block.of("198.51.100.0", 24),
      Block.of("203.0.113.0", 24),
      Block.of("224.0.0.0", 4),
      Block.of("240.0.0.0", 4));

  private static final Block HANDED_OUT_V6 = Block.of("2000::", 3);
  private static final List<Block> NOT_PUBLIC_V6 = List.of(
      Block.of("2001::", 23),
      Block.of("2001:db8::", 32),
      Block.of("2002::", 16),
      Block.of("2620:4f:8000::", 48),
      Block.of("3fff::", 20));

  /// Refused for every destination: addresses of one link only, those where clouds give a
  /// machine its credentials, those of no or many machines, and the IPv6 forms of all of these.
  /// An operator chooses the meaning of 64:ff9b:1::/48 (RFC 8215), so all of it is out.
  private static final List<Block> OF_NO_DESTINATION = List.of(
      Block.of("0.0.0.0", 8),
      Block.of("100.100.100.200", 32),
      Block.of("169.254.0.0", 16),
      Block.of("192.0.0.192", 32),
      Block.of("224.0.0.0", 3),
      Block.of("::", 128),
      Block.of("::100.100.100.200", 128),
      Block.of("::169.254.0.0", 112),
      Block.of("::192.0.0.192", 128),
      Block.of("64:ff9b::100.100.100.200", 128),
      Block.of("64:ff9b::169.254.0.0", 112),
      Block.of("64:ff9b::192.0.0.192", 128),
      Block.of("64:ff9b:1::", 48),
      Block.of("2002:6464:64c8::", 48),
      Block.of("2002:a9fe::", 32),
      Block.of("2002:c000:c0::", 48),
      Block.of("fd00:ec2::254", 128),
      Block.of("fe80::", 10),
      Block.of("ff00::", 8));

  private PublicAddresses() {}

  /// Returns whether an address belongs to the public internet.
  public static boolean isPublic(InetAddress address) {
    return address instanceof Inet4Address
        ? isInNone(NOT_PUBLIC_V4, address)
        : HANDED_OUT_V6.holds(address) && isInNone(NOT_PUBLIC_V6, address);
  }

  /// Returns whether an address belongs to the public internet or to a network within.
  public static boolean isPublicOrInternal(InetAddress address) {
    return isInNone(OF_NO_DESTINATION, address);
  }

  private static boolean isInNone(List<Block> blocks, InetAddress address) {
    return blocks.stream().noneMatch(block -> block.holds(address));
  }

  /// The addresses that begin with the same bits.
  private record Block(InetAddress first, int bits) {
    static Block of(String first, int bits) {
      return new Block(InetAddress.ofLiteral(first), bits);
    }

    boolean holds(InetAddress address) {
      byte[] mine = first.getAddress();
      byte[] its = address.getAddress();
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >>> bit % Byte.SIZE;
        if (((mine[bit / Byte.SIZE] ^ its[bit / Byte.SIZE]) & mask) != 0) {
          return false;
        }
      }
      return mine.length == its.length;
    }
  }
}
