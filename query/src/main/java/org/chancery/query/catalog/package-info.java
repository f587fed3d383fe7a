/** All that the query side keeps, listed once. */
@NullMarked
package org.chancery.query.catalog;

import org.jspecify.annotations.NullMarked;
