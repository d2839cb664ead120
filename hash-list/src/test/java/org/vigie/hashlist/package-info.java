/// Each rule of `docs/formats/hash-list.md`, kept and broken.
@NullMarked
package org.vigie.hashlist;

import org.jspecify.annotations.NullMarked;
