package org.vigie.server.access;

import java.util.Optional;

/// A text that is no network.
public final class MalformedNetworkException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final Defect defect;
  private final transient Optional<Network> meant;

  MalformedNetworkException(Defect defect, Optional<Network> meant) {
    super("this is not a network");
    this.defect = defect;
    this.meant = meant;
  }

  /// The defects of a network.
  public enum Defect {
    FORM,
    BITS_BEHIND_PREFIX
  }

  public Defect defect() {
    return defect;
  }

  /// Returns the network that begins before the address; empty unless bits are set after the
  /// prefix.
  public Optional<Network> meant() {
    return meant;
  }
}
