package org.chancery.shared.sanction;

import java.util.List;

/**
 * What sanctions are on a day, and their measures, or those that are threatened.
 *
 * @param measures in the order of their kinds
 */
public record SanctionStanding(SanctionState state, List<Measure> measures) {}
