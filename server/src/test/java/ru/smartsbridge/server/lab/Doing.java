package ru.smartsbridge.server.lab;

import java.util.Optional;
import ru.smartsbridge.server.bridge.Client;
import ru.smartsbridge.server.bridge.Client.Answer;

/** What a client asks of a base behind COM: one of each kind of call, with the member of the component that it comes to. */
enum Doing {
    READING_ONE("StorageConnector.GetProductById") {
        @Override
        Answer with(Client client, String api) {
            return client.get(api + "Products('00000001')");
        }
    },
    READING_ALL("StorageConnector.GetUsers") {
        @Override
        Answer with(Client client, String api) {
            return client.get(api + "Users");
        }
    },
    READING_ROWS("StorageConnector.GetTableAccessor") {
        @Override
        Answer with(Client client, String api) {
            return client.get(api + "Tables/Serii");
        }
    },
    LISTING_DOCUMENTS("StorageConnector.GetDocuments") {
        @Override
        Answer with(Client client, String api) {
            return client.get(api + "Docs/PrihodNaSklad");
        }
    },
    READING_A_DOCUMENT("StorageConnector.GetDocument") {
        @Override
        Answer with(Client client, String api) {
            return client.get(api + "Docs/PrihodNaSklad('doing')");
        }
    },
    WRITING_A_DOCUMENT("StorageConnector.SetDocument") {
        @Override
        Answer with(Client client, String api) {
            return document(client, api);
        }
    },
    REMOVING_A_DOCUMENT("StorageConnector.RemoveDocument") {
        @Override
        Answer with(Client client, String api) {
            return client.send("DELETE", api + "Docs/PrihodNaSklad('doing')", null);
        }
    },
    BEGINNING_AN_UPLOAD("StorageConnector.BeginUploadProducts", Upload.PRODUCTS),
    UPLOADING("StorageConnector.UploadProducts", Upload.PRODUCTS),
    ENDING_AN_UPLOAD("StorageConnector.EndUploadProducts", Upload.PRODUCTS),
    UPLOADING_ROWS("TableAccessor.Upload", Upload.ROWS),
    UPLOADING_CELLS("StorageConnector.UploadCells", Upload.CELLS);

    /**
     * An upload of few things.
     *
     * @param set to which
     * @param owner sent with its actions
     * @param content what is added
     * @param seen where some of it can be read afterwards
     */
    private record Upload(String set, String owner, String content, String seen) {
        static final Upload PRODUCTS = new Upload(
                "Products",
                "",
                "[{\"id\":\"doing-1\",\"name\":\"Проба\"},{\"id\":\"doing-2\"}]",
                "Products?$filter=id%20eq%20'doing-2'");
        static final Upload ROWS = new Upload(
                "Tables/Serii",
                "",
                "[{\"idTovara\":\"doing\",\"seriya\":\"С-1\"},{\"idTovara\":\"doing\",\"seriya\":\"С-2\"}]",
                "Tables/Serii?$filter=idTovara%20eq%20'doing'");
        static final Upload CELLS = new Upload(
                "Cells",
                "{\"warehouseId\":\"1\"}",
                "[{\"id\":\"doing\",\"name\":\"Проба\",\"barcode\":\"doing\",\"warehouseId\":\"1\"}]",
                "Cells?$filter=warehouseId%20eq%20'1'%20and%20id%20eq%20'doing'");

        Answer with(Client client, String api) {
            Answer begun = client.post(api + set + "/BeginUpdate", owner);
            if (begun.status() >= 300) {
                return begun;
            }
            Answer added = client.post(api + set, content);
            return added.status() >= 300 ? added : end(client, api);
        }

        Answer end(Client client, String api) {
            return client.post(api + set + "/EndUpdate", owner);
        }
    }

    private final String member;
    private final Optional<Upload> upload;

    Doing(String member) {
        this.member = member;
        this.upload = Optional.empty();
    }

    Doing(String member, Upload upload) {
        this.member = member;
        this.upload = Optional.of(upload);
    }

    /** As the stand-in's orders name it. */
    String member() {
        return member;
    }

    boolean writes() {
        return upload.isPresent() || this == WRITING_A_DOCUMENT || this == REMOVING_A_DOCUMENT;
    }

    /** Whether it is an upload, whose End can be asked for again. */
    boolean uploads() {
        return upload.isPresent();
    }

    /** Sees to what it needs. */
    void prepare(Client client, String api) {
        if (this == READING_A_DOCUMENT || this == REMOVING_A_DOCUMENT) {
            document(client, api);
        }
    }

    /** Does it; the last answer. */
    Answer with(Client client, String api) {
        return upload.orElseThrow().with(client, api);
    }

    /** Ends its upload once more. */
    Answer end(Client client, String api) {
        return upload.orElseThrow().end(client, api);
    }

    /** How many of the things that it uploads can be read. */
    long seen(Client client, String api) {
        return client.get(api + upload.orElseThrow().seen()).value().size();
    }

    private static Answer document(Client client, String api) {
        return client.post(
                api + "Docs/PrihodNaSklad",
                "{\"id\":\"doing\",\"name\":\"Проба\",\"warehouseId\":\"1\",\"declaredItems\":"
                        + "[{\"productId\":\"00000001\",\"packingId\":\"шт\",\"declaredQuantity\":2}]}");
    }
}
