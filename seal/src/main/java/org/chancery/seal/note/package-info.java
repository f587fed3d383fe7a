/**
 * Signed notes, the checkpoints of trees, cosignatures and proofs as text, after the C2SP
 * specifications, so that tools that are not ours can check them.
 */
@NullMarked
package org.chancery.seal.note;

import org.jspecify.annotations.NullMarked;
