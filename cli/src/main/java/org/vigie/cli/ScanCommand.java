package org.vigie.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.vigie.cli.files.Cause;
import org.vigie.cli.files.Failure;
import org.vigie.fingerprint.DigestType;
import org.vigie.fingerprint.PdqSignal;
import org.vigie.fingerprint.SignalType;
import org.vigie.hashlist.HashList;
import org.vigie.hashlist.ReadingTerms;
import org.vigie.media.LumaSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `./vigie scan`: which files match known content.
@Command(
    name = "scan",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Search files for the content of hash lists.",
    description = {
      "",
      "One row per match, in the order of the files, then of the lists:",
      "  path list member signal_type distance transform cause",
      "",
      "Digests (md5, sha1, sha256) match files bit for bit, distance 0. PDQ matches pictures that",
      "look alike, up to --radius bits apart; transform says how the picture was turned to match,",
      "and is empty for digests. Of each member and signal type only the nearest match is printed.",
      "A match is evidence, not guilt: a person should look.",
      "",
      "A file that could not be compared in full also gets a row, with only path and cause; its",
      "digests are still compared if it can be read. Cells that do not apply are empty; with",
      "--json they are absent, and category and detail are added where there are any. Control",
      "characters and backslashes are escaped in the table as in ./vigie hash.",
      "",
      "Lists are CSV with the header signal_type,value[,member,category], or one hex value per",
      "line: 64 digits PDQ, 40 SHA-1, 32 MD5, or a prefix such as sha256:. Output of md5sum,",
      "sha1sum, sha256sum, hashdeep and threatexchange, NSRL and other tables of digests, and VICS",
      "are read too; the command first reports how it read each list. It reports bad lines by",
      "number, and then scans nothing, unless --skip-bad-lines is given.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./vigie scan --list known.csv uploads/",
      "  ./vigie scan --list a.csv --list b.txt --dihedrals --json uploads/ > matches.jsonl",
      "",
      "Exit status: 0 everything was compared, no match; 1 matches; 2 a file failed, with or",
      "without matches (also bad usage, a bad list, or a list used without its bad lines)."
    })
final class ScanCommand implements Callable<Integer> {
  private static final List<String> COLUMNS =
      List.of("path", "list", "member", "signal_type", "distance", "transform", "cause");

  private final Console console;
  private final LumaSource source;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli injects it before anything else happens
  private CommandSpec command;

  @Option(
      names = "--list",
      paramLabel = "FILE",
      required = true,
      description = "A hash list. May be repeated.")
  private List<Path> lists = new ArrayList<>();

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      defaultValue = "",
      description = {
        "Type of values of 64 digits without one: pdq or sha256. Default: PDQ; a list whose",
        "values do not look like PDQ is refused."
      })
  private String type = "";

  @Option(
      names = "--skip-bad-lines",
      description = {
        "Use lists without their bad lines, if these are at most 1 % of a list, or 10, and fewer",
        "than the good ones. The command reports their numbers, each such list gets a row with",
        "the cause LINES_SKIPPED, and the exit status is 2: their content was not searched."
      })
  private boolean skipBadLines;

  // Annotated fields keep their order in the help; annotated methods have none.
  @Option(
      names = "--radius",
      paramLabel = "N",
      defaultValue = "31",
      description = "How many of 256 bits may differ, 0 to 63 (default: ${DEFAULT-VALUE}).")
  private int radius = PdqSignal.DEFAULT_RADIUS;

  @Option(
      names = "--min-quality",
      paramLabel = "N",
      defaultValue = "50",
      description = {
        "Minimum PDQ quality of pictures, 0 to 100 (default: ${DEFAULT-VALUE}).",
        "The command reports at the end how many were below it."
      })
  private int minQuality = PdqSignal.DEFAULT_MIN_QUALITY;

  @Option(
      names = "--dihedrals",
      description = "Also find pictures that were rotated by 90 degrees or mirrored.")
  private boolean dihedrals;

  @Mixin
  private FileOptions options = new FileOptions();

  ScanCommand(Console console, LumaSource source) {
    this.console = console;
    this.source = source;
  }

  @Override
  public Integer call() throws InterruptedException {
    Ranges.check(command, "--radius", radius, 0, 63);
    Ranges.check(command, "--min-quality", minQuality, 0, 100);
    options.check();
    Summary summary = new Summary(console);
    List<HashList> read = new HashLists(console, terms()).read(lists);
    if (read.isEmpty()) {
      return ExitStatus.FAILED;
    }
    ListIndex index = new ListIndex(read, radius);
    RowWriter rows = RowWriter.of(options.json(), COLUMNS, console.out());
    int incomplete = tellSkipped(read, rows);
    FileScan scan = new FileScan(analyser(index.types()), index, minQuality);
    Tally tally = new FileRun(console, options, rows).run("scan", scan::report);
    tellBelowQuality(tally.belowQuality());
    summary.print(tally, Summary.count(tally.matches(), "match") + ", ");
    return Math.max(tally.exitStatus(), incomplete);
  }

  private ReadingTerms terms() {
    return ReadingTerms.of(type, skipBadLines)
        .orElseThrow(() -> new ParameterException(
            command.commandLine(), "--type is one of " + ReadingTerms.BARE_TYPES));
  }

  /// Writes a row for each list that is not used in full; returns the status that they deserve.
  private static int tellSkipped(List<HashList> lists, RowWriter rows) {
    int status = ExitStatus.CLEAR;
    for (HashList list : lists) {
      if (list.skipped() > 0) {
        Failure failure = new Failure(
            Cause.LINES_SKIPPED, Summary.count(list.skipped(), "bad line") + " skipped");
        rows.write(Row.of(list.name()).with("list", list.name()).with(failure));
        status = ExitStatus.FAILED;
      }
    }
    return status;
  }

  private FileAnalyser analyser(Set<SignalType> types) {
    Set<DigestType> digests = EnumSet.allOf(DigestType.class);
    digests.retainAll(types);
    Function<byte[], PictureReading> pictures = types.contains(PdqSignal.TYPE)
        ? new PictureHasher(source, dihedrals)::read
        : bytes -> new PictureReading.NotAsked();
    return new FileAnalyser(digests, options.maxBytes(), pictures);
  }

  private void tellBelowQuality(long number) {
    if (number > 0) {
      console
          .err()
          .println(Summary.count(number, "picture") + " below quality " + minQuality
              + (number == 1 ? " was" : " were") + " not compared by PDQ");
    }
  }
}
