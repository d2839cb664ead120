package org.vigie.server.operation.running;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;

/// Sends a few requests of a server to itself, so that the JVM records the code of answering.
record Exercise(int port) {
  private static final int ROUNDS = 20;
  private static final List<String> PATHS = List.of("health/ready", "", "api/v1/none");

  void run() throws IOException {
    for (int i = 0; i < ROUNDS; i++) {
      for (String path : PATHS) {
        request(path);
      }
    }
  }

  private void request(String path) throws IOException {
    URI address = URI.create("http://127.0.0.1:" + port + "/" + path);
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setInstanceFollowRedirects(false);
    connection.getResponseCode();
    connection.disconnect();
  }
}
