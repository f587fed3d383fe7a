/** How the shared language is written as JSON, in payloads and over REST alike. */
@NullMarked
package org.chancery.journal.json;

import org.jspecify.annotations.NullMarked;
