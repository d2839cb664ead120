/// The settings of webhooks: who receives them, and how they are signed.
@NullMarked
package org.vigie.server.webhook.settings;

import org.jspecify.annotations.NullMarked;
