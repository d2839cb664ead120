/// The HTTP interface of HMA 1.1, so that its clients work by changing the base URL.
///
/// Threads: any.
@NullMarked
@ApplicationModule(allowedDependencies = {"frame", "access", "policy", "bank", "scan"})
package org.vigie.server.hma;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
