package org.vigie.platform.postgres;

/// A server that was ready, and the port of 127.0.0.1 on which it listens.
record Running(Postmaster postmaster, int port) {}
