/** What happened as event data, in the categories of PLOVER. */
@NullMarked
package org.chancery.query.plover;

import org.jspecify.annotations.NullMarked;
