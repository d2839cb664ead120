package org.vigie.server.operation.doctor;

import org.vigie.server.operation.console.RefusedException;
import org.vigie.server.operation.control.Holder;
import org.vigie.server.operation.running.HttpPort;
import org.vigie.server.operation.settings.HttpSettings;

/// The port on which the server listens, or would.
///
/// @param http the address of the next start
public record PortCheck(HttpSettings http, Holder holder) implements Check {
  @Override
  public String name() {
    return "port";
  }

  @Override
  public Outcome examine() {
    return switch (holder) {
      case Holder.Nobody _ -> tried();
      case Holder.Server server ->
        new Outcome.Fine(server.listensOn().place() + " is in use by this Vigie, which runs");
      case Holder.Silent _ ->
        new Outcome.Fine(
            "not tried: the Vigie process that holds the data directory may be listening");
    };
  }

  private Outcome tried() {
    try {
      new HttpPort(http.address(), http.port()).check();
      return new Outcome.Fine(http.port() == 0 ? "any that is free" : http.place() + " is free");
    } catch (RefusedException e) {
      return new Outcome.Broken(http.place() + " cannot be had", String.valueOf(e.getMessage()));
    }
  }
}
