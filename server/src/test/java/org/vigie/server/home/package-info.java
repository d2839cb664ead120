/// Tests of the first page and its neighbours.
@NullMarked
package org.vigie.server.home;

import org.jspecify.annotations.NullMarked;
