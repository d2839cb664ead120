package org.vigie.server.review.viewing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings under `vigie.viewing`: the minimum veil of media, until a person asks to see it. People
/// can choose more, never less.
///
/// @param leastBlur 0 (none) to 4, default 1
/// @param leastGrey default false
/// @param leastMute default true
@ConfigurationProperties(value = "vigie.viewing", ignoreUnknownFields = false)
public record ViewingSettings(
    @DefaultValue("1") int leastBlur,
    @DefaultValue("false") boolean leastGrey,
    @DefaultValue("true") boolean leastMute) {
  public ViewingSettings {
    if (!Veil.isBlur(leastBlur)) {
      throw new IllegalArgumentException("vigie.viewing.least-blur is out of range: " + leastBlur
          + ", expected 0 to " + Veil.STRONGEST);
    }
  }

  Veil least() {
    return new Veil(leastBlur, leastGrey, leastMute);
  }
}
