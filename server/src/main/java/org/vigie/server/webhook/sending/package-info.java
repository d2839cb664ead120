/// Sends actions to receivers, and reads their answers.
@NullMarked
package org.vigie.server.webhook.sending;

import org.jspecify.annotations.NullMarked;
