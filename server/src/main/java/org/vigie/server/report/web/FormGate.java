package org.vigie.server.report.web;

import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;
import org.vigie.server.frame.Problem;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;
import org.vigie.server.report.attachments.UploadQuotas;
import org.vigie.server.report.form.FormPasses;
import org.vigie.server.report.form.FormThrottle;
import org.vigie.server.report.settings.ReportSettings;

/// The checks that a form passes before it is read and sent.
public final class FormGate {
  private final FormPasses passes;
  private final FormThrottle throttle;
  private final UploadQuotas quotas;
  private final Uploads uploads;

  /// @param nanoTime a clock that never goes back, as [System#nanoTime()]
  public FormGate(
      FormPasses passes,
      FormThrottle throttle,
      UploadQuotas quotas,
      ReportSettings settings,
      LongSupplier nanoTime) {
    this.passes = passes;
    this.throttle = throttle;
    this.quotas = quotas;
    this.uploads = new Uploads(settings, nanoTime);
  }

  FormPasses passes() {
    return passes;
  }

  FormThrottle throttle() {
    return throttle;
  }

  UploadQuotas quotas() {
    return quotas;
  }

  Uploads uploads() {
    return uploads;
  }

  /// Returns the most bytes of one file.
  int maxFile() {
    return uploads.maxFile();
  }

  /// Says that a network sends too many forms at once.
  static ProblemException busy(Duration wait) {
    return new ProblemException(new Problem(
            ProblemType.TOO_MANY_REQUESTS,
            "Too many forms are being sent at the moment.",
            Map.of("seconds", wait.toSeconds()))
        .retryAfter(wait.toSeconds()));
  }
}
