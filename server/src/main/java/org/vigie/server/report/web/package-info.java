/// Notices over HTTP: the calls of programs, the form of everybody, the desks of flaggers and
/// leads.
@NullMarked
package org.vigie.server.report.web;

import org.jspecify.annotations.NullMarked;
