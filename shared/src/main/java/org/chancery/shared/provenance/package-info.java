/** Who says so: the authority, the reasons and the sources behind an entry (ISO 15489 metadata). */
@NullMarked
package org.chancery.shared.provenance;

import org.jspecify.annotations.NullMarked;
