/** The journal itself: its entries one by one, in pages and as they are recorded. */
@NullMarked
package org.chancery.query.entry;

import org.jspecify.annotations.NullMarked;
