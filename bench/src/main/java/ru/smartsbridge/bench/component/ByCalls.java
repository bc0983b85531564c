package ru.smartsbridge.bench.component;

import ru.smartsbridge.com.naive.NaiveExchange;

/** The exchange property by property, as an integrator writes it. */
record ByCalls(NaiveExchange exchange, String typeName) implements Exchange {
    @Override
    public void uploadProducts(String prefix, int count) {
        exchange.uploadProducts(prefix, count);
    }

    @Override
    public int readProducts() {
        return exchange.readProducts();
    }

    @Override
    public void writeDocument(String id, int lines) {
        exchange.writeDocument(id, typeName, lines);
    }

    @Override
    public int readDocument(String id) {
        return exchange.readDocument(id);
    }

    @Override
    public void removeDocument(String id) {
        exchange.removeDocument(id);
    }

    @Override
    public void close() {
        exchange.close();
    }
}
