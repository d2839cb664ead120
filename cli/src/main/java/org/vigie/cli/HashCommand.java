package org.vigie.cli;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.vigie.cli.PictureReading.Hashed;
import org.vigie.cli.PictureReading.NoPicture;
import org.vigie.cli.PictureReading.NotAsked;
import org.vigie.cli.files.Failure;
import org.vigie.cli.files.FileReading;
import org.vigie.cli.files.Found;
import org.vigie.fingerprint.DigestType;
import org.vigie.media.LumaSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `./vigie hash`: the signals of files.
@Command(
    name = "hash",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Print the SHA-256, MD5 and PDQ signals of files.",
    description = {
      "",
      "One row per file, in the order of the files:",
      "  path type width height sha256 md5 pdq quality cause",
      "",
      "A file that is not a readable picture still has its digests, and cause says why it has no",
      "PDQ signal. A file that cannot be read at all has only a cause. PDQ is computed from the",
      "picture as stored; quality runs from 0 to 100, and a signal below 50 is too weak to match.",
      "Cells that do not apply are empty; with --json they are absent, and detail adds words to the",
      "cause. In the table, tabs, line ends and other control characters in names are written \\t,",
      "\\n, \\r, \\uXXXX, and a backslash \\\\.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./vigie hash picture.jpg",
      "  ./vigie hash --json uploads/ > signals.jsonl",
      "",
      "Exit status: 0 every row is complete, 2 a file has a cause (or bad usage)."
    })
final class HashCommand implements Callable<Integer> {
  private static final List<String> COLUMNS =
      List.of("path", "type", "width", "height", "sha256", "md5", "pdq", "quality", "cause");

  private final Console console;
  private final LumaSource source;

  @Mixin
  private FileOptions options = new FileOptions();

  HashCommand(Console console, LumaSource source) {
    this.console = console;
    this.source = source;
  }

  @Override
  public Integer call() throws InterruptedException {
    options.check();
    Summary summary = new Summary(console);
    FileAnalyser files = new FileAnalyser(
        Set.of(DigestType.SHA256, DigestType.MD5),
        options.maxBytes(),
        new PictureHasher(source, false)::read);
    RowWriter rows = RowWriter.of(options.json(), COLUMNS, console.out());
    Tally tally = new FileRun(console, options, rows).run("hash", found -> report(files, found));
    summary.print(tally, "");
    return tally.exitStatus();
  }

  private static FileReport report(FileAnalyser files, Found found) throws InterruptedException {
    Row row = Row.of(found.path().toString());
    return switch (files.analyse(found)) {
      case FileReading.NotRead<PictureReading>(Failure failure) -> failed(row.with(failure));
      case FileReading.Read<PictureReading> read -> report(row, read);
    };
  }

  private static FileReport report(Row row, FileReading.Read<PictureReading> read) {
    PictureReading picture = FileAnalyser.picture(read);
    if (picture instanceof Hashed hashed) {
      row.with("type", hashed.format().mediaType())
          .with("width", hashed.width())
          .with("height", hashed.height());
    }
    row.with("sha256", digest(read, DigestType.SHA256));
    row.with("md5", digest(read, DigestType.MD5));
    return switch (picture) {
      case Hashed hashed -> done(withPdq(row, hashed));
      case NoPicture(Failure failure) -> failed(row.with(failure));
      case NotAsked _ -> done(row);
    };
  }

  private static Row withPdq(Row row, Hashed hashed) {
    return row.with("pdq", hashed.signals().getFirst().signal().text())
        .with("quality", hashed.quality());
  }

  private static String digest(FileReading.Read<PictureReading> read, DigestType type) {
    return Objects.requireNonNull(read.digests().get(type)).text();
  }

  private static FileReport done(Row row) {
    return new FileReport(List.of(row), 0, false, false);
  }

  private static FileReport failed(Row row) {
    return new FileReport(List.of(row), 0, true, false);
  }
}
