package org.vigie.server.outbound.calling;

import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.ssl.SSLContexts;
import org.jspecify.annotations.Nullable;

/// The certificate authorities that this Java trusts, read at the first use. Offers no certificate
/// of its own to any host. Threads: any.
public final class TrustedCertificates implements Supplier<SSLContext> {
  private @Nullable SSLContext context;

  @Override
  public synchronized SSLContext get() {
    SSLContext known = context == null ? SSLContexts.createDefault() : context;
    context = known;
    return known;
  }
}
