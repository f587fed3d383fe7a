/** Who asked the audit trail what, and when. */
@NullMarked
package org.chancery.query.audit;

import org.jspecify.annotations.NullMarked;
