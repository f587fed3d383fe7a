/** Statements as they are answered, and where each stood by them. */
@NullMarked
package org.chancery.query.statement;

import org.jspecify.annotations.NullMarked;
