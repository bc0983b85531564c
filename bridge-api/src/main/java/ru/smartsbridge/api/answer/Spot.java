package ru.smartsbridge.api.answer;

import java.util.Optional;
import ru.smartsbridge.api.schema.StructuredType;

/** An object that an expression has come to. */
record Spot(Optional<StructuredType> type, Node node) {}
