package org.vigie.server.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Predicate;
import org.vigie.server.outbound.OutboundException.Cause;
import org.vigie.server.outbound.calling.CallDeadline;
import org.vigie.server.outbound.calling.HostLookup;
import org.vigie.server.outbound.calling.PublicAddresses;

/// Decides which addresses a call may go to. Threads: any.
public final class AddressGuard {
  private final Predicate<InetAddress> allowed;
  private final HostLookup lookup;

  /// Allows the addresses that a predicate says; for tests with hosts on their own machine.
  public AddressGuard(Predicate<InetAddress> allowed) {
    this(allowed, HostLookup::bySystem);
  }

  AddressGuard(Predicate<InetAddress> allowed, HostLookup.Names names) {
    this.allowed = allowed;
    this.lookup =
        new HostLookup(names, Thread.ofPlatform().daemon().name("host-lookup").factory());
  }

  /// Allows the public internet only.
  public static AddressGuard publicOnly() {
    return new AddressGuard(PublicAddresses::isPublic);
  }

  /// Allows internal networks and this machine, too, if an operator configures so for a
  /// destination. Link-local addresses, where clouds give out credentials, stay refused.
  public static AddressGuard internalToo() {
    return new AddressGuard(PublicAddresses::isPublicOrInternal);
  }

  /// Returns the addresses of a host, if all of them are allowed.
  ///
  /// @throws OutboundException if the host is not known, or has an address that is not allowed
  public List<InetAddress> addresses(String host, CallDeadline until) throws IOException {
    List<InetAddress> addresses = found(host, until);
    if (!addresses.stream().allMatch(allowed)) {
      throw new OutboundException(Cause.NOT_PUBLIC);
    }
    return addresses;
  }

  private List<InetAddress> found(String host, CallDeadline until) throws IOException {
    try {
      return lookup.addresses(host, until);
    } catch (UnknownHostException e) {
      throw new OutboundException(Cause.UNKNOWN_HOST, e);
    }
  }
}
