@NullMarked
package org.vigie.server.policy.text;

import org.jspecify.annotations.NullMarked;
