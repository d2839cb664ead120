package org.vigie.testkit;

import java.util.concurrent.Callable;

/// A part of a long story; its failure begins with its name.
public final class Step {
  /// The exception by which JUnit's assumptions skip a test. JUnit is not on the class path here.
  private static final String ABORTED = "org.opentest4j.TestAbortedException";

  private Step() {}

  /// The work of a step without a result.
  @FunctionalInterface
  public interface Work {
    void run() throws Exception;
  }

  /// Takes a step and returns its result.
  public static <T> T step(String name, Callable<T> work) {
    try {
      return work.call();
    } catch (Exception | AssertionError e) {
      throw failure(name, e);
    }
  }

  /// Takes a step.
  public static void step(String name, Work work) {
    try {
      work.run();
    } catch (Exception | AssertionError e) {
      throw failure(name, e);
    }
  }

  /// A test that is skipped within a step stays skipped, and an interrupted thread interrupted.
  private static AssertionError failure(String name, Throwable cause) {
    if (cause instanceof RuntimeException skipped
        && skipped.getClass().getName().equals(ABORTED)) {
      throw skipped;
    }
    if (cause instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    return new AssertionError(name + ": " + cause.getMessage(), cause);
  }
}
