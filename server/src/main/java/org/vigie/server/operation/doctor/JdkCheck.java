package org.vigie.server.operation.doctor;

/// The JVM: its version, and whether the vector kernels are there.
public record JdkCheck(Runtime.Version version, boolean vectors) implements Check {
  private static final int WANTED = 25;

  /// Checks the JVM that runs this.
  public static JdkCheck ofThisJvm() {
    boolean vectors = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    return new JdkCheck(Runtime.version(), vectors);
  }

  @Override
  public String name() {
    return "JDK";
  }

  @Override
  public Outcome examine() {
    if (version.feature() != WANTED) {
      return new Outcome.Broken("Java " + version, "install a JDK 25 and point JAVA_HOME at it");
    }
    return vectors
        ? new Outcome.Fine("Java " + version + ", with vectors")
        : new Outcome.Worrying(
            "Java " + version
                + " without the module jdk.incubator.vector: searches take three times as long",
            "start through ./vigie, with a full JDK");
  }
}
