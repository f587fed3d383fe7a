package org.chancery.query.proof;

import java.util.List;

/**
 * That an entry is in a sealed tree.
 *
 * @param index the leaf's place, from 0
 * @param leaf the leaf as it is hashed
 * @param leafHash base64
 * @param hashes from the leaf's sibling up, base64 (RFC 6962, 2.1.1)
 * @param treeSize how many entries the tree holds
 * @param rootHash base64
 * @param checkpoint the tree's, signed
 */
record InclusionView(
    long position,
    long index,
    String leaf,
    String leafHash,
    List<String> hashes,
    long treeSize,
    String rootHash,
    String checkpoint) {}
