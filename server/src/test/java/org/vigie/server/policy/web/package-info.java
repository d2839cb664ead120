@NullMarked
package org.vigie.server.policy.web;

import org.jspecify.annotations.NullMarked;
