/** Assembles the ledger from its settings: databases, seal, health, and the application itself. */
@NullMarked
package org.chancery.app.config;

import org.jspecify.annotations.NullMarked;
