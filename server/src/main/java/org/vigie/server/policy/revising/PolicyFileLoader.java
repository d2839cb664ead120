package org.vigie.server.policy.revising;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.vigie.server.access.Caller;
import org.vigie.server.policy.PolicyRevision;
import org.vigie.server.policy.revising.PolicyRevisions.Authorship;
import org.vigie.server.policy.store.RevisionOrigin;
import org.vigie.server.policy.text.MalformedPolicyException;
import org.vigie.server.policy.text.PolicyProblem;
import org.vigie.server.policy.text.PolicyReader;

/// Loads the file that `vigie.policy.file` names, once, at the start, when the listeners of
/// [PolicyRevised] are there. A file that cannot be loaded does not stop the start.
public final class PolicyFileLoader implements SmartInitializingSingleton {
  private static final Logger LOG = LoggerFactory.getLogger(PolicyFileLoader.class);
  private static final Authorship FROM_THE_FILE =
      new Authorship(new Caller.Vigie(), RevisionOrigin.FILE, "");

  private final Optional<Path> path;
  private final PolicyRevisions revisions;
  private volatile PolicyFile outcome = new PolicyFile.None();

  PolicyFileLoader(Optional<Path> path, PolicyRevisions revisions) {
    this.path = path;
    this.revisions = revisions;
  }

  @Override
  public void afterSingletonsInstantiated() {
    path.ifPresent(file -> outcome = load(file));
  }

  /// Returns whether the catalogue comes from a file; then only the file is edited.
  public boolean isSet() {
    return path.isPresent();
  }

  /// Returns the outcome of loading the file.
  public PolicyFile outcome() {
    return outcome;
  }

  private PolicyFile load(Path file) {
    try {
      take(PolicyReader.decode(read(file)));
      return new PolicyFile.Held(file);
    } catch (IOException e) {
      LOG.atError()
          .setMessage("policy file not readable")
          .addKeyValue("file", file)
          .log();
      return new PolicyFile.Unreadable(file);
    } catch (MalformedPolicyException e) {
      logRefusal(file, e);
      return new PolicyFile.Refused(file, e.problems());
    }
  }

  /// Makes the text a revision. Several processes may load the same file at once; all but the
  /// first find its text in force.
  private void take(String text) {
    EditOutcome taken = new EditOutcome.Overtaken(new PolicyRevision(0));
    while (taken instanceof EditOutcome.Overtaken) {
      PolicyRevision newest = revisions.newest().entry().revision();
      taken = revisions.revise(newest, text, FROM_THE_FILE);
    }
  }

  private static byte[] read(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      return bytes.readNBytes(PolicyReader.MAX_BYTES + 1);
    }
  }

  private static void logRefusal(Path file, MalformedPolicyException e) {
    PolicyProblem first = e.problems().getFirst();
    LOG.atError()
        .setMessage("policy file refused, the revision before it goes on")
        .addKeyValue("file", file)
        .addKeyValue("problems", e.problems().size())
        .addKeyValue("line", first.line())
        .addKeyValue("defect", first.defect().word())
        .log();
  }
}
