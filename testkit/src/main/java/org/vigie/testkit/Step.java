package org.vigie.testkit;

import java.util.concurrent.Callable;

/// A part of a long story: where it fails, what failed begins with its name.
public final class Step {
  /// By which JUnit's assumptions skip a test. JUnit is not on the class path of the testkit.
  private static final String ABORTED = "org.opentest4j.TestAbortedException";

  private Step() {}

  /// What a step does that yields nothing.
  @FunctionalInterface
  public interface Work {
    void run() throws Exception;
  }

  /// Takes a step that yields something.
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
