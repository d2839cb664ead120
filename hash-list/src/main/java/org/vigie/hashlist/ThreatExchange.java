package org.vigie.hashlist;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// The words of `threatexchange`, the command of the python-threatexchange library.
final class ThreatExchange {
  /// Its names of signal types that lists may have, and ours.
  static final Map<String, String> TYPES =
      Map.of("pdq", "pdq", "video_md5", "md5", "md5", "md5", "sha1", "sha1", "sha256", "sha256");

  /// The columns of `threatexchange dataset -P --csv`.
  static final List<String> COLUMNS =
      List.of("collab", "signal_type", "signal_str", "category", "tags");

  /// The categories, in older and newer versions, of content that is known to be unrelated to the
  /// collaboration.
  static final Set<String> HARMLESS = Set.of("FALSE_POSITIVE", "NEGATIVE_CLASS");

  private ThreatExchange() {}
}
