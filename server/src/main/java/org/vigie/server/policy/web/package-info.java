/// The catalogue on screens (`/policy`) and for programs (`/api/v1/policy`).
@NullMarked
package org.vigie.server.policy.web;

import org.jspecify.annotations.NullMarked;
