/** What happened and is to happen, in the order of the world. */
@NullMarked
package org.chancery.query.timeline;

import org.jspecify.annotations.NullMarked;
