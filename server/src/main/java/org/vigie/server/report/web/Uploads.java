package org.vigie.server.report.web;

import java.util.Optional;
import java.util.function.LongSupplier;
import org.vigie.server.access.CallerAddress;
import org.vigie.server.report.settings.ReportSettings;
import org.vigie.server.report.settings.UploadSettings;

/// Bounds the arrival of forms and files: each network may have some forms under way, and files
/// also need a slot. Threads: any.
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

  /// Returns the number of forms whose files are being read.
  int taken() {
    return slots.size();
  }

  /// Returns the most bytes of one file.
  int maxFile() {
    return maxFile;
  }
}
