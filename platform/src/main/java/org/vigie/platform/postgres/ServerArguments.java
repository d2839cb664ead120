package org.vigie.platform.postgres;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The command line of a postmaster. These arguments override every settings file.
final class ServerArguments {
  /// `sun_path` holds 104 bytes on macOS, 108 on Linux, with a zero at the end.
  private static final int LONGEST_SOCKET_PATH = 103;

  private static final String LONGEST_SOCKET_NAME = "/.s.PGSQL.65535";

  private ServerArguments() {}

  static Command command(Cluster cluster, PostgresSettings settings, int port) {
    // The folder comes first, as Leftover expects it.
    List<String> words = new ArrayList<>(
        List.of(cluster.binaries().postgres(), "-D", cluster.files().toString()));
    Map<String, String> values = new LinkedHashMap<>();
    values.putAll(listening(cluster, port));
    values.putAll(durability());
    values.putAll(memory(settings));
    values.putAll(logging());
    values.forEach((name, value) -> words.addAll(List.of("-c", name + "=" + value)));
    return new Command(words);
  }

  private static Map<String, String> listening(Cluster cluster, int port) {
    return Map.of(
        "listen_addresses", "127.0.0.1",
        "port", Integer.toString(port),
        "unix_socket_directories", socketFolders(cluster.socketFolder()),
        "unix_socket_permissions", "0700",
        "password_encryption", "scram-sha-256",
        "timezone", "UTC",
        "cluster_name", "vigie");
  }

  /// Returns a list of one folder, quoted as PostgreSQL reads lists, or of none if the path is too
  /// long for a socket.
  static String socketFolders(Path folder) {
    String path = folder.toString();
    int bytes = (path + LONGEST_SOCKET_NAME).getBytes(StandardCharsets.UTF_8).length;
    return bytes > LONGEST_SOCKET_PATH ? "" : Sql.identifier(path);
  }

  /// A decision that was acknowledged must outlive a power cut.
  private static Map<String, String> durability() {
    return Map.of(
        "fsync", "on",
        "full_page_writes", "on",
        "synchronous_commit", "on",
        "wal_level", "replica",
        "restart_after_crash", "on");
  }

  /// For a machine of two cores that PostgreSQL shares with Vigie.
  private static Map<String, String> memory(PostgresSettings settings) {
    return Map.of(
        "max_connections", Integer.toString(settings.maxConnections()),
        "shared_buffers", settings.sharedBuffersMegabytes() + "MB",
        "effective_cache_size", "1GB",
        "maintenance_work_mem", "64MB",
        "work_mem", "8MB",
        "max_wal_size", "1GB",
        "random_page_cost", "1.1",
        "jit", "off",
        "io_workers", "2");
  }

  /// Errors of statements go to the client only, as their texts may hold values.
  private static Map<String, String> logging() {
    return Map.of(
        "logging_collector", "off",
        "log_destination", "stderr",
        "log_min_messages", "log",
        "log_min_error_statement", "panic",
        "log_error_verbosity", "terse",
        "log_statement", "none",
        "log_line_prefix", "%m [%p] ",
        "log_timezone", "UTC",
        "lc_messages", "C");
  }
}
