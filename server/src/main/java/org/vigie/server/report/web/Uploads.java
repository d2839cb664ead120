package org.vigie.server.report.web;

import java.util.Optional;
import java.util.function.LongSupplier;
import org.vigie.server.access.CallerAddress;
import org.vigie.server.report.settings.ReportSettings;
import org.vigie.server.report.settings.UploadSettings;

/// How forms and their files arrive: each network has some forms under way, and files need a slot
/// besides. Threads: any.
final class Uploads {
  /// Texts are held in memory, too, if much less than files.
  private static final int MOST_FORMS_OF_ONE_NETWORK = 20;

  private final UploadSettings settings;
  private final int maxFile;
  private final UploadSlots slots;
  private final NetworkShare forms = new NetworkShare(MOST_FORMS_OF_ONE_NETWORK);
  private final LongSupplier nanoTime;

  /// @param nanoTime a clock that never goes back, as [System#nanoTime()]
  Uploads(ReportSettings settings, LongSupplier nanoTime) {
    this.settings = settings.uploads();
    this.maxFile = (int) settings.maxAttachment().toBytes();
    this.slots = new UploadSlots(settings.uploads());
    this.nanoTime = nanoTime;
  }

  /// Takes a place for a form, if the network has one left.
  Optional<NetworkShare.Place> form(CallerAddress address) {
    return forms.take(address);
  }

  /// Begins the upload of the files of a form.
  Upload files(CallerAddress address) {
    return new Upload(() -> slots.take(address), settings, nanoTime);
  }

  /// Returns in how many forms files are read now.
  int taken() {
    return slots.size();
  }

  /// Returns how many bytes one file may have.
  int maxFile() {
    return maxFile;
  }
}
