/** Entries that read models lack: listed, tried again, and told of with every answer. */
@NullMarked
package org.chancery.query.parked;

import org.jspecify.annotations.NullMarked;
