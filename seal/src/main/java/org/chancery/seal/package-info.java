/**
 * The seal over the journal: each entry is a leaf of a Merkle tree, whose checkpoints are signed
 * and kept, so that nobody can change what was sealed without being found out.
 */
@NullMarked
package org.chancery.seal;

import org.jspecify.annotations.NullMarked;
