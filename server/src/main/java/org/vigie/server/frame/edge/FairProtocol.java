package org.vigie.server.frame.edge;

import org.apache.coyote.http11.Http11NioProtocol;

/// HTTP on a [FairEndpoint]. Tomcat makes it by its name.
public final class FairProtocol extends Http11NioProtocol {
  private final FairEndpoint endpoint;

  public FairProtocol() {
    this(new FairEndpoint());
  }

  private FairProtocol(FairEndpoint endpoint) {
    super(endpoint);
    this.endpoint = endpoint;
  }

  /// Sets the bounds; before the start.
  void use(ConnectionFence bounds) {
    endpoint.use(bounds);
  }
}
