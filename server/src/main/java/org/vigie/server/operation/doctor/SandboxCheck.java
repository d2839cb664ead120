package org.vigie.server.operation.doctor;

/// What stands between hostile media and this machine, said as it is.
///
/// Nothing of the machine is looked at: no program and no right of the kernel's is used for it
/// yet, so none can be missing.
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
