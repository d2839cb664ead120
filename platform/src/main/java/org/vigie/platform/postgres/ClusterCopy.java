package org.vigie.platform.postgres;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A copy of a cluster's files while its server works on them.
/*
 * PostgreSQL 18, "Making a Base Backup Using the Low Level API" (25.3.4). The copied files are
 * torn: they change while they are read, and not all at one moment. The write-ahead log from the
 * checkpoint at the beginning to the end of the copy mends that, so it is part of the copy; the
 * label says where to begin. The steps:
 *
 *   1. A temporary replication slot, which keeps the server from recycling that log. It ends with
 *      the session, even if we crash.
 *   2. pg_backup_start, with a checkpoint at once. The session stays open.
 *   3. All files, except those that the manual lists as worthless or harmful elsewhere. A file
 *      that has gone meanwhile belonged to a dropped object, which the log records.
 *   4. pg_backup_stop: returns the label, and ends the log's segment, so that it is complete.
 *   5. Every segment of the log from the first to the last.
 *
 * The manual's other demand, archiving, is replaced by 1 and 5, as pg_basebackup does with
 * --wal-method=fetch.
 */
final class ClusterCopy {
  private static final String TARGET = "postgres/data";

  /// Folders whose content is of the running server only (25.3.4.3).
  private static final Set<String> WITHOUT_CONTENT = Set.of(
      "pg_wal",
      "pg_replslot",
      "pg_dynshmem",
      "pg_notify",
      "pg_serial",
      "pg_snapshots",
      "pg_stat_tmp",
      "pg_subtrans");

  private static final Set<String> LEFT_OUT = Set.of(
      "postmaster.pid",
      "postmaster.opts",
      "backup_label",
      "backup_label.old",
      "tablespace_map",
      "backup_manifest",
      "pg_internal.init",
      "postgresql.auto.conf.tmp",
      "current_logfiles");

  private static final int CONTROL_FILE_TRIES = 100;

  private final Path cluster;
  private final BackupWriter backup;

  ClusterCopy(Path cluster, BackupWriter backup) {
    this.cluster = cluster;
    this.backup = backup;
  }

  /// Copies all, over a connection of the superuser's that is used for nothing else.
  void run(Connection session) throws SQLException, IOException {
    try (Statement statement = session.createStatement()) {
      statement.execute("""
          /* platform.backup_hold_log */
          select pg_create_physical_replication_slot('vigie_' || pg_backend_pid(), true, true)""");
      String first = one(statement, """
          /* platform.backup_start */
          select pg_walfile_name(pg_backup_start('vigie', true))""");
      copyFiles();
      stop(statement, first);
    }
  }

  private void stop(Statement statement, String first) throws SQLException, IOException {
    try (ResultSet row = statement.executeQuery("""
        /* platform.backup_stop */
        select pg_walfile_name(lsn), labelfile, spcmapfile
          from pg_backup_stop(wait_for_archive => false)""")) {
      row.next();
      if (!row.getString(3).isEmpty()) {
        throw new IOException("the database has tablespaces, which a backup does not hold");
      }
      byte[] label = row.getString(2).getBytes(StandardCharsets.UTF_8);
      backup.file(TARGET + "/backup_label", new ByteArrayInputStream(label));
      copyLog(first, row.getString(1));
    }
  }

  private static String one(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private void copyFiles() throws IOException {
    Files.walkFileTree(cluster, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return enter(folder);
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
          throws IOException {
        copy(file, attributes);
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        return goOnIfGone(failure);
      }

      @Override
      public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
          throws IOException {
        return failure == null ? FileVisitResult.CONTINUE : goOnIfGone(failure);
      }
    });
  }

  private static FileVisitResult goOnIfGone(IOException failure) throws IOException {
    if (failure instanceof NoSuchFileException) {
      return FileVisitResult.CONTINUE;
    }
    throw failure;
  }

  private FileVisitResult enter(Path folder) {
    String name = cluster.relativize(folder).toString();
    if (folder.getFileName().toString().startsWith("pgsql_tmp")) {
      return FileVisitResult.SKIP_SUBTREE;
    }
    backup.folder(name.isEmpty() ? TARGET : TARGET + "/" + name);
    if (!WITHOUT_CONTENT.contains(name)) {
      return FileVisitResult.CONTINUE;
    }
    if (name.equals("pg_wal")) {
      backup.folder(TARGET + "/pg_wal/archive_status");
      backup.folder(TARGET + "/pg_wal/summaries");
    }
    return FileVisitResult.SKIP_SUBTREE;
  }

  private void copy(Path file, BasicFileAttributes attributes) throws IOException {
    String name = file.getFileName().toString();
    if (LEFT_OUT.contains(name) || name.startsWith("pgsql_tmp")) {
      return;
    }
    if (!attributes.isRegularFile()) {
      throw new IOException(file + " is not a plain file, and a backup holds nothing else");
    }
    if (name.equals("pg_control")) {
      copyControlFile(file);
    } else {
      copyIfThere(file);
    }
  }

  private void copyIfThere(Path file) throws IOException {
    InputStream content;
    try {
      content = Files.newInputStream(file);
    } catch (NoSuchFileException _) {
      return;
    }
    try (content) {
      backup.file(target(file), content);
    }
  }

  /// The one file that the log cannot mend, as recovery begins with it: two readings that agree
  /// were not torn by a write between them.
  private void copyControlFile(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    for (int i = 0; i < CONTROL_FILE_TRIES; i++) {
      byte[] again = Files.readAllBytes(file);
      if (Arrays.equals(content, again)) {
        backup.file(target(file), new ByteArrayInputStream(content));
        return;
      }
      content = again;
    }
    throw new IOException(file + " changes all the time");
  }

  private void copyLog(String first, String last) throws IOException {
    for (WalSegment segment = WalSegment.parse(first);
        segment.isUpTo(WalSegment.parse(last));
        segment = segment.next()) {
      Path file = cluster.resolve("pg_wal").resolve(segment.name());
      try (InputStream content = Files.newInputStream(file)) {
        backup.file(target(file), content);
      }
    }
  }

  private String target(Path file) {
    return TARGET + "/" + cluster.relativize(file);
  }
}
