/// The first page: what is going on.
@NullMarked
@ApplicationModule(allowedDependencies = {"frame", "access", "policy", "bank", "scan"})
package org.vigie.server.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
