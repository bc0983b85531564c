package ru.smartsbridge.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The transport contract: a transport's test extends this and says how to open one, nothing else.
 *
 * <p>What a transport cannot do it says in its capabilities; a test that {@link Needs} such a call then demands that
 * it fails with {@code UNSUPPORTED_HERE}. Each test makes data of its own, under ids of its own, and tidies up where
 * it has to replace a set as a whole.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
public abstract class TransportContract {
    private ContractBase base;
    private Kept kept;

    /**
     * Opens the transport on a fresh base.
     *
     * @param folder an empty folder, which is removed after the tests
     */
    protected abstract ContractBase open(Path folder) throws Exception;

    @BeforeAll
    void openBase(@TempDir Path folder) throws Exception {
        base = open(folder);
        kept = new Kept(base);
    }

    /**
     * Then the base is closed, whatever the entries are. Where a part of the contract is run alone, which who runs it says by
     * the system property {@code tests.only}, nothing is known of the entries.
     */
    @AfterAll
    void every_entry_of_the_fidelity_was_needed() {
        if (base == null) {
            return;
        }
        base.close();
        if (System.getProperty("tests.only") != null) {
            return;
        }
        assertThat(kept.unused())
                .as("entries of the fidelity that no test needed")
                .isEmpty();
    }

    @Nested
    class Reading extends ReadingContract {
        @Override
        ContractBase base() {
            return base;
        }

        @Override
        Kept kept() {
            return kept;
        }
    }

    @Nested
    class Filtering extends FilteringContract {
        @Override
        ContractBase base() {
            return base;
        }

        @Override
        Kept kept() {
            return kept;
        }
    }

    @Nested
    class Queries extends QueryContract {
        @Override
        ContractBase base() {
            return base;
        }

        @Override
        Kept kept() {
            return kept;
        }
    }

    @Nested
    class Metadata extends MetadataContract {
        @Override
        ContractBase base() {
            return base;
        }

        @Override
        Kept kept() {
            return kept;
        }
    }

    @Nested
    class Navigation extends NavigationContract {
        @Override
        ContractBase base() {
            return base;
        }

        @Override
        Kept kept() {
            return kept;
        }
    }

    @Nested
    class Documents extends DocumentsContract {
        @Override
        ContractBase base() {
            return base;
        }

        @Override
        Kept kept() {
            return kept;
        }
    }

    @Nested
    class DocumentChanges extends DocumentChangesContract {
        @Override
        ContractBase base() {
            return base;
        }

        @Override
        Kept kept() {
            return kept;
        }
    }

    @Nested
    class ProductUploads extends ProductUploadsContract {
        @Override
        ContractBase base() {
            return base;
        }

        @Override
        Kept kept() {
            return kept;
        }
    }

    @Nested
    class TableUploads extends TableUploadsContract {
        @Override
        ContractBase base() {
            return base;
        }

        @Override
        Kept kept() {
            return kept;
        }
    }

    @Nested
    class CellUploads extends CellUploadsContract {
        @Override
        ContractBase base() {
            return base;
        }

        @Override
        Kept kept() {
            return kept;
        }
    }

    @Nested
    class Fidelity extends FidelityContract {
        @Override
        ContractBase base() {
            return base;
        }

        @Override
        Kept kept() {
            return kept;
        }
    }

    @Nested
    class Schemas extends SchemaContract {
        @Override
        ContractBase base() {
            return base;
        }

        @Override
        Kept kept() {
            return kept;
        }
    }

    @Nested
    class Devices extends DevicesContract {
        @Override
        ContractBase base() {
            return base;
        }

        @Override
        Kept kept() {
            return kept;
        }
    }
}
