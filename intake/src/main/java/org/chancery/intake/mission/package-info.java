/**
 * The published chiefs of mission, principal officers and presidents: appointments, turn by turn,
 * and what of them earlier releases brought into the ledger.
 */
@NullMarked
package org.chancery.intake.mission;

import org.jspecify.annotations.NullMarked;
