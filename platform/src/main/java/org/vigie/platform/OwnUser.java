package org.vigie.platform;

import com.sun.security.auth.module.UnixSystem;

/// The user of the operating system that this process runs as.
public final class OwnUser {
  private OwnUser() {}

  /// Says whether this process is root, whom PostgreSQL refuses to serve.
  public static boolean isRoot() {
    return new UnixSystem().getUid() == 0;
  }
}
