package org.vigie.bench;

import java.io.PrintStream;
import org.vigie.bench.doors.DoorsBench;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command behind `./vigie bench`.
@Command(
    name = "./vigie bench",
    description = {
      "Measures Vigie on this machine; prints JSON, one measurement a line.",
      "Figures compare within one run only; leave the machine alone meanwhile."
    },
    synopsisSubcommandLabel =
        "(fingerprint | index | http | crowd | review | lead | enforce | doors | help)",
    mixinStandardHelpOptions = true)
public final class Bench implements Runnable {
  private final PrintStream out;
  private final CommandLine commands;

  private Bench(PrintStream out) {
    this.out = out;
    this.commands = new CommandLine(this);
    commands.addSubcommand(new CommandLine.HelpCommand());
    commands.addSubcommand(new FingerprintBench(out));
    commands.addSubcommand(new IndexBench(out));
    commands.addSubcommand(new HttpBench(out));
    commands.addSubcommand(new CrowdBench(out));
    commands.addSubcommand(new ReviewBench(out));
    commands.addSubcommand(new LeadBench(out));
    commands.addSubcommand(new EnforceBench(out));
    commands.addSubcommand(new DoorsBench(out));
  }

  /// Runs one benchmark and ends the JVM with its status: 0, or 1 if an answer was wrong.
  public static void main(String[] arguments) {
    System.exit(new Bench(System.out).commands.execute(arguments));
  }

  /// Without a subcommand, says which there are.
  @Override
  public void run() {
    commands.usage(out);
  }
}
