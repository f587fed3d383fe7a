/** Questions that people put to the ledger in words: what they may be, and how they are read. */
@NullMarked
package org.chancery.app.question;

import org.jspecify.annotations.NullMarked;
