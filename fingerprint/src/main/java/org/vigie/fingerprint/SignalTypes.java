package org.vigie.fingerprint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/// The signal types that an installation knows, by identifier.
public final class SignalTypes {
  private final Map<String, SignalType> byId = new LinkedHashMap<>();

  private SignalTypes(Collection<SignalType> types) {
    for (SignalType type : types) {
      SignalType earlier = byId.putIfAbsent(type.id(), type);
      if (earlier != null) {
        throw new IllegalArgumentException("two signal types are called " + type.id());
      }
    }
  }

  /// Returns PDQ, the digests, and the types that licensees have put on the class path.
  ///
  /// @throws IllegalArgumentException if two types have the same identifier
  public static SignalTypes installed() {
    List<SignalType> types = new ArrayList<>();
    types.add(PdqSignal.TYPE);
    types.addAll(List.of(DigestType.values()));
    ServiceLoader.load(SignalType.class).forEach(types::add);
    return new SignalTypes(types);
  }

  /// Returns the type with this identifier, if it is installed.
  public Optional<SignalType> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// Returns the type that stored data names. A type that is no longer installed has its
  /// identifier only: it reads no signals, and its matches are not exact.
  public SignalType named(String id) {
    return find(id).orElseGet(() -> new UninstalledType(id));
  }

  /// Returns every identifier, built-in types first.
  public List<String> ids() {
    return List.copyOf(byId.keySet());
  }
}
