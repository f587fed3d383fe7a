/** Read models in two times: rows valid over days and known over journal positions. */
@NullMarked
package org.chancery.query.asof;

import org.jspecify.annotations.NullMarked;
