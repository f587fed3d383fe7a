/** Compares the ledger with the bare database, or with stock Axon, doing the same work. */
@NullMarked
package org.chancery.bench;

import org.jspecify.annotations.NullMarked;
