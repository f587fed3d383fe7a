/** Assembles the ledger: what runs in which process, who may write, and the command line. */
@NullMarked
package org.chancery.app;

import org.jspecify.annotations.NullMarked;
