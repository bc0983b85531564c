package ru.smartsbridge.server.lab;

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
    WRITING_A_DOCUMENT("StorageConnector.SetDocument") {
        @Override
        Answer with(Client client, String api) {
            return client.post(
                    api + "Docs/PrihodNaSklad",
                    "{\"id\":\"doing\",\"name\":\"Проба\",\"warehouseId\":\"1\",\"declaredItems\":"
                            + "[{\"productId\":\"00000001\",\"packingId\":\"шт\",\"declaredQuantity\":2}]}");
        }
    },
    UPLOADING("StorageConnector.UploadProducts") {
        @Override
        Answer with(Client client, String api) {
            return uploaded(client, api);
        }
    },
    ENDING_AN_UPLOAD("StorageConnector.EndUploadProducts") {
        @Override
        Answer with(Client client, String api) {
            return uploaded(client, api);
        }
    };

    private final String member;

    Doing(String member) {
        this.member = member;
    }

    /** As the stand-in's orders name it. */
    String member() {
        return member;
    }

    boolean writes() {
        return this != READING_ONE && this != READING_ALL;
    }

    /** Whether it is an upload, whose End can be asked for again. */
    boolean uploads() {
        return this == UPLOADING || this == ENDING_AN_UPLOAD;
    }

    /** Does it; the last answer. */
    abstract Answer with(Client client, String api);

    private static Answer uploaded(Client client, String api) {
        Answer begun = client.post(api + "Products/BeginUpdate", "");
        if (begun.status() >= 300) {
            return begun;
        }
        Answer added = client.post(api + "Products", "[{\"id\":\"doing-1\",\"name\":\"Проба\"},{\"id\":\"doing-2\"}]");
        return added.status() >= 300 ? added : client.post(api + "Products/EndUpdate", "");
    }
}
