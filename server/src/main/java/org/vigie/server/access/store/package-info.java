/// The SQL of `access`, in the schema of the same name.
@NullMarked
package org.vigie.server.access.store;

import org.jspecify.annotations.NullMarked;
