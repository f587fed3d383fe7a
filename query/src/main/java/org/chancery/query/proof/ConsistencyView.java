package org.chancery.query.proof;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a sealed tree is the beginning of a later one.
 *
 * @param from the size of the earlier tree
 * @param to the size of the later one
 * @param hashes base64 (RFC 6962, 2.1.2)
 * @param fromCheckpoint the earlier tree's, null where none was issued at that size
 * @param toCheckpoint the later tree's, null where none was issued at that size
 */
record ConsistencyView(
    long from,
    long to,
    List<String> hashes,
    String fromRoot,
    String toRoot,
    @Nullable String fromCheckpoint,
    @Nullable String toCheckpoint) {}
