package org.vigie.server.review.cases;

/// The name of a queue.
///
/// @param value 1 to 40 of `a` to `z`, `0` to `9` and `-`, beginning with a letter
public record QueueName(String value) {
  public QueueName {
    if (!value.matches("[a-z][a-z0-9-]{0,39}")) {
      throw new IllegalArgumentException("a queue is named by a-z, 0-9 and -");
    }
  }
}
