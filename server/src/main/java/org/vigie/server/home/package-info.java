/// The pages that belong to no other module: the first one, what is going on, and what the
/// problems of the API mean.
@NullMarked
@ApplicationModule(allowedDependencies = {"frame", "access"})
package org.vigie.server.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
