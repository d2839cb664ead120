package org.vigie.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vigie.cli.PictureReading.Hashed;
import org.vigie.cli.PictureReading.NoPicture;
import org.vigie.cli.PictureReading.NotAsked;
import org.vigie.cli.files.Failure;
import org.vigie.cli.files.FileReading;
import org.vigie.cli.files.Found;
import org.vigie.fingerprint.Digest;
import org.vigie.fingerprint.Dihedral;
import org.vigie.fingerprint.PdqSignal;

/// Compares files with hash lists, one at a time.
///
/// Threads: any.
final class FileScan {
  private final FileAnalyser files;
  private final ListIndex index;
  private final int minQuality;

  FileScan(FileAnalyser files, ListIndex index, int minQuality) {
    this.files = files;
    this.index = index;
    this.minQuality = minQuality;
  }

  /// Compares a file.
  ///
  /// @throws InterruptedException if the thread was interrupted while it waited for memory
  FileReport report(Found found) throws InterruptedException {
    String path = found.path().toString();
    return switch (files.analyse(found)) {
      case FileReading.NotRead<PictureReading>(Failure failure) ->
        new FileReport(List.of(Row.of(path).with(failure)), 0, true, false);
      case FileReading.Read<PictureReading> read -> report(path, read);
    };
  }

  private FileReport report(String path, FileReading.Read<PictureReading> read) {
    Collection<Digest> digests = read.digests().values();
    return switch (picture(read)) {
      case Hashed picture
      when picture.quality() < minQuality ->
        report(path, index.find(List.of(), digests), Optional.empty(), true);
      case Hashed picture ->
        report(path, index.find(picture.signals(), digests), Optional.empty(), false);
      case NoPicture(Failure failure) ->
        report(path, index.find(List.of(), digests), Optional.of(failure), false);
      case NotAsked _ -> report(path, index.find(List.of(), digests), Optional.empty(), false);
    };
  }

  /// A file too large to decode is no failure where no list asks for pictures.
  private PictureReading picture(FileReading.Read<PictureReading> read) {
    return index.types().contains(PdqSignal.TYPE) ? FileAnalyser.picture(read) : new NotAsked();
  }

  private static FileReport report(
      String path, List<Match> matches, Optional<Failure> failure, boolean belowQuality) {
    List<Row> rows = new ArrayList<>();
    matches.forEach(match -> rows.add(row(path, match)));
    failure.ifPresent(each -> rows.add(Row.of(path).with(each)));
    return new FileReport(rows, matches.size(), failure.isPresent(), belowQuality);
  }

  private static Row row(String path, Match match) {
    Row row = Row.of(path)
        .with("list", match.list())
        .with("member", match.entry().member())
        .with("signal_type", match.entry().signal().type().id())
        .with("distance", match.distance());
    match.transform().map(Dihedral::label).ifPresent(label -> row.with("transform", label));
    String category = match.entry().category();
    return category == null ? row : row.with("category", category);
  }
}
