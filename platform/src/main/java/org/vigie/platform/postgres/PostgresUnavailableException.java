package org.vigie.platform.postgres;

import org.jspecify.annotations.Nullable;

/// Says in one sentence why the embedded PostgreSQL does not run.
public final class PostgresUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PostgresUnavailableException(String sentence) {
    super(sentence);
  }

  PostgresUnavailableException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
