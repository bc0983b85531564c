package ru.smartsbridge.api.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.SimulatedDevices;
import ru.smartsbridge.api.Verb;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.Document;
import ru.smartsbridge.api.model.DocumentItem;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.value.Properties;

/** A device's part of the exchange, where a base has devices that can be told to work. */
@Needs(value = Verb.CREATE, on = SetKind.DOCS)
abstract class DevicesContract extends ContractPart {
    @BeforeEach
    void onlyABaseOfOursHasDevicesThatObey() {
        needs(Equipment.DEVICES);
        assumeTrue(base().devices().isPresent(), "nobody plays the device here");
    }

    private SimulatedDevices devices() {
        return base().devices().orElseThrow();
    }

    private String device() {
        return list(EntitySet.DEVICES, Query.ALL.withTop(1)).get(0).deviceId();
    }

    private Document waiting() {
        List<String> products = specimens().products(2);
        Document document = specimens()
                .document(
                        RECEIPTS,
                        newId(),
                        specimens().line(newId(), products.get(0), "3"),
                        specimens().line(newId(), products.get(1), "2.5"));
        transport().create(RECEIPTS, document, call());
        return document;
    }

    @Test
    void a_device_fills_fact_lines_that_are_bound_to_plan_lines_and_finishes_the_document() {
        Document planned = waiting();
        Document answered = devices().finish(device(), Optional.of(planned.id()), call());
        Properties read = found(RECEIPTS, planned.id(), Query.ALL.withExpand("declaredItems", "currentItems"));
        for (Document finished : List.of(answered, new Document(read))) {
            assertThat(finished.finished()).isTrue();
            assertThat(finished.currentItems())
                    .isNotEmpty()
                    .extracting(DocumentItem::bindedLineUid)
                    .isSubsetOf(planned.declaredItems().stream()
                            .map(DocumentItem::uid)
                            .toList());
            for (DocumentItem plan : planned.declaredItems()) {
                assertThat(finished.currentItems().stream()
                                .filter(fact -> plan.uid().equals(fact.bindedLineUid())))
                        .isNotEmpty()
                        .allSatisfy(fact -> {
                            assertThat(fact.productId()).isEqualTo(plan.productId());
                            assertThat(fact.currentQuantity()).isPositive();
                        });
            }
        }
    }

    @Test
    void a_finished_document_is_listed_as_finished() {
        Document planned = waiting();
        assertThat(found(RECEIPTS, planned.id()).flag("finished")).isFalse();
        devices().finish(device(), Optional.of(planned.id()), call());
        Query finished = where("id", planned.id());
        assertThat(list(RECEIPTS, finished))
                .singleElement()
                .satisfies(document -> assertThat(document.finished()).isTrue());
    }

    @Test
    void a_document_is_finished_once() {
        Document planned = waiting();
        devices().finish(device(), Optional.of(planned.id()), call());
        failsWith(Category.CONFLICT, () -> devices().finish(device(), Optional.of(planned.id()), call()));
    }

    @Test
    void an_unknown_device_or_document_is_an_error_and_changes_nothing() {
        Document planned = waiting();
        failsWith(Category.NOT_FOUND, () -> devices().finish(newId(), Optional.of(planned.id()), call()));
        failsWith(Category.NOT_FOUND, () -> devices().finish(device(), Optional.of(newId()), call()));
        assertThat(found(RECEIPTS, planned.id()).flag("finished")).isFalse();
    }

    @Test
    void a_device_that_is_given_no_document_takes_one_that_waits() {
        waiting();
        assertThat(devices().finish(device(), Optional.empty(), call()).finished())
                .isTrue();
    }

    @Test
    @Needs(value = Verb.BLOCK, on = SetKind.DOCS)
    void a_block_keeps_devices_away_until_it_ends() {
        Document planned = waiting();
        transport().block(RECEIPTS, planned.id(), Duration.ofHours(1), call());
        failsWith(Category.CONFLICT, () -> devices().finish(device(), Optional.of(planned.id()), call()));
        assertThat(found(RECEIPTS, planned.id()).flag("finished")).isFalse();
        transport().unblock(RECEIPTS, planned.id(), call());
        assertThat(devices().finish(device(), Optional.of(planned.id()), call()).finished())
                .isTrue();
    }
}
