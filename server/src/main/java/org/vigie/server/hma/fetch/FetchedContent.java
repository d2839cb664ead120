package org.vigie.server.hma.fetch;

import org.vigie.server.scan.Media;

/// What a URL led to.
///
/// @param mediaType as the host says, such as `image/jpeg`; empty if it does not
public record FetchedContent(Media media, String mediaType) {}
