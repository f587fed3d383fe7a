/** Answers of the ledger in words, each line with the entries that it rests on. */
@NullMarked
package org.chancery.app.telling;

import org.jspecify.annotations.NullMarked;
