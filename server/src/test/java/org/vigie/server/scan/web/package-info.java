/// Tests of the HTTP calls and pages of scans.
@NullMarked
package org.vigie.server.scan.web;

import org.jspecify.annotations.NullMarked;
