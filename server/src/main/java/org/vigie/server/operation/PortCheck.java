package org.vigie.server.operation;

import org.vigie.server.operation.doctor.Check;
import org.vigie.server.operation.doctor.Outcome;

/// The port on which the server listens, or would.
///
/// @param running whether a server of this installation runs, whose port is then taken by it
record PortCheck(HttpSettings http, boolean running) implements Check {
  @Override
  public String name() {
    return "port";
  }

  @Override
  public Outcome examine() {
    String where = http.address() + ":" + http.port();
    if (running) {
      return new Outcome.Fine(where + ", if the server that runs was started with these settings");
    }
    try {
      new HttpPort(http.address(), http.port()).check();
      return new Outcome.Fine(where + " is free");
    } catch (RefusedException e) {
      return new Outcome.Broken(where + " cannot be had", String.valueOf(e.getMessage()));
    }
  }
}
