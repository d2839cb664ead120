/// The messengers that this server serves, as the operator names them.
///
/// Each subject belongs to one of [Messengers]; callers name it with each request, and need not
/// where there is only one. Threads: any.
@NullMarked
@ApplicationModule(allowedDependencies = {"frame"})
package org.vigie.server.messenger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
