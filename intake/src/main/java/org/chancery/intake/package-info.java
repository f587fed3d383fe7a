/**
 * Takes outside sources in: each is read into drafts of commands, one by one, and what became of
 * them is summed up and reported. Each kind of source has a package of its own; here is what ties
 * them, and the reader of the ledger's own form, commands.
 */
@NullMarked
package org.chancery.intake;

import org.jspecify.annotations.NullMarked;
