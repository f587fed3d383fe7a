/** Answers: follows the journal into read models and serves them over REST, as of both times. */
@NullMarked
package org.chancery.query;

import org.jspecify.annotations.NullMarked;
