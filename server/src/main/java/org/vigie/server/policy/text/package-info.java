/// Reads the text of a catalogue; see `docs/formats/policy.md`.
///
/// YAML events become a tree with the place of each value ([YamlTree]), the tree becomes a
/// catalogue ([PolicyReader]); problems are collected on the way ([Problems]) and thrown at the
/// end. Threads: any. Used by the rooms `revising` and `web`.
@NullMarked
package org.vigie.server.policy.text;

import org.jspecify.annotations.NullMarked;
