package ru.smartsbridge.com.uploads;

import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.schema.Schema;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.com.mapping.ComponentMapping;
import ru.smartsbridge.com.mapping.Declarations;
import ru.smartsbridge.com.mapping.EntityMapping;
import ru.smartsbridge.com.mapping.Tabulation;
import ru.smartsbridge.com.terminal.TerminalSession;
import ru.smartsbridge.com.text.ComTexts;

/** What TerminalConnector takes uploads of: products and tables. */
final class TerminalDestinations implements Destinations<TerminalSession> {
    private final TerminalUploadBase base;
    private final EntityMapping mapping;

    TerminalDestinations(TerminalUploadBase base) {
        this.base = base;
        this.mapping = new ComponentMapping(base.schema().declarations(), base.zone());
    }

    @Override
    public EntityMapping mapping() {
        return mapping;
    }

    @Override
    @SuppressWarnings("unchecked") // each plan goes with the destination of what it adds
    public <T> Destination<T, TerminalSession> of(UploadPlan<T> plan) {
        Schema schema = base.schema().schema();
        Declarations declarations = base.schema().declarations();
        if (plan instanceof UploadPlan.Products products) {
            return (Destination<T, TerminalSession>) new TerminalProducts<>(
                    new ProductsDestination(products), Tabulation.ofProducts(declarations, base.zone()));
        }
        if (plan instanceof UploadPlan.ProductRecords records) {
            records.columns().requireKnown(schema);
            return (Destination<T, TerminalSession>) new TerminalProducts<>(
                    new RecordsDestination(records, () -> schema), Tabulation.ofProducts(declarations, base.zone()));
        }
        if (plan instanceof UploadPlan.TableRows rows) {
            return (Destination<T, TerminalSession>) TerminalRows.of(base, rows);
        }
        throw ComTexts.error(Category.UNSUPPORTED_HERE, "capability.terminal");
    }
}
