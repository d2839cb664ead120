package org.vigie.server.policy.revising;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.vigie.server.access.Caller;
import org.vigie.server.policy.PolicyRevision;
import org.vigie.server.policy.store.PolicyStore;
import org.vigie.server.policy.store.RevisionEntry;
import org.vigie.server.policy.store.RevisionOrigin;
import org.vigie.server.policy.store.StoredRevision;
import org.vigie.server.policy.text.PolicyReader;

/// The catalogue that comes with Vigie and begins every installation.
public final class FirstRevision {
  private static final String RESOURCE = "/policies/default.yaml";
  private static final PolicyRevision NUMBER = new PolicyRevision(1);

  private FirstRevision() {}

  /// Stores it as revision 1, unless there is a revision already.
  static void ensure(PolicyStore store, Instant now) {
    if (store.newest().isEmpty()) {
      String text = text();
      PolicyReader.read(text, NUMBER);
      store.append(new StoredRevision(
          new RevisionEntry(
              NUMBER,
              PolicyStore.sha256(text),
              RevisionOrigin.DEFAULT,
              new Caller.Vigie().reference(),
              now,
              ""),
          text));
    }
  }

  /// Returns its text.
  public static String text() {
    try (InputStream resource = FirstRevision.class.getResourceAsStream(RESOURCE)) {
      if (resource == null) {
        throw new IllegalStateException("the default policy is missing from the class path");
      }
      return PolicyReader.decode(resource.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("the default policy could not be read", e);
    }
  }
}
