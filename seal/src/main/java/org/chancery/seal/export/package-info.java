/**
 * Entries as a file that can be checked without the ledger: docs/PROOFS.md has the format, and
 * Verify.java, at the root of this module, checks it.
 */
@NullMarked
package org.chancery.seal.export;

import org.jspecify.annotations.NullMarked;
