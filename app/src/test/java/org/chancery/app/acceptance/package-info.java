/** The whole ledger as its users meet it: processes that are killed, imports, real history. */
@NullMarked
package org.chancery.app.acceptance;

import org.jspecify.annotations.NullMarked;
