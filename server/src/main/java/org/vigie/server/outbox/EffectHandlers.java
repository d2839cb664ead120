package org.vigie.server.outbox;

import java.util.List;

/// Several handlers of one module, where settings say how many there are.
@FunctionalInterface
public interface EffectHandlers {
  /// Returns the handlers, always the same.
  List<EffectHandler> all();
}
