package org.vigie.server.frame;

import org.springframework.security.core.GrantedAuthority;

/// A link in the navigation; each module has a bean for each of its own.
///
/// @param order from left to right
/// @param textKey of the link's words
/// @param authority the permission to see it
public record NavigationEntry(int order, String textKey, String path, GrantedAuthority authority) {}
