package org.vigie.fingerprint;

/// A signal type that stored data names and that is no longer installed. It reads no signals. Its
/// scale is unknown, so its matches are never taken for exact ones.
record UninstalledType(String id) implements SignalType {
  @Override
  public DistanceScale scale() {
    return new DistanceScale.OwnUnit(Integer.MAX_VALUE);
  }

  @Override
  public Signal parse(String text) {
    throw new MalformedSignalException(this, "this type is not installed");
  }

  @Override
  public Signal ofBytes(byte[] bytes) {
    throw new MalformedSignalException(this, "this type is not installed");
  }
}
