package ru.smartsbridge.migration.difference;

import ru.smartsbridge.api.fidelity.Moments;
import ru.smartsbridge.api.fidelity.Spot;
import ru.smartsbridge.api.value.Properties;

/**
 * A difference with what stands around it, for who decides whether it counts.
 *
 * @param spot the field, as bridge-api names it
 * @param control what holds the value at control, and the whole entity
 * @param candidate the same at the candidate
 * @param index of the holder in its array, -1 where it is in none
 */
public record Spotted(Difference difference, Spot spot, Around control, Around candidate, int index) {
    /**
     * One side of a difference.
     *
     * @param holder the object whose property it is
     * @param entity the whole entity; empty where the side has none
     * @param moments how dates of this side are read
     */
    public record Around(Properties holder, Properties entity, Moments moments) {}
}
