@NullMarked
package org.vigie.server.policy;

import org.jspecify.annotations.NullMarked;
