package ru.smartsbridge.server.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import ru.smartsbridge.api.schema.EdmxReader;
import ru.smartsbridge.server.bridge.Client;

/** All that a base holds, asked of it and kept in the form in which the sandbox takes it. */
final class SavedBase {
    private static final String DOCUMENTS = "?$expand=declaredItems,currentItems,combinedItems,tables($expand=rows)";

    private SavedBase() {}

    /** Reads it whole; the folder. */
    static Path save(Client client, Path into) throws IOException {
        Files.createDirectories(into.resolve("Tables"));
        Files.createDirectories(into.resolve("Docs"));
        byte[] metadata = client.get("/$metadata").body();
        Files.write(into.resolve("metadata.xml"), metadata);
        save(client, into, "BaseInfo", "");
        save(client, into, "DocTypes", "?$expand=fields,columns,tables($expand=fields)");
        save(client, into, "TablesInfo", "?$expand=fields");
        save(client, into, "ProductSchema", "?$expand=fields");
        for (String set : List.of("UserGroups", "Users", "Warehouses", "Cells", "Products")) {
            save(client, into, set, "");
        }
        for (String set : EdmxReader.read(metadata).sets().keySet()) {
            if (set.startsWith("Tables/") || set.startsWith("Docs/")) {
                save(client, into, set, set.startsWith("Docs/") ? DOCUMENTS : "");
            }
        }
        return into;
    }

    private static void save(Client client, Path into, String set, String query) throws IOException {
        Client.Answer answer = client.get("/" + set + query);
        assertThat(answer.status()).as(set + ": " + answer.text()).isEqualTo(200);
        Files.write(into.resolve(set + ".json"), answer.body());
    }
}
