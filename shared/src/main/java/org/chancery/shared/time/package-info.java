/** Valid time: dates as archives know them, and chronicles of dated steps judged by them. */
@NullMarked
package org.chancery.shared.time;

import org.jspecify.annotations.NullMarked;
