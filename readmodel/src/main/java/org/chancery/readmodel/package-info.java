/** Read models in two times: rows valid over days and known over journal positions. */
@NullMarked
package org.chancery.readmodel;

import org.jspecify.annotations.NullMarked;
