package ru.smartsbridge.server.bases;

import java.util.Locale;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.call.Caller;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.server.workers.Worker;

/** One way to a base that is open. */
public sealed interface Way extends AutoCloseable {
    /** The transport at its end: {@code rest}, {@code com}, {@code sandbox}. */
    String kind();

    /**
     * Passes where the base answers by it.
     *
     * @throws BridgeException why it does not
     */
    void requireAnswer();

    /** Whether anybody has an upload open there. */
    boolean hasUploads();

    @Override
    void close();

    /** A transport in this process, by its typed calls or by forwarding. */
    record Here(Base base) implements Way {
        @Override
        public String kind() {
            return base.kind();
        }

        @Override
        public void requireAnswer() {
            base.transport().baseInfo(new Call("choice", Caller.BRIDGE));
        }

        @Override
        public boolean hasUploads() {
            return !base.uploads().status().isEmpty();
        }

        @Override
        public void close() {
            base.uploads().close();
            base.transport().close();
        }
    }

    /** A process of its own. */
    record InWorker(String kind, Worker worker) implements Way {
        @Override
        public void requireAnswer() {
            Properties status = worker.status(Locale.ROOT);
            if (!status.flag("ready")) {
                String reason = status.text("reason");
                throw new BridgeException(Category.UNREACHABLE, Text.verbatim(reason == null ? "not ready" : reason));
            }
        }

        @Override
        public boolean hasUploads() {
            return worker.up() && !worker.status(Locale.ROOT).objects("uploads").isEmpty();
        }

        @Override
        public void close() {
            worker.close();
        }
    }
}
