package ru.smartsbridge.api.answer;

import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;

/** What the names of an expression stand for at one entity: the entity itself, and the variables of lambdas around. */
final class Scope {
    /** Steps through collections at one entity: beyond them a query is there to keep the bridge busy. */
    private static final int MOST_STEPS = 1_000_000;

    private final Spot entity;
    private final Scope outer;
    private final String variable;
    private final Object value;
    private final int[] steps;

    private Scope(Spot entity, Scope outer, String variable, Object value, int[] steps) {
        this.entity = entity;
        this.outer = outer;
        this.variable = variable;
        this.value = value;
        this.steps = steps;
    }

    static Scope of(Spot entity) {
        return new Scope(entity, null, "", null, new int[1]);
    }

    /** One more variable, which hides an outer one of its name. */
    Scope with(String newVariable, Object newValue) {
        return new Scope(entity, this, newVariable, newValue, steps);
    }

    /** What a variable stands for; the entity for {@code ""}. */
    Object value(String wanted) {
        if (wanted.isEmpty()) {
            return entity;
        }
        for (Scope scope = this; scope != null; scope = scope.outer) {
            if (scope.variable.equals(wanted)) {
                return scope.value;
            }
        }
        throw new IllegalStateException("no lambda has a variable " + wanted);
    }

    /**
     * One more step through a collection.
     *
     * @throws BridgeException {@code TOO_LARGE} where there have been too many at this entity
     */
    void spend() {
        if (++steps[0] > MOST_STEPS) {
            throw new BridgeException(Category.TOO_LARGE, ApiTexts.text("query.costly", MOST_STEPS)).at("$filter");
        }
    }
}
