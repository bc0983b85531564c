package ru.smartsbridge.com.standin;

import java.util.List;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.upload.UploadPlan.Mode;

/** What a client asks of a base, each by the member of the component that it depends on. */
enum Doing {
    READING_ONE("StorageConnector.GetProductById") {
        @Override
        void with(BridgedBase base) {
            base.find(EntitySet.PRODUCTS, "нет такого");
        }
    },
    READING_ALL("StorageConnector.GetProducts") {
        @Override
        void with(BridgedBase base) {
            base.list(EntitySet.PRODUCTS);
        }
    },
    WRITING_A_DOCUMENT("StorageConnector.SetDocument") {
        @Override
        void with(BridgedBase base) {
            base.transport().create(Goods.ORDERS, Goods.order("д1", 2), BridgedBase.CALL);
        }
    },
    UPLOADING("StorageConnector.UploadProducts") {
        @Override
        void with(BridgedBase base) {
            upload(base);
        }
    },
    ENDING_AN_UPLOAD("StorageConnector.EndUploadProducts") {
        @Override
        void with(BridgedBase base) {
            upload(base);
        }
    };

    private final String member;

    Doing(String member) {
        this.member = member;
    }

    abstract void with(BridgedBase base);

    /** {@code Class.Member}. */
    String member() {
        return member;
    }

    /** The member without its class, as errors name it. */
    String call() {
        return member.substring(member.indexOf('.') + 1);
    }

    boolean writes() {
        return !List.of(READING_ONE, READING_ALL).contains(this);
    }

    private static void upload(BridgedBase base) {
        base.upload(new UploadPlan.Products(Mode.UPDATE), Goods.products("в", 5));
    }
}
