package org.chancery.readmodel;

import java.time.Instant;
import java.util.List;
import org.chancery.readmodel.Replays.Difference;
import org.chancery.readmodel.Replays.ReplayState;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a replay.
 *
 * @param models that are built anew
 * @param position up to which they are built
 * @param goal the position of the last entry when the replay was asked for
 * @param comparedTo the known time (a position) up to which the rows were compared
 * @param differences how many rows came out otherwise, and the first of them
 * @param requestedBy the principal who asked for it
 */
record Replay(
    long id,
    List<String> models,
    ReplayState state,
    long position,
    long goal,
    @Nullable Long comparedTo,
    long differences,
    List<Difference> examples,
    @Nullable String cause,
    @Nullable String requestedBy,
    Instant requested,
    @Nullable Instant ended) {}
