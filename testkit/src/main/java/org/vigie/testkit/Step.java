package org.vigie.testkit;

import java.util.concurrent.Callable;

/// A part of a long story: where it fails, what failed begins with its name.
public final class Step {
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
      throw new AssertionError(name + ": " + e.getMessage(), e);
    }
  }

  /// Takes a step.
  public static void step(String name, Work work) {
    try {
      work.run();
    } catch (Exception | AssertionError e) {
      throw new AssertionError(name + ": " + e.getMessage(), e);
    }
  }
}
