package org.vigie.platform.blob;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// An S3-speaking server over a folder, in a process of its own that can be killed.
final class S3Server implements AutoCloseable {
  static final BucketKeys KEYS = new BucketKeys("madeup", "madeupsecret");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path folder;
  private final int port;
  private Process process;

  private S3Server(Path folder, int port, Process process) {
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  /// Starts one.
  ///
  /// @param folder in which each folder is a bucket
  static S3Server over(Path folder) throws IOException {
    int port = freePort();
    S3Server server = new S3Server(folder, port, run(folder, port));
    server.await();
    return server;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Process run(Path folder, int port) throws IOException {
    Path settings = folder.resolveSibling("s3proxy.properties");
    Files.write(
        settings,
        List.of(
            "s3proxy.endpoint=http://127.0.0.1:" + port,
            "s3proxy.authorization=aws-v2-or-v4",
            "s3proxy.identity=" + KEYS.accessKey(),
            "s3proxy.credential=" + KEYS.secretKey(),
            "jclouds.provider=filesystem-nio2",
            "jclouds.filesystem.basedir=" + folder));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "org.gaul.s3proxy.Main",
            "--properties",
            settings.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolveSibling("s3proxy.log").toFile())
        .start();
  }

  private void await() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!listens()) {
      if (System.nanoTime() > end || !process.isAlive()) {
        throw new IllegalStateException("the S3 server does not start");
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  private boolean listens() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  Bucket bucket(String name, String prefix) {
    URI endpoint = URI.create("http://127.0.0.1:" + port);
    return new Bucket(name, Optional.of(endpoint), "us-east-1", prefix, true);
  }

  /// Kills it, as when the machine fails.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /// Starts it again, where it was.
  void restart() throws IOException {
    process = run(folder, port);
    await();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
