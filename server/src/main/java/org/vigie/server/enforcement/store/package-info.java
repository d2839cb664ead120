/// The SQL of enforcement, in the schema of the same name.
@NullMarked
package org.vigie.server.enforcement.store;

import org.jspecify.annotations.NullMarked;
