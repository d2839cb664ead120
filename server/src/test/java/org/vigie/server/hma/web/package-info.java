@NullMarked
package org.vigie.server.hma.web;

import org.jspecify.annotations.NullMarked;
