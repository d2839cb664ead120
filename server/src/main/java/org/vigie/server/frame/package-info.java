/// The frame of every page and answer: layout, language, navigation, problems.
///
/// Uses no other module. Threads: any.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.vigie.server.frame;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
