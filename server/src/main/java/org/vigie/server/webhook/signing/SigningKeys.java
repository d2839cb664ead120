package org.vigie.server.webhook.signing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The keys of one receiver. Both sign each delivery, so that the receiver can go over from the
/// previous key to the newest one at any time.
///
/// @param previous empty unless keys are being changed
public record SigningKeys(SigningKey newest, Optional<SigningKey> previous) {
  public SigningKeys {
    if (previous.filter(key -> key.id().equals(newest.id())).isPresent()) {
      throw new IllegalArgumentException("two keys have two ids");
    }
  }

  /// Returns the headers that a receiver verifies a delivery by.
  public Map<String, String> headers(long seconds, String delivery, byte[] body) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Vigie-Delivery", delivery);
    headers.put("Vigie-Timestamp", Long.toString(seconds));
    headers.put("Vigie-Key-Id", newest.id());
    headers.put("Vigie-Signature", newest.sign(seconds, delivery, body));
    previous.ifPresent(key -> {
      headers.put("Vigie-Previous-Key-Id", key.id());
      headers.put("Vigie-Previous-Signature", key.sign(seconds, delivery, body));
    });
    return headers;
  }
}
