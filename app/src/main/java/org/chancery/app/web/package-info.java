/** What stands between the network and the ledger: filters, converters and problem answers. */
@NullMarked
package org.chancery.app.web;

import org.jspecify.annotations.NullMarked;
