package org.vigie.server.operation.doctor;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.vigie.server.operation.control.Holder;
import org.vigie.server.operation.settings.HttpSettings;

/// The index of known content, which only a running server has.
public record IndexCheck(Holder holder) implements Check {
  private static final int PATIENCE_MILLIS = 5000;
  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;

  @Override
  public String name() {
    return "index";
  }

  @Override
  public Outcome examine() {
    return switch (holder) {
      case Holder.Nobody _ -> new Outcome.Fine("loaded at the next start; no server runs");
      case Holder.Server server -> examine(server.listensOn());
      case Holder.Silent _ ->
        new Outcome.Worrying(
            "the Vigie process that holds the data directory does not answer: it is starting, stopping or not a server",
            "wait a minute and run doctor again; if it stays so, read its log");
    };
  }

  private static Outcome examine(HttpSettings http) {
    try {
      return ask(http);
    } catch (IOException e) {
      return new Outcome.Worrying(
          "the server that runs does not answer on " + http.place() + ": " + e.getMessage(),
          "read its log, and start it again");
    }
  }

  private static Outcome ask(HttpSettings http) throws IOException {
    URI address = URI.create("http://" + host(http) + ":" + http.port() + "/health/ready");
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setConnectTimeout(PATIENCE_MILLIS);
    connection.setReadTimeout(PATIENCE_MILLIS);
    return switch (connection.getResponseCode()) {
      case OK -> new Outcome.Fine("loaded; the server that runs is ready");
      case UNAVAILABLE ->
        new Outcome.Broken(
            "the server that runs is not ready: "
                + new String(connection.getErrorStream().readAllBytes(), StandardCharsets.UTF_8),
            "wait if it has just started, else read its log");
      default ->
        new Outcome.Broken(
            "what answers on port " + http.port() + " is not Vigie", "give Vigie another port");
    };
  }

  private static String host(HttpSettings http) {
    boolean everywhere = http.address().equals("0.0.0.0") || http.address().equals("::");
    return everywhere ? "127.0.0.1" : http.address();
  }
}
