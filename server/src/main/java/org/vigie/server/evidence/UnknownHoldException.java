package org.vigie.server.evidence;

/// There is no such hold.
public final class UnknownHoldException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String hold;

  public UnknownHoldException(HoldId hold) {
    super("there is no such hold");
    this.hold = hold.value().toString();
  }

  public String hold() {
    return hold;
  }
}
