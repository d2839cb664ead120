/// Calls from this server to others: content from URLs that outsiders name, and destinations that
/// operators configure.
///
/// Invariants. A host is looked up once a request, and the request goes only to the addresses found
/// then, if the [AddressGuard] has allowed them all; each redirect is checked anew. TLS checks the
/// name, not the address. Each request has a connection of its own. At the deadline its sockets are
/// closed, in every state of the exchange. No proxy, cookie, credential or retry is added, and
/// nothing is decompressed.
///
/// Uses: [UrlFetcher] for URLs of outsiders, [OutboundHttp] for operators' destinations.
/// [OutboundHttp] serves connectors and exchanges to come; so far only tests use it. No other
/// module opens connections to hosts that are named at run time. The room `calling` carries out
/// one call. Threads: any; calls block.
@NullMarked
@ApplicationModule(allowedDependencies = {"frame"})
package org.vigie.server.outbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
