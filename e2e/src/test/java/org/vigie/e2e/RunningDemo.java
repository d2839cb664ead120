package org.vigie.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vigie.testkit.LaunchedServer;

/// One demonstration for all tests of this JVM, started as a visitor starts it; it ends with it.
record RunningDemo(LaunchedServer server, Path folder) {
  private static final RunningDemo INSTANCE = start();

  static RunningDemo instance() {
    return INSTANCE;
  }

  private static RunningDemo start() {
    Path folder = TemporaryFolder.make();
    try {
      LaunchedServer server = LaunchedServer.start(data(folder), "--demo");
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> end(server)));
      return new RunningDemo(server, folder);
    } catch (IOException e) {
      throw new UncheckedIOException("the demonstration could not be started", e);
    }
  }

  private static void end(LaunchedServer server) {
    try {
      server.terminate();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while the demonstration ended", e);
    }
  }

  private static Path data(Path folder) {
    return folder.resolve("data");
  }

  /// Returns one of the pictures that a demonstration offers to try.
  Path sample(String name) {
    return data(folder).resolve("samples").resolve(name);
  }

  /// Makes an API key by the command that operators use.
  String key(String... scopes) throws IOException, InterruptedException {
    List<String> words =
        new ArrayList<>(List.of("keys", "add", "--demo", "--name=walk", "--data=" + data(folder)));
    List.of(scopes).forEach(scope -> words.add("--scope=" + scope));
    LaunchedServer.Ended ended = LaunchedServer.run(folder, words.toArray(String[]::new));
    assertThat(ended.status()).as(ended.err()).isZero();
    return ended.out().strip();
  }

  /// Starts a call with a key.
  HttpRequest.Builder call(String path, String key) {
    return HttpRequest.newBuilder(address(path)).header("Authorization", "Bearer " + key);
  }

  URI address(String path) {
    return server.address(path);
  }

  /// Makes a call and returns the answer, which has to be a good one.
  static String answer(HttpRequest call) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> response = client.send(call, HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
      return response.body();
    }
  }
}
