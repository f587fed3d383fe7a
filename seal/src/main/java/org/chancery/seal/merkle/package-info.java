/**
 * Merkle trees after RFC 6962: hashes, tiles, the right edge of a growing tree, proofs and their
 * verification. Pure, and of the JDK alone, so that whoever distrusts the ledger can read it.
 */
@NullMarked
package org.chancery.seal.merkle;

import org.jspecify.annotations.NullMarked;
