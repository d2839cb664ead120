/// Signs deliveries, by one or two keys.
@NullMarked
package org.vigie.server.webhook.signing;

import org.jspecify.annotations.NullMarked;
