package org.chancery.shared.time;

import java.time.LocalDate;
import java.util.List;

/**
 * Days in valid time over which a chronicle gives one answer.
 *
 * @param from its first day
 * @param to the day after its last
 * @param states every state that some reading of the dates allows, in order; one where it is
 *     certain
 * @param happened the steps that had surely happened, oldest first
 * @param pending the steps that may or may not have happened yet, oldest first
 */
public record Stretch<T, S>(
    LocalDate from, LocalDate to, List<T> states, List<Step<S>> happened, List<Step<S>> pending) {}
