/// Fetches content from URLs that callers name, and from nowhere inside.
///
/// Whoever may name a URL could make the server ask machines that only it can reach. So a host is
/// resolved once, every address that it has must be a public one, and the connection goes to an
/// address that was checked: a name that answers differently the second time gains nothing. The
/// same holds for every redirect. That is why this speaks HTTP/1.1 over sockets itself: the
/// client of the JDK resolves names on its own. Threads: any.
@NullMarked
package org.vigie.server.hma.fetch;

import org.jspecify.annotations.NullMarked;
