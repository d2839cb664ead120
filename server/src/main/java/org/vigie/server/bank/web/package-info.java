/// Banks over HTTP: calls under `/api/v1/banks` for programs, pages under `/banks` for people.
@NullMarked
package org.vigie.server.bank.web;

import org.jspecify.annotations.NullMarked;
