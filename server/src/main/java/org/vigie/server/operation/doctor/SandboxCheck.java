package org.vigie.server.operation.doctor;

/// The present protection of this machine from hostile media.
///
/// It inspects nothing: the protection needs no program or kernel feature yet, so none can be
/// missing.
public record SandboxCheck() implements Check {
  @Override
  public String name() {
    return "sandbox";
  }

  @Override
  public Outcome examine() {
    return new Outcome.Fine(
        "this version has none and needs no program for one (bubblewrap is not used): pictures are decoded inside the server's own process, by readers that check headers and bound memory and time; so run it as a user that owns nothing else");
  }
}
