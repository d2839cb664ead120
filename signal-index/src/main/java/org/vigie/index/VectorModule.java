package org.vigie.index;

/// Whether the JVM was started with the Vector API, which is an incubator module.
final class VectorModule {
  private VectorModule() {}

  static boolean isPresent() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
  }
}
