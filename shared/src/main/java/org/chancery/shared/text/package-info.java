/** Texts of sources: kept as they were said, and compared whatever their code points. */
@NullMarked
package org.chancery.shared.text;

import org.jspecify.annotations.NullMarked;
