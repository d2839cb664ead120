package org.vigie.server.report;

/// A notice is stored and answered with a receipt; published in the same transaction.
public record NoticeReceived(NoticeId notice) {}
