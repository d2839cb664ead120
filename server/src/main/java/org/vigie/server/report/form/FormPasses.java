package org.vigie.server.report.form;

import java.time.InstantSource;
import java.util.Optional;
import org.vigie.server.report.settings.ReportSecret;

/// Makes and reads the passes of forms. Threads: any.
public final class FormPasses {
  private final ReportSecret secret;
  private final InstantSource clock;

  public FormPasses(ReportSecret secret, InstantSource clock) {
    this.secret = secret;
    this.clock = clock;
  }

  /// Makes a pass.
  public FormPass make() {
    return FormPass.make(secret, clock.instant());
  }

  /// Returns the pass in a form; empty if it was not made here, or too long ago.
  public Optional<FormPass> read(String text) {
    return FormPass.read(secret, text, clock.instant());
  }
}
