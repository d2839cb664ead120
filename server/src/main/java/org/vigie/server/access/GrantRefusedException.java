package org.vigie.server.access;

/// A grant was wanted by somebody who may not have it, or by one person where two are needed.
public final class GrantRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Purpose purpose;

  public GrantRefusedException(Purpose purpose) {
    super("no grant for this purpose can be given so");
    this.purpose = purpose;
  }

  public Purpose purpose() {
    return purpose;
  }
}
