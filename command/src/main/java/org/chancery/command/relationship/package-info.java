/** What may happen between two parties. */
@NullMarked
package org.chancery.command.relationship;

import org.jspecify.annotations.NullMarked;
